"""Why a file was left out and what was remarked when it was read, in the user's language.

Ingestion words these in English, one line each; what is not known here is shown as it is.
"""

import re

from assistant.texts import text

_REASONS = (
    (r"no text layer.*", "reason_scanned"),
    (r"encrypted", "reason_encrypted"),
    (r"an encrypted or old Word file.*", "reason_old_word"),
    (r"(not .* in spite of its name.*)", "reason_not_what_it_says"),
    (r"(empty file|no text in it|no text to index|no pages)", "reason_empty"),
    (r"(too large to read|too large or too damaged to read|nested too deep)", "reason_too_large"),
    (r"took too long to read", "reason_too_slow"),
    (r"too many pages \((?P<pages>\d+)\)", "reason_too_many_pages"),
    (r"damaged.*", "reason_damaged"),
    (r"(unknown kind of file.*|not one of .*)", "reason_unknown_kind"),
    (r"unknown encoding", "reason_encoding"),
    (r"no files of the kinds.*", "reason_no_files"),
    (r"page (?P<page>\d+) could not be read in full", "remark_part_of_page"),
    (r"page (?P<page>\d+) could not be read", "remark_page"),
    (r"page (?P<page>\d+) holds a picture.*", "remark_picture"),
    (r"page (?P<page>\d+) was read by OCR", "remark_ocr"),
)


def worded(reason: str, language: str) -> str:
    """The reason in `language`, where it is one that is known."""
    for pattern, key in _REASONS:
        found = re.fullmatch(pattern, reason)
        if found:
            return text(key, language, **found.groupdict())
    return reason
