"""What those may do who look after the reports: upload, index anew, remove; with progress, and the page goes on."""

from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.index.manifest import IndexedDocument
from assistant.reasons import from_data
from assistant.settings import Settings
from assistant.store.uploads import refusal, safe_name, stage
from assistant.texts import text
from assistant.ui.admin import jobs
from assistant.ui.admin.jobs import Job
from assistant.ui.html.markup import unmarked
from assistant.ui.users.uploads import UPLOADS
from assistant.ui.users.user import may_manage_reports

_ROUND = "upload-round"  # a new number empties the field for files
_REFUSED = "upload-refused"


def panel(settings: Settings, language: str) -> None:
    """Upload and index anew, or how far the change is that is being made."""
    job = jobs.last(settings)
    if job is not None and job.is_running:
        progress(settings, language)
        return
    if job is not None and job.task != "evals":
        outcome(job, language)
    for line in st.session_state.pop(_REFUSED, ()):
        st.warning(line)
    with st.expander(text("manage_title", language), key="manage"):
        _upload(settings, language)
        st.divider()
        st.markdown(text("reindex_why", language))
        st.button(text("reindex", language), key="reindex", on_click=_start, args=(settings, "reindex"))


def remove_button(item: IndexedDocument, settings: Settings, language: str) -> None:
    """Remove a report, after a word on what that means."""
    name, job = item.report.document, jobs.last(settings)
    is_busy = job is not None and job.is_running
    with st.popover(text("report_remove", language), key=f"remove-{name}", disabled=is_busy):
        is_uploaded = any(_is_upload(place, settings) for place in item.places)
        st.markdown(text("report_remove_upload" if is_uploaded else "report_remove_why", language))
        st.button(
            text("report_remove_now", language),
            key=f"remove-now-{name}",
            on_click=_start,
            args=(settings, "remove"),
            kwargs={"documents": [name]},
        )


def _upload(settings: Settings, language: str) -> None:
    limits = settings.uploads
    UPLOADS.allow(_session(), limits)
    number = st.session_state.get(_ROUND, 0)
    with st.form(f"upload-{number}", border=False):
        files = st.file_uploader(
            text("upload_label", language, files=limits.files),
            type=list(limits.types),
            accept_multiple_files=True,
            max_upload_size=limits.mb,
            key=f"upload-files-{number}",
        )
        if st.form_submit_button(text("upload", language), type="primary") and files:
            _take(files, settings, language)


def _take(files: list[UploadedFile], settings: Settings, language: str) -> None:
    """Put the files that keep to the limits down and have them indexed; say what becomes of the others."""
    limits = settings.uploads
    good: list[tuple[str, bytes]] = []
    refused: list[str] = []
    for file in files:
        key = refusal(safe_name(file.name), file.size, limits) if len(good) < limits.files else "upload_many"
        if key is None:
            good.append((file.name, file.getvalue()))
        else:
            kinds = ", ".join(limits.types)
            refused.append(text(key, language, name=file.name, mb=limits.mb, files=limits.files, kinds=kinds))
    UPLOADS.allow(_session(), limits, anew=True)
    st.session_state[_REFUSED] = refused
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    if good:
        _start(settings, "add", files=good)
    st.rerun()


def _session() -> str:
    context = get_script_run_ctx()
    return context.session_id if context else ""


def _start(
    settings: Settings,
    task: str,
    *,
    files: list[tuple[str, bytes]] | None = None,
    documents: list[str] | None = None,
) -> None:
    """Start a change. The right to it is asked for here too: what a page once drew is no proof of it."""
    if may_manage_reports(settings):
        jobs.start(settings, task, lambda: stage(files or (), settings.uploads), documents or [])


@st.fragment(run_every=1.0)
def progress(settings: Settings, language: str) -> None:
    """How far the job is that runs; the page is drawn anew when it ends."""
    job = jobs.last(settings)
    if job is None or not job.is_running:
        st.rerun()
    share = min(job.done / job.total, 1.0) if job.total else 0.0
    words = text(f"job_{job.step or 'start'}", language, done=job.done, total=job.total)
    st.progress(share, text=words)
    st.caption(text("job_goes_on", language))


def outcome(job: Job, language: str) -> None:
    """What the last change came to."""
    outcome: dict[str, Any] = job.outcome or {}
    if "error" in outcome:
        st.error(failed(outcome["error"], language))
        return
    done = outcome["done"]
    for key in ("added", "removed", "known"):
        if done[key]:
            st.success(text(f"job_{key}", language, names=unmarked(", ".join(done[key]))))
    for name, reason in done["refused"]:
        told = from_data(reason).worded(language)
        st.warning(text("job_refused", language, name=unmarked(name), reason=told))
    if not (done["added"] or done["removed"] or done["known"] or done["refused"]):
        st.success(text("job_changed" if done["written"] else "job_nothing", language))


def failed(error: dict[str, Any], language: str) -> str:
    """Why a change came to nothing, as Markdown."""
    why = from_data(error)
    if why.code == "index_busy":
        return text("job_busy", language)
    return f"{text('job_failed', language)}\n\n{unmarked(why.worded(language))}"


def _is_upload(place: str, settings: Settings) -> bool:
    return place.startswith(f"{settings.uploads.dir.absolute()}/")
