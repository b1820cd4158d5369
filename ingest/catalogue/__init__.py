"""Reports that a person has vetted, known again by their words whatever the file is called."""

from ingest.catalogue.describing import describe, text_of
from ingest.catalogue.entry import Entry, apply
from ingest.catalogue.known import Catalogue, load_catalogue
from ingest.catalogue.sketch import fingerprint

__all__ = ["Catalogue", "Entry", "apply", "describe", "fingerprint", "load_catalogue", "text_of"]
