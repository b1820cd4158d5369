"""Answers to take along: Markdown, plain text, Word, Excel, CSV, JSON, references intact; reports as an Atom feed."""
