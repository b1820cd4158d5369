"""What to ask next: questions that the index can answer, for what an answer leaves open."""

import re
from collections.abc import Iterator

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Answer, Passage, SectionKind, Study
from assistant.texts import text

_MOST = 3
_NEAR = 0.75  # of the best hit's score, below which another report says nothing of it
_LOOKED_AT = 8  # hits that fit the question well enough to be asked about
_NEAREST = 3  # those that do where the question is not answered
_NUMBERED = re.compile(r"^\d+(?:\.\d+)*\.?\s+(?=\D)")  # of "40 000 settled" no half is a number of a heading
_INNER = str.maketrans("«»“”", "‘’‘’")
_GENERIC = 12  # shorter headings ("Metode", "Hovedfunn") mean nothing without the ones above


def starters(manifest: Manifest, language: str) -> tuple[str, ...]:
    """Three questions to begin with: on findings, on recommendations, and on a report as a whole; the newest first."""
    newest = newest_first(manifest)
    studies = (
        text(key, language, study=quotable(study.title))
        for key, kind in (
            ("example_findings", SectionKind.FINDINGS),
            ("example_recommendations", SectionKind.RECOMMENDATIONS),
        )
        for study in [study for item in newest for study in item.studies if kind in study.sections][:1]
    )
    return (*studies, *(text("example_about", language, title=item.report.title) for item in newest))[:_MOST]


def newest_first(manifest: Manifest) -> list[IndexedDocument]:
    """The indexed documents, the newest report first."""
    return sorted(manifest.documents, key=lambda item: (-(item.report.year or 0), item.report.title))


def follow_ups(answer: Answer, manifest: Manifest, language: str) -> tuple[str, ...]:
    """Up to three questions, the nearest first: the other half of the study that is cited, and the studies and
    sections that were found as well, those of newer reports first.
    """
    asked = {answer.question.casefold(), answer.asked_as.casefold()}
    found: dict[str, None] = {}
    for question in (*_other_half(answer, language), *_found_as_well(answer, manifest, language)):
        if question.casefold() not in asked:
            found.setdefault(question)
        if len(found) == _MOST:
            break
    return tuple(found)


def _other_half(answer: Answer, language: str) -> Iterator[str]:
    """The recommendations of a study of which only findings are cited, and the other way round."""
    for study in _cited_studies(answer):
        shown = {citation.passage.kind for citation in answer.citations if citation.study == study}
        for kind, key in (
            (SectionKind.RECOMMENDATIONS, "example_recommendations"),
            (SectionKind.FINDINGS, "example_findings"),
        ):
            if kind in study.sections and kind not in shown:
                yield text(key, language, study=quotable(study.title))
                break


def _found_as_well(answer: Answer, manifest: Manifest, language: str) -> Iterator[str]:
    """The studies, or the sections of reports without studies, that search found and the answer does not cite."""
    newest = max((citation.passage.year or 0 for citation in answer.citations), default=0)
    best = answer.hits[0].score if answer.hits else 0.0
    near = [hit.passage for hit in answer.hits[: _NEAREST if answer.abstained else _LOOKED_AT]]
    newer = [
        hit.passage
        for hit in answer.hits[:_LOOKED_AT]
        if newest < (hit.passage.year or 0) and hit.score >= _NEAR * best
    ]
    cited = {_topic(citation.passage) for citation in answer.citations}
    for passage in [*([] if answer.abstained or not newest else newer), *near]:
        topic = _topic(passage)
        if topic in cited:
            continue
        cited.add(topic)
        if passage.study:
            study = manifest.study_of(passage)
            if study and SectionKind.FINDINGS in study.sections:
                yield text("example_findings", language, study=quotable(study.title))
        elif passage.path and len(passage.path[-1]) > _GENERIC:
            heading = _NUMBERED.sub("", passage.path[-1])
            yield text("follow_section", language, heading=heading, title=passage.title)


def _cited_studies(answer: Answer) -> list[Study]:
    return list(dict.fromkeys(citation.study for citation in answer.citations if citation.study))


def _topic(passage: Passage) -> tuple[str, str]:
    return passage.document, passage.study or (passage.path[-1] if passage.path else "")


def name_of(title: str) -> str:
    """A study's title as it stands in quotation marks: what it quotes itself, without what follows."""
    depth = 0
    for place, character in enumerate(title if title.startswith("«") else ""):
        depth += {"«": 1, "»": -1}.get(character, 0)
        if not depth:
            return title[1:place]
    return title.strip("«»")


def quotable(title: str) -> str:
    """The same as it stands within a question: what asks or quotes by itself does so no more."""
    return name_of(title).rstrip("?").translate(_INNER)
