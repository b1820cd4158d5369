"""How far single statements of the reports fit what a question asks for, slot by slot, and what is missing."""
