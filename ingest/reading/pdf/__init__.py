"""PDF files in; parts out: `drawn` (what is on a page), `layout` (its lines in order), `grids` (its tables)."""

from ingest.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
