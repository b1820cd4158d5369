"""What users keep, each for its owner alone: conversations, collections, feedback, shared answers; and its deletion."""
