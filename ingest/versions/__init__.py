"""Planned documents in; a complete version of an index out, beside the live one: written, checked, gone back to."""
