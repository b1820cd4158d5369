"""Reports in, as files or addresses; a version of an index out, which the assistant reads."""
