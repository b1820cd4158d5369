"""Reports fetched from the addresses in the catalogue, when told to."""

from ingest.fetching.reports import Fetched, fetch_reports

__all__ = ["Fetched", "fetch_reports"]
