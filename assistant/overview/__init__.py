"""Requests that go through all reports: overviews, lists, summaries and comparisons.

In go a question that was understood (`assistant.question`), an open index and what it was narrowed to; out come rows,
each a study or a chapter with its verbatim quotes, and the count of what was gone through. Nothing here is a search for
the best: recall comes first, and the same request gives the same rows.
"""
