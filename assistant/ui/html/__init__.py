"""Answers, quotes, tables and rows in; HTML out in which nothing of a report's is markup."""
