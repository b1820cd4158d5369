"""What kind of document a report is: what it calls itself, its title, its form."""

import re

from assistant.models import ReportKind
from ingest.metadata.dates import is_date_line
from ingest.metadata.front import Front, is_address, is_label

_ANSWER = r"\w*innspill\w*|\w*innspel\w*|høringssvar|høringsuttalelse|høringsfråsegn|høyringssvar|høyringsfråsegn|"
_ANSWER += r"høringsnotat|høyringsuttale|uttalelse (?:til|om)|fråsegn (?:til|om)|åpent brev|ope brev|følgebrev|"
_ANSWER += r"comments on the (?:proposed|proposal|draft)|consultation response"
_KINDS: tuple[tuple[ReportKind, str], ...] = (
    (ReportKind.WHITE_PAPER, r"meld\. ?st\.?|st\. ?meld\.?|stortingsmelding\w*|prop\. ?\d+|melding til stortinget"),
    (ReportKind.ANNUAL, r"årsrapport|årsmelding|årsberetning|annual report|årsmeldinga"),
    (ReportKind.LETTER, r"(?:supplerende )?tildelings(?:brev|skriv)|oppdragsbrev"),
    (ReportKind.HEARING, _ANSWER),
    (ReportKind.EVALUATION, r"evaluering|følgeevaluering|midtveisevaluering|evaluation"),
    (
        ReportKind.REVIEW,
        r"kunnskapsoversikt|kunnskapsoppsummering|systematisk oversikt|kunnskapsstatus|litteraturgjennomgang|"
        r"kunnskapsgrunnlag|research review|systematic review",
    ),
    (ReportKind.GUIDE, r"\w*veileder|\w*veileiar|\w*rettleiar|rettleiing|veiledning|retningslinjer? for|guidelines?"),
    (ReportKind.SURVEY, r"\w*undersøkelse\w*|\w*undersøking\w*|\w*barometer\w*|\w*kartlegging\w*|survey|levekår"),
    (ReportKind.RESEARCH, r"fou|forsknings(?!råd|institutt|senter)|research (?:report|paper|project)|forsking"),
    (ReportKind.NOTE, r"\w*notat(?:et)?\b|memo|faktaark"),
    (ReportKind.SLIDES, r"lysark|presentasjon(?:en)? (?:for|på|til)|foredrag"),
    (ReportKind.LAW, r"(?:lov|forskrift) (?:om|til)\b"),
    (ReportKind.REPORT, r"\w*rapport(?:en)?\b|report|utredning|utgreiing|NOU \d"),
)
# What stands alone on a line of the first page: "NOTAT", "Rapport 2020:5", "FFO-NOTAT", "Høringssvar fra …".
_ALONE = re.compile(r"(?:[\w.-]+[-\s])?(?P<word>[^\W\d]+)(?:\s?(?:nr\.?\s?)?[\d/:.–-]+)?", re.I)
_SALUTED = re.compile(r"(?:kjære|kjere|hei|til (?:den|de) det (?:måtte|måtte)|med (?:vennlig|vennleg|beste) h)", re.I)


def kind_named(text: str) -> ReportKind | None:
    """The kind of report that the text names; None where it names none."""
    return next((kind for kind, words in _KINDS if re.search(rf"\b(?:{words})", text, re.I)), None)


def kind_of(title: str, subtitle: str, front: Front, spoken: str, *, is_wide: bool) -> tuple[ReportKind, str, bool]:
    """The kind, where it was read and whether it is a guess; `spoken` is the file's name in words.

    `is_wide` says that the pages lie on their side, as slides do.
    """
    head = front.texts[: min(front.text_start, 14)]
    official = next((t for t in head if re.match(r"(?:meld\. ?st|st\. ?meld|prop\.|melding til stort)", t, re.I)), "")
    if official:
        return ReportKind.WHITE_PAPER, "cover", False
    own = kind_named(title) or kind_named(subtitle)
    alone = next((kind for t in head if (kind := _named_alone(t))), None)
    if alone and own in (None, ReportKind.REPORT, ReportKind.HEARING, ReportKind.NOTE) and alone is not own:
        return (own if own and alone is ReportKind.REPORT else alone), "cover", False
    if own:
        return own, "title", False
    if is_wide:
        return ReportKind.SLIDES, "form", True
    if _is_letter(front):
        return ReportKind.HEARING, "form", True
    for text, where in ((spoken, "file name"), (" ".join(t for t in head[:8] if len(t) < 90), "cover")):
        if kind := kind_named(text):
            return kind, where, True
    return ReportKind.OTHER, "", True


def _named_alone(text: str) -> ReportKind | None:
    match = _ALONE.fullmatch(text.strip(" .|-–"))
    if not match or len(text) > 40:
        return None
    kind = kind_named(match["word"])
    return kind if kind not in (ReportKind.RESEARCH, ReportKind.SURVEY) else None


def _is_letter(front: Front) -> bool:
    head = front.texts[: front.head_end]
    if any(re.match(r"IS[BS]N", text) for text in front.texts[:60]):
        return False
    marks = sum(1 for t in head if is_label(t) or is_address(t) or is_date_line(t))
    return (
        "to" in front.fields or "from" in front.fields or marks >= 3 or any(_SALUTED.match(t) for t in front.texts[:20])
    )


def is_kind_alone(text: str) -> bool:
    """Whether the line names a kind and nothing else: "Rapport", "NOTAT", "FFO-notat", "Rapport 2020:5"."""
    bare = text.strip(" .|-–")
    match = _ALONE.fullmatch(bare)
    named = kind_named(match["word"]) if match and len(bare) < 40 else None
    return named in (ReportKind.REPORT, ReportKind.NOTE, ReportKind.GUIDE, ReportKind.HEARING, ReportKind.SLIDES)
