"""The commands of `kunnskap`: each parses, calls and shows."""
