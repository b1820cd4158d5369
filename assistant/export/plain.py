"""A document as Markdown and as plain text: notes as `[n]`, their quotes and references in lists at the end."""

from collections.abc import Callable

from assistant.export.blocks import Block, Exported, Grid, Note, Style
from assistant.export.references import Reference
from assistant.rendering.rows import escape
from assistant.texts import text

_MARKS = {Style.QUESTION: "## ", Style.HEADING: "### ", Style.BULLET: "- "}


def as_markdown(document: Exported) -> str:
    """The document as Markdown; nothing that a report or a user wrote is taken as markup."""
    return f"# {escape(document.title)}\n\n{body_as_markdown(document)}"


def body_as_markdown(document: Exported) -> str:
    """The same without its title."""
    parts = _parts(document, _markdown_block)
    if document.notes:
        parts.append(f"## {text('sources', document.language)}")
        parts.append("\n".join(f"{note.number}. {_noted(note, escape, _linked)}" for note in document.notes))
    if document.references:
        parts.append(f"## {text('references', document.language)}")
        parts += [_markdown_reference(entry) for entry in document.references]
    return "\n\n".join(parts) + "\n"


def as_text(document: Exported) -> str:
    """The document as plain text."""
    parts = _parts(document, _plain_block)
    if document.notes:
        parts.append(text("sources", document.language))
        parts.append("\n".join(f"[{note.number}] {_noted(note, str)}" for note in document.notes))
    if document.references:
        parts.append(text("references", document.language))
        parts.append("\n".join(entry.plain for entry in document.references))
    return "\n\n".join(parts) + "\n"


def _parts(document: Exported, write: Callable[[Block], str]) -> list[str]:
    """The blocks, bullets that follow one another held together."""
    parts: list[str] = []
    after_bullet = False
    for block in document.blocks:
        is_bullet = not isinstance(block, Grid) and block.style is Style.BULLET
        if is_bullet and after_bullet:
            parts[-1] += "\n" + write(block)
        else:
            parts.append(write(block))
        after_bullet = is_bullet
    return parts


def _markdown_block(block: Block) -> str:
    if isinstance(block, Grid):
        header = [*block.header, ""]
        rows = [[*map(_cell, cells), _markers(notes, mark=_marked)] for cells, notes in block.rows]
        lines = [
            "| " + " | ".join(row) + " |" for row in ([_cell(one) for one in header], ["---"] * len(header), *rows)
        ]
        return f"**{escape(block.caption)}**\n\n" + "\n".join(lines)
    return _MARKS.get(block.style, "") + escape(block.words) + _markers(block.notes, " ", _marked)


def _plain_block(block: Block) -> str:
    if isinstance(block, Grid):
        rows = [" · ".join(cell for cell in cells if cell) + _markers(notes, " ") for cells, notes in block.rows]
        return "\n".join([block.caption, *rows])
    return ("- " if block.style is Style.BULLET else "") + block.words + _markers(block.notes, " ")


def _markers(notes: tuple[Note, ...], before: str = "", mark: Callable[[Note], str] | None = None) -> str:
    return "".join(before + (mark or _mark)(note) for note in notes)


def _mark(note: Note) -> str:
    return f"[{note.number}]"


def _marked(note: Note) -> str:
    """The marker in Markdown: a link where the source can be opened."""
    return f"[{_mark(note)}]({note.link})" if note.link else _mark(note)


def _linked(note: Note) -> str:
    return f"[{escape(note.source)}]({note.link})" if note.link else escape(note.source)


def _cell(words: str) -> str:
    return escape(words).replace("\n", " ")


def _noted(note: Note, write: Callable[[str], str], source: Callable[[Note], str] = lambda note: note.source) -> str:
    return f"{write(note.words)} ({source(note)})"


def _markdown_reference(entry: Reference) -> str:
    return f"{escape(entry.before)}*{escape(entry.title)}*{escape(entry.after)}"
