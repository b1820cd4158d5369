"""Answers from public research reports: a question in (`api`), quotes with their sources out."""
