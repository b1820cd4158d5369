"""A report's particulars put together, each with where it was read."""

from assistant.models import Report
from ingest.metadata.front import Line, front_of
from ingest.metadata.kind import kind_of
from ingest.metadata.language import language_of
from ingest.metadata.properties import Properties
from ingest.metadata.publisher import maker_and_client, publisher_of
from ingest.metadata.series import series_of
from ingest.metadata.title import spoken_of, title_of
from ingest.metadata.year import year_of

_TAIL = 40  # lines


def describe(
    document: str, properties: Properties, lines: list[Line], paragraphs: list[str], *, is_wide: bool = False
) -> Report:
    """The report's particulars: `lines` are those of the first pages, `paragraphs` all of its text.

    Whatever is not stated in so many words is named in `guessed`; `origins` say where each was read. `is_wide` says
    that the pages lie on their side.
    """
    front = front_of(lines)
    tail = [line for paragraph in paragraphs[-_TAIL:] for line in paragraph.split("\n")][-_TAIL:]
    title = title_of(document, properties.title, front, is_vetted=properties.is_vetted)
    year = year_of(document, title, properties, front, opening=paragraphs[:30], tail=tail)
    publisher = publisher_of(properties, title, front, paragraphs, tail)
    maker, client = maker_and_client(front, paragraphs[:30], publisher)
    kind, kind_origin, kind_guessed = (
        (properties.kind, "properties", False)
        if properties.kind
        else kind_of(title.text, title.subtitle, front, spoken_of(document), is_wide=is_wide)
    )
    language, language_guessed = language_of("\n".join(paragraphs), properties.language)
    if properties.is_vetted and properties.language:
        language, language_guessed = properties.language, False
    found = {
        "title": (title.origin, title.guessed),
        "year": (year.origin, year.guessed and year.year is not None),
        "publisher": (publisher.origin, publisher.guessed and publisher.name is not None),
        "kind": (kind_origin, kind_guessed),
        "language": ("text", language_guessed),
    }
    return Report(
        document,
        title.text,
        year.year,
        publisher.name,
        kind,
        language,
        properties.pages,
        tuple(name for name, (_, guessed) in found.items() if guessed),
        digest_of=properties.digest_of,
        subtitle=title.subtitle,
        series=series_of(front.texts[: max(front.text_start, front.head_end)][:60]),
        made_by=maker,
        made_for=client,
        origins=tuple((name, origin) for name, (origin, _) in found.items() if origin),
    )
