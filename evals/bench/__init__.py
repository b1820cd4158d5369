"""Measurements of speed and memory, beside what the field's usual tools need for the same."""
