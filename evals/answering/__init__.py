"""A question set in; its answers, scored, out, as lines of a run in a folder that says what they were made from."""
