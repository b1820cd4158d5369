"""What a report is called, by whom, from when and of what kind: from the document itself, then from its file."""

from ingest.metadata.describing import describe
from ingest.metadata.front import Line
from ingest.metadata.kind import kind_named
from ingest.metadata.language import detect_language
from ingest.metadata.properties import Properties

__all__ = ["Line", "Properties", "describe", "detect_language", "kind_named"]
