"""Answers worded by a language model from the evidence alone, and the check that nothing else gets through."""
