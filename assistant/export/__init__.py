"""Answers to take along: Markdown, plain text, Word and CSV, with their references intact."""
