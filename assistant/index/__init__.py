"""The read side of an index: its passages, vectors and words, its manifest, and what filters leave of it."""
