"""Turns that search for nothing: conversation, and what is asked of the answer just given."""
