"""Scores with what was right in; weights and thresholds out: of the reader, and of the check of a model's sentences."""
