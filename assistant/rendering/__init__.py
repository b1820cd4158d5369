"""Answers as words for people: Markdown, bylines, numbers and dates as each language writes them."""
