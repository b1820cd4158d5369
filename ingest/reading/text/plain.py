"""Text files, Markdown among them."""

from ingest.metadata import Properties
from ingest.reading.cover import lines_of_text
from ingest.reading.sources import Source
from ingest.reading.text.encoding import decode
from ingest.reading.text.frontmatter import take_front_matter
from ingest.reading.text.marked import read_marked
from ingest.reading.text.wrapped import is_wrapped, read_wrapped
from ingest.words.hyphens import joiner_for

LONGEST = 8000  # characters in a line; no paragraph that somebody wrote is longer


def within_reason(text: str) -> str:
    """The text with lines beyond all reason cut into pieces, so that no pattern has to work on megabytes."""
    if max((len(line) for line in text.split("\n")), default=0) <= LONGEST:
        return text
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line))


def _pieces(line: str) -> list[str]:
    pieces = []
    while len(line) > LONGEST:
        cut = line.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST
        pieces += [line[:cut], ""]
        line = line[cut:]
    return [*pieces, line]


def read_plain(data: bytes) -> Source:
    """A text file. Raises ReadError where it is no text."""
    text = within_reason(decode(data).replace("\r\n", "\n").replace("\r", "\n"))
    stated, text = take_front_matter(text)
    joiner = joiner_for(text)
    parts = read_wrapped(text, joiner) if is_wrapped(text) else read_marked(text, joiner)
    # Whoever wrote front matter wrote Markdown and means its headings; without it, a converter may have made them.
    properties = stated or Properties()
    return Source(parts, joiner, properties, written=stated is not None, lines=lines_of_text(text))
