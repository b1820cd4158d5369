"""The versions of the index that are kept, and the way back to one of them."""

from datetime import datetime

import streamlit as st

from assistant.errors import AssistantError, UnusableIndex
from assistant.index.manifest import Manifest, live_version, manifest_of
from assistant.rendering.formats import number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.admin import jobs, manage
from assistant.ui.session import clock
from assistant.ui.users import user
from assistant.ui.users.roles import Role


def kept(settings: Settings) -> list[Manifest]:
    """The versions that can be read, newest first."""
    found = []
    for path in sorted((settings.index_dir / "versions").glob("*/manifest.json"), reverse=True):
        try:
            found.append(manifest_of(settings.index_dir, path.parent.name))
        except UnusableIndex:  # of another release, or damaged: there is no way back to it
            continue
    return found


def draw(settings: Settings, language: str) -> None:
    """The part `versions`."""
    st.markdown(text("admin_versions_why", language))
    job = jobs.last(settings)
    if job is not None and job.is_running:
        manage.progress(settings, language)
    elif job is not None and job.task == "rollback":
        manage.outcome(job, language)
    try:
        live = live_version(settings.index_dir)
    except AssistantError as error:
        st.error(error.worded(language))
        return
    for manifest in kept(settings):
        is_live = manifest.version == live
        with st.container(border=True, key=f"version-{manifest.version}"):
            at = clock.told(datetime.fromisoformat(manifest.created), language)
            st.header(text("admin_version_live" if is_live else "admin_version", language, date=at))
            documents, passages = number(len(manifest.documents), language), number(manifest.passages, language)
            st.markdown(text("admin_version_is", language, documents=documents, passages=passages))
            st.caption(f"`{manifest.version}`")
            if not is_live:
                _way_back(manifest.version, settings, language, is_busy=job is not None and job.is_running)


def _way_back(version: str, settings: Settings, language: str, *, is_busy: bool) -> None:
    """A button behind a word on what it means."""
    with st.popover(text("admin_back", language), key=f"back-{version}", disabled=is_busy):
        st.markdown(text("admin_back_why", language))
        st.button(
            text("admin_back_now", language), key=f"back-now-{version}", on_click=_go_back, args=(settings, version)
        )


def _go_back(settings: Settings, version: str) -> None:
    """Asked again: what a page once drew is no proof of a right."""
    if user.role(settings) >= Role.ADMINISTRATOR:
        jobs.start(settings, "rollback", documents=[version])
