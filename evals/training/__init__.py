"""Training of the reader: questions with the statements that answer them in, adapters and a head out (offline)."""
