"""What an empty page shows: what this is and who runs it, what is in it, and doors to what one can ask."""

import logging
from base64 import b64encode
from html import escape

import streamlit as st

from assistant.examples import Example, Examples, overview_of
from assistant.index.manifest import Manifest
from assistant.models import Request
from assistant.rendering.formats import capitalised, many
from assistant.settings import AppSettings, Settings
from assistant.texts import text
from assistant.ui.asking import trying
from assistant.ui.html.markup import tag, unmarked
from assistant.ui.html.sources import promise
from assistant.ui.kept import arrived
from assistant.ui.session import state
from assistant.ui.session.away import contact
from assistant.ui.session.going import LIBRARY, go_to

log = logging.getLogger(__name__)
_LOOK_AGAIN = "3s"  # while the examples are being tried
_KINDS = {
    Request.QUESTION: "door_ask",
    Request.OVERVIEW: "door_overview",
    Request.COMPARISON: "door_compare",
    Request.SUMMARY: "door_summary",
}


def no_index(settings: Settings, language: str) -> None:
    """The page of an index without reports."""
    st.title(text("no_index_title", language))
    st.markdown(text("no_index_help", language))
    st.markdown(contact(settings, language))


def welcome(manifest: Manifest, settings: Settings, language: str) -> None:
    """The first thing one sees: what this is and who stands behind it, what is in it, and doors that lead somewhere."""
    st.title(text("app_title", language))
    st.markdown(" ".join(filter(None, (text("app_intro", language), promise(manifest, language)))))
    if run_by := _run_by(settings.app, language):
        st.html(run_by)
    with st.container(horizontal=True, vertical_alignment="center", key="indexed"):
        st.html(f'<p class="indexed">{escape(counted(manifest, language))}</p>', width="content")
        if st.button(text("browse", language), key="browse", type="tertiary"):
            go_to(LIBRARY)
    arrived.draw(settings, language)
    found = trying.tried_examples(settings)
    if found is None:
        _waiting(settings, language)
    else:
        _doors(found, language)


def _run_by(app: AppSettings, language: str) -> str:
    """Who stands behind this, with their logo; empty where nobody is named."""
    logo = ""
    try:
        if app.logo is not None:
            kind = "image/svg+xml" if app.logo.suffix.lower() == ".svg" else "image/png"
            logo = tag("img", src=f"data:{kind};base64,{b64encode(app.logo.read_bytes()).decode()}", alt="", height=32)
    except OSError as error:
        log.error("The logo cannot be read: %s", error)
    words = escape(text("run_by", language, name=app.name)) if app.name else ""
    return tag("p", logo + words, class_="run-by") if logo or words else ""


def counted(manifest: Manifest, language: str) -> str:
    """What is indexed, in a line: `5 rapporter, 56 studier, 2016–2023`."""
    documents, studies = len(manifest.documents), manifest.studies
    years = sorted({document.report.year for document in manifest.documents if document.report.year})
    parts = [
        many("count_reports", documents, language),
        *([many("count_studies", studies, language)] if studies else []),
        *([str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"] if years else []),
    ]
    return ", ".join(parts)


@st.fragment(run_every=_LOOK_AGAIN)
def _waiting(settings: Settings, language: str) -> None:
    """What one can ask for, in words, where the examples of it will stand; draws the page anew once they are there."""
    with st.container(key="examples"):
        st.header(text("can_ask", language))
        for name in _KINDS.values():
            said = tag("strong", escape(text(name, language))) + tag("br") + escape(text(f"{name}_means", language))
            st.html(tag("p", said, class_="door"))
    if trying.tried_examples(settings) is not None:
        st.rerun()


def _doors(found: Examples, language: str) -> None:
    if found.examples:
        with st.container(key="examples"):
            st.header(text("try_asking", language))
            for place, example in enumerate(found.examples):
                label = f"**{text(_KINDS[example.request], language)}**  \n{unmarked(example.said(language))}"
                _door(label, example, f"example-{place}", language)
    if found.themes:
        with st.container(key="themes"):
            st.header(text("by_theme", language))
            with st.container(horizontal=True, key="theme-row"):
                for place, theme in enumerate(found.themes):
                    _door(capitalised(theme), overview_of(theme), f"theme-{place}", language)


def _door(label: str, example: Example, key: str, language: str) -> None:
    st.button(
        label,
        key=key,
        width="stretch" if key.startswith("example") else "content",
        on_click=state.ask,
        args=(example.said(language), _request(example)),
    )


def _request(example: Example) -> Request | None:
    """What need not be recognised; a plain question is asked as if it were typed."""
    return None if example.request is Request.QUESTION else example.request
