"""What is indexed, what was left out, and the last changes to it."""

from datetime import UTC, datetime

import streamlit as st

from assistant.errors import AssistantError
from assistant.index.manifest import load_manifest
from assistant.process.opening import opened
from assistant.reasons import from_data
from assistant.rendering.formats import date, number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.admin import grid, jobs, manage
from assistant.ui.admin.jobs import Job
from assistant.ui.session.going import LIBRARY, page_at
from assistant.ui.users.user import may_manage_reports


def draw(settings: Settings, language: str) -> None:
    """The part `reports`."""
    manifest = None
    try:
        manifest = load_manifest(settings.index_dir)
        opened(settings)
    except AssistantError as error:
        st.error(error.worded(language))
    if manifest:
        values = {
            "documents": number(len(manifest.documents), language),
            "passages": number(manifest.passages, language),
            "left_out": number(len(manifest.left_out), language),
            "date": date(manifest.created, language),
        }
        st.markdown(text("admin_reports_are", language, **values))
    st.page_link(page_at(LIBRARY), label=text("admin_reports_go", language))
    if may_manage_reports(settings):
        manage.panel(settings, language)
    st.header(text("admin_jobs", language))
    rows = [_row(job, language) for job in jobs.latest(settings)]
    if rows:
        columns = [text(f"admin_job_{name}", language) for name in ("what", "when", "outcome")]
        grid.draw(text("admin_jobs", language), columns, rows, language)
    st.caption(text("admin_jobs_of_page", language))


def _row(job: Job, language: str) -> tuple[str, str, str]:
    started = datetime.fromtimestamp(job.started, UTC).astimezone()
    when = f"{date(started.isoformat(), language)} {started:%H:%M}"
    return text(f"admin_task_{job.task}", language), when, _outcome(job, language)


def _outcome(job: Job, language: str) -> str:
    if job.outcome is None:
        return text("admin_job_runs", language)
    if "error" in job.outcome:
        why = from_data(job.outcome["error"])
        return text("job_busy", language) if why.code == "index_busy" else why.worded(language)
    done = job.outcome["done"]
    counts = {name: len(done.get(name, ())) for name in ("added", "removed", "refused")}
    told = [text(f"admin_job_{name}", language, count=count) for name, count in counts.items() if count]
    return ", ".join(told) or text("admin_job_done", language)
