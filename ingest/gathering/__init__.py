"""Paths and what is indexed in; out, every content that the index shall hold, read, described and named."""
