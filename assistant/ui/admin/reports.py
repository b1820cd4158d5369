"""What is indexed, what was left out, and the last changes to it."""

from datetime import UTC, datetime

import streamlit as st

from assistant.errors import AssistantError
from assistant.index.manifest import load_manifest
from assistant.process.opening import opened
from assistant.reasons import from_data
from assistant.rendering.formats import date, many, number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.admin import grid, jobs, manage
from assistant.ui.admin.jobs import Job
from assistant.ui.session import clock
from assistant.ui.session.going import LIBRARY, way_on
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
            "date": date(manifest.created, language),
        }
        left_out = [many("admin_left_out", len(manifest.left_out), language)] if manifest.left_out else []
        st.markdown(" ".join([text("admin_reports_are", language, **values), *left_out]))
    way_on(LIBRARY, text("admin_reports_go" if manifest and manifest.left_out else "admin_reports_see", language))
    if may_manage_reports(settings):
        manage.panel(settings, language)
    st.header(text("admin_jobs", language))
    rows = [_row(job, language) for job in jobs.latest(settings)]
    if rows:
        columns = [text(f"admin_job_{name}", language) for name in ("what", "when", "outcome")]
        grid.draw(text("admin_jobs", language), columns, rows, language)
    st.caption(text("admin_jobs_of_page", language))


def _row(job: Job, language: str) -> tuple[str, str, str]:
    when = clock.told(datetime.fromtimestamp(job.started, UTC), language)
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
