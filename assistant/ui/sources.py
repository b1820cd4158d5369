"""The numbered sources under an answer, each of which opens to the passage with the quote marked."""

from html import escape

import streamlit as st

from assistant.models import Answer, Citation
from assistant.render import source_line
from assistant.texts import text


def source_list(answer: Answer, turn: int, language: str) -> None:
    """The sources of one answer; a source opens where it is clicked."""
    if not answer.citations:
        return
    st.markdown(f"**{text('sources', language)}**")
    for citation in answer.citations:
        label = f"\\[{citation.n}\\] {_plain(source_line(citation, language))}"
        with st.expander(label, key=f"source-{turn}-{citation.n}"):
            st.html(marked_passage(citation))
            if citation.passage.is_digest:
                st.markdown(_plain(text("digest_note", language, title=citation.passage.title)))


def marked_passage(citation: Citation) -> str:
    """The passage as HTML, its quote marked; nothing in the report's words is taken as HTML."""
    words, start, end = citation.passage.text, citation.start, citation.end
    before, quote, after = escape(words[:start]), escape(words[start:end]), escape(words[end:])
    return _paragraphs(f"{before}<mark>{quote}</mark>{after}")


def _paragraphs(html: str) -> str:
    return "".join(f"<p>{line}</p>" for line in html.split("\n"))


def _plain(label: str) -> str:
    """A report's words in a label, where Streamlit would read Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#$~:" else c for c in label)
