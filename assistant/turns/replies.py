"""Conversation: a friendly word and questions that the index answers, and never a quote."""

from collections import Counter

from assistant.index.manifest import Manifest
from assistant.models import Answer, Report, Request, dated
from assistant.question.suggest import newest_first, starters
from assistant.rendering.formats import number
from assistant.rendering.rows import escape
from assistant.settings import AppSettings
from assistant.texts import TEXTS, text

# Kinds that are answered as another is.
_AS = {"help": "capabilities", "praise": "thanks", "complaint": "rude"}
_WITHOUT_QUESTIONS = ("thanks", "goodbye")
_LISTED = 12


def reply(kind: str, typed: str, language: str, manifest: Manifest, app: AppSettings) -> Answer:
    """The reply to a turn of conversation of this kind ("greeting", "thanks" …), in `language`; an unknown kind is
    answered with what can be asked.
    """
    key = f"talk_{_AS.get(kind, kind)}"
    said = text(
        key if key in TEXTS else "talk_unsure",
        language,
        documents=number(len(manifest.documents), language),
        contact=_contact(app, language),
        **_held(manifest, language),
    )
    if key == "talk_reports":
        said = "\n\n".join((said, text("talk_reports_all", language), _list(manifest)))
    suggested = () if kind in _WITHOUT_QUESTIONS else starters(manifest, language)
    return Answer(typed, (), (), (), language=language, request=Request.CONVERSATION, reply=said, suggested=suggested)


def _held(manifest: Manifest, language: str) -> dict[str, str]:
    """What the index holds: years, kinds with their counts, studies, the newest report."""
    reports = [item.report for item in newest_first(manifest)]
    years = [report.year for report in reports if report.year]
    kinds = Counter(report.kind for report in reports)
    counted = (
        f"{_within(text(f'kind_{kind.name.lower()}', language))}: {count}" for kind, count in kinds.most_common()
    )
    return {
        "years": f"{min(years)}–{max(years)}" if years else "–",
        "kinds": ", ".join(counted),
        "studies": number(manifest.studies, language),
        "newest": _titled(reports[0]) if reports else "–",
    }


def _list(manifest: Manifest) -> str:
    reports = [item.report for item in newest_first(manifest)]
    more = ["- …"] if len(reports) > _LISTED else []
    return "\n".join([*(f"- {_titled(report)}" for report in reports[:_LISTED]), *more])


def _titled(report: Report) -> str:
    return escape(dated(report.title, report.year))


def _within(name: str) -> str:
    """A name as it stands within a sentence: "undersøkelse", but "FoU-rapport"."""
    return name if name[1:] != name[1:].lower() else name.lower()


def _contact(app: AppSettings, language: str) -> str:
    return " ".join(part for part in (app.contact, app.contact_url) if part) or text("contact_unknown", language)
