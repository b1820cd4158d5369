"""Saved e-mail (.eml): its subject, sender, receiver and date as a letter's head, then its words."""

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from assistant.errors import ReadError
from assistant.reasons import reason
from ingest.metadata import Line, Properties
from ingest.parts import Part, PartKind
from ingest.reading.cover import lines_of_text
from ingest.reading.sources import Source
from ingest.reading.text.encoding import decode
from ingest.reading.text.plain import read_plain
from ingest.reading.web.html import read_page
from ingest.words.characters import tidy

_QUOTED = re.compile(r"^>.*\n?", re.M)  # another's words, which the sender answers


def read_mail(data: bytes) -> Source:
    """The parts of a message. Raises ReadError where it is none; attachments are named in the warnings."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message["From"]:
        raise ReadError("other_kind", kind="eml")
    body = message.get_body(("plain", "html"))
    if body is None:
        raise ReadError("empty")
    sent = body.get_payload(decode=True)
    content = decode(sent if isinstance(sent, bytes) else b"", body.get_content_charset() or "")
    if body.get_content_subtype() == "html":
        source = read_page(content)
    else:
        content = _QUOTED.sub("", content)
        source = read_plain(content.encode("utf-8"))
    subject = tidy(str(message["Subject"] or ""))
    year = _year(message)
    sender = message["From"].addresses[0].domain if message["From"].addresses else ""
    head = [Line(text) for text in (subject, f"E-post: @{sender}" if sender else "") if text]
    source.lines = [*head, *(Line(line.text) for line in lines_of_text(content))]
    source.properties = Properties(subject, year=year, published=year)
    if subject:
        source.parts.insert(0, Part(PartKind.HEADING, subject, level=1))
    names = [tidy(part.get_filename() or "?") for part in message.iter_attachments()]
    source.warnings += [reason("attachment", name=name) for name in names]
    return source


def _year(message: EmailMessage) -> int | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).year
    except (TypeError, ValueError):
        return None
