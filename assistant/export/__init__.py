"""Answers to take along: Markdown, plain text, Word, Excel, CSV and JSON, references intact; reports as an Atom feed."""
