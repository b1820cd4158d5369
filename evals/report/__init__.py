"""Pages to read: one run, or two side by side."""
