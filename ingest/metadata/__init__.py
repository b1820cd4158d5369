"""What a report is called, by whom, from when and of what kind: from the document itself, then from its file."""

from ingest.metadata.describing import describe
from ingest.metadata.front import Line, is_address, is_label
from ingest.metadata.kind import kind_named
from ingest.metadata.language import detect_language
from ingest.metadata.properties import Properties

__all__ = ["Line", "Properties", "describe", "detect_language", "is_address", "is_label", "kind_named"]
