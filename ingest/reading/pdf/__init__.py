"""PDF files."""

from ingest.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
