"""How the rows of an overview's page are arranged: chosen above them, held in the address; and the files of that."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assistant.evidence.places import link_to, place_of
from assistant.export.blocks import exported
from assistant.export.excel import as_excel
from assistant.export.word import as_word
from assistant.models import Answer, Citation
from assistant.rendering.arranging import FACTS, GROUPS, ORDERS, Arranged, Arrangement, columns_of
from assistant.texts import text
from assistant.ui.answer.export import EXCEL, WORD
from assistant.ui.session.going import absolute

_COLUMNS, _GROUP, _ORDER = "kolonner", "grupper", "sorter"  # of the address
_AT_FIRST_WITHOUT = FACTS  # who and when stand under the study's name, where they take no room from what it says
Link = Callable[[Citation], str]


def chosen(answer: Answer, themes: Sequence[str], language: str) -> Arrangement:
    """Draw the choice as the address has it; what is chosen anew is in the address when the page is next drawn."""
    there = columns_of(answer)
    at_first = [key for key in there if key not in _AT_FIRST_WITHOUT]
    named = st.query_params.get(_COLUMNS)
    columns = at_first if named is None else [key for key in there if key.removeprefix("row_") in named.split(",")]
    groups = ["", *(one for one in GROUPS if one != "theme" or themes)]
    group = st.query_params.get(_GROUP, "")
    order = st.query_params.get(_ORDER, ORDERS[0])
    group, order = group if group in groups else "", order if order in ORDERS else ORDERS[0]
    for name, value in ((_COLUMNS, columns), (_GROUP, group), (_ORDER, order)):
        st.session_state[_key(name)] = value
    st.pills(
        text("overview_columns", language),
        there,
        selection_mode="multi",
        format_func=lambda key: text(key, language),
        key=_key(_COLUMNS),
        on_change=_keep_columns,
        args=(at_first,),
    )
    with st.container(horizontal=True, key="arrangement"):
        st.selectbox(
            text("overview_group", language),
            groups,
            format_func=lambda name: text(f"group_{name}" if name else "group_none", language),
            key=_key(_GROUP),
            on_change=_keep,
            args=(_GROUP, ""),
        )
        st.selectbox(
            text("overview_order", language),
            ORDERS,
            format_func=lambda name: text(f"order_{name}", language),
            key=_key(_ORDER),
            on_change=_keep,
            args=(_ORDER, ORDERS[0]),
        )
    return Arrangement(tuple(columns), group, order)


def downloads(answer: Answer, shown: Arranged | None, language: str) -> None:
    """The files of what is shown; of all that the answer has where nothing is chosen."""
    name = text("page_overview", language).lower()
    link = partial(_link, absolute(""))  # a file is made when it is asked for, where no address is known
    files = (("xlsx", EXCEL, "export_excel", _excel), ("docx", WORD, "export_word", _word))
    with st.container(horizontal=True, key="overview-files"):
        for ending, mime, said, make in files:
            st.download_button(
                text(said, language),
                partial(make, answer, shown, link, language),
                file_name=f"{name}.{ending}",
                mime=mime,
                key=f"overview-{ending}",
                on_click="ignore",
            )


def _excel(answer: Answer, shown: Arranged | None, link: Link, language: str) -> bytes:
    return as_excel(answer, language, link, shown)


def _word(answer: Answer, shown: Arranged | None, link: Link, language: str) -> bytes:
    return as_word(exported([answer], language, answer.theme, link, shown))


def _link(home: str, citation: Citation) -> str:
    return home + link_to(place_of(citation))


def _keep_columns(at_first: list[str]) -> None:
    columns = st.session_state[_key(_COLUMNS)]
    _keep_in_address(_COLUMNS, ",".join(key.removeprefix("row_") for key in columns), set(columns) == set(at_first))


def _keep(name: str, at_first: str) -> None:
    value = st.session_state[_key(name)]
    _keep_in_address(name, value, value == at_first)


def _keep_in_address(name: str, value: str, is_as_at_first: bool) -> None:
    if not is_as_at_first:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def _key(name: str) -> str:
    return f"overview-{name}"
