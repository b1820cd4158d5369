"""Word files (.docx), by python-docx and lxml: what stands on the page, and nothing that Word keeps beside it."""

from ingest.reading.office.word.reader import read_docx

__all__ = ["read_docx"]
