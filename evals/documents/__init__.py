"""A file in; its text out, and what is found in texts: numbers, markers, the same words, a place by its offsets."""
