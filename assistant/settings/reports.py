"""How reports come in: fetched or uploaded, read in bounds, cut into passages."""

from pathlib import Path

from pydantic import Field

from assistant.settings.parts import Part


class PassageSettings(Part):
    """How reports are read and cut into passages."""

    size: int = Field(default=700, ge=100, le=4000, description="Characters a passage aims at, headings not counted.")
    ocr: bool = Field(default=False, description="Read scanned PDFs with Tesseract, where it is installed.")


class ReadingSettings(Part):
    """What the processes may take that read files, each one file at a time; a file that wants more is left out."""

    processes: int = Field(default=2, ge=1, le=64, description="Files read at once; never more than processors.")
    memory_mb: int = Field(
        default=600, ge=200, le=64_000, description="Megabytes of memory that each process may have (on Linux)."
    )
    cpu_seconds: int = Field(default=20, ge=1, description="Seconds of a processor that any file may take.")
    cpu_seconds_a_mb: int = Field(default=60, ge=0, description="Seconds of a processor more for each megabyte of it.")
    seconds: int = Field(
        default=1800, ge=1, description="Seconds by the clock that a file may take, OCR and LibreOffice included."
    )
    output_mb: int = Field(default=32, ge=1, le=1000, description="Megabytes that may come of a file.")


class UploadSettings(Part):
    """Reports that are uploaded on the page."""

    dir: Path = Field(default=Path("data/uploads"), description="Where uploaded reports are kept.")
    types: tuple[str, ...] = Field(
        default=("pdf", "docx", "html", "htm", "md", "txt", "xlsx", "pptx", "epub", "eml", "zip"),
        description="Endings that an uploaded file may have; doc, odt and the like need LibreOffice.",
    )
    mb: int = Field(default=50, ge=1, le=300, description="Megabytes that an uploaded file may have.")
    files: int = Field(default=20, ge=1, le=200, description="Files that may be uploaded at once.")
    minutes: int = Field(default=60, ge=1, description="A change to the index that takes longer is stopped.")


class FetchSettings(Part):
    """How reports are fetched from the addresses in the catalogue, when told to (`python -m ingest fetch`)."""

    mb: int = Field(default=100, ge=1, le=1000, description="Megabytes that a report may have.")
    seconds: float = Field(default=300.0, gt=0, description="Seconds that one report may take.")
    delay: float = Field(default=5.0, ge=0, description="Seconds between two requests to one host, at the least.")
    private: tuple[str, ...] = Field(
        default=(), description="Hosts on an inner network that may be asked, `intranett.kommune.no`; others may not."
    )
