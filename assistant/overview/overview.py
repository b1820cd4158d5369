"""Overviews and lists: every study and chapter on a theme, or every quote that a list asks for."""

import re
from collections.abc import Sequence

from assistant.answer.quotes import can_be_quoted
from assistant.language.modality import calls_for, demands
from assistant.language.words import YEAR
from assistant.models import Request, Row
from assistant.overview import weighing
from assistant.overview.about import OnTheme, Sifted, Told, sift
from assistant.overview.context import Context, Gathered
from assistant.overview.looking import all_gone_through, going_through, looked_through
from assistant.overview.narrowing import Narrowing, all_units, named_units, narrowing_of
from assistant.overview.quoting import advice_among, advice_of, can_stand, finding_of, saying_something, without_method
from assistant.overview.rows import Numbered, row_of, year_of
from assistant.overview.units import Unit, units_about
from assistant.overview.weighing import load_themes, weigh
from assistant.overview.wording import MENTIONED, ThemeWords
from assistant.question import Wanted
from assistant.reader.roles import Roles
from assistant.statements import Statement, pairs_of

# What a list is of, where not of reports or studies: each statement its own row.
_STUDIES = re.compile(
    r"\b(?:rapport|studi|undersøk|prosjekt|evaluering|publikasjon|utredning|utgreiing|forfatt|bibliografi|tit(?:tel|lar)"
    r"|hvem\b|kven\b|who\b|forsker|forskar|research(?:ers|\s+institut)|forsk\w*(?:miljø|institutt)|lever|utgitt|skrev|skreiv|wrote|report|stud(?:y|ies)\b|survey|project|evaluation|publication)",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:ønsk|ber om\b|etterspør|etterspur|etterlys|treng|behov|savn|sakn|wish|want|need|ask(?:s|ed)? for\b)",
    re.IGNORECASE,
)


# "80 av 306", "38 prosent", "halvparten", "fire av fem": not the number of a paragraph or a footnote alone.
_FIGURE = re.compile(
    r"(?<![§\w.])\d|\b\w+(?:en|et)? av (?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv)\b|\bhalvparten\b|\bhalvdelen\b"
    r"|\b(?:tredje|fjerde|femte|tre|fire)?(?:tredjedel|fjerdedel|firedel|femtedel|femdel|tredel|tidel)\w*\b"
    r"|\b(?:doble|fordobl)\w*|\b(?:half|third|quarter|doubl\w+)\b",
    re.IGNORECASE,
)


def gather(context: Context, request: Request) -> Gathered | None:
    """The rows of an overview or a list, those that are about the theme before those that mention it, the newest first
    of each; None where the request has no theme and names nothing.
    """
    narrowing = narrowing_of(context)
    wording = ThemeWords(narrowing.theme, context.asked.language, context.index.lexical)
    if not (wording.parts or narrowing.documents or narrowing.named or narrowing.lacks):
        return None
    units, sifted = _sifted(context, narrowing, wording)
    numbered = Numbered(context.index.manifest)
    found = _ordered(sifted.found, context)
    if request is Request.LIST and _is_of_quotes(context, narrowing, wording):
        if _is_of_figures(context):
            found = _ordered((*sifted.found, *sifted.in_tables), context)
        rows = list(_quotes(found, context, narrowing, numbered))
        left_out: list[tuple[str, int]] = []
    else:
        made = [_row(one, numbered, context.roles) for one in all_gone_through(found, context)]
        rows = [row for row in made if row.cited or row.core or not wording.parts]
        left_out = [
            ("left_in_passing", sifted.in_passing),
            ("left_in_tables", len(sifted.in_tables) + len(made) - len(rows)),
        ]
    looked = looked_through(context, units, left_out)
    return Gathered(request, narrowing.theme, tuple(rows), tuple(numbered.citations), looked)


def _sifted(context: Context, narrowing: Narrowing, wording: ThemeWords) -> tuple[list[Unit], Sifted]:
    """What the request may be about, and what of it is."""
    if not wording.parts:
        units = [one for one in all_units(context, narrowing) if narrowing.holds(one, context)]
        has_studies = any(one.study for one in units)
        kept = [one for one in units if one.study or not has_studies]
        return units, Sifted(tuple(map(_wholly, kept)))
    about = units_about(narrowing.theme, wording, context, context.scope)
    units = [one for one in about if narrowing.holds(one, context)]
    if scorer := load_themes(weighing.FILE):
        sifted = weigh(units, wording, narrowing.theme, context, scorer)
    else:
        sifted = sift(going_through(units, context), wording)
    # Where nobody speaks of what is left ("kom med"), all that they made is in.
    names = narrowing.named or (frozenset() if sifted.found else narrowing.studies)
    named = [_wholly(one) for one in named_units(context, names)] if names else []
    named = [one for one in named if narrowing.holds(one.unit, context)]
    held = {(one.unit.document, one.unit.path, one.unit.study) for one in named}
    rest = [one for one in sifted.found if (one.unit.document, one.unit.path, one.unit.study) not in held]
    if named:  # nothing is near in meaning to a name
        rest = [one for one in rest if any(told.speaks for told in one.told)]
    return units, Sifted((*named, *rest), sifted.in_passing, sifted.in_tables)


def _wholly(unit: Unit) -> OnTheme:
    """What is in whatever it says: its own first finding and advice stand for it."""
    return OnTheme(unit, tuple(Told(one, 0.0, speaks=False) for one in unit.statements), core=True)


def _ordered(found: Sequence[OnTheme], context: Context) -> list[OnTheme]:
    def place(one: OnTheme) -> tuple[bool, int, str]:
        return not one.core, -(year_of(one.unit, context.index.manifest) or 0), one.unit.document

    return sorted(found, key=place)


def _row(found: OnTheme, numbered: Numbered, roles: Roles | None) -> Row:
    finding, advice = finding_of(found, roles), advice_of(found, roles)
    return row_of(
        found.unit,
        numbered.manifest,
        core=found.core,
        finding=numbered.cite([finding] if finding else []),
        recommendation=numbered.cite([advice] if advice else []),
    )


def _is_of_quotes(context: Context, narrowing: Narrowing, wording: ThemeWords) -> bool:
    """Whether each statement is to be a row: not where studies are asked for, or everything that a report says."""
    if narrowing.named or _STUDIES.search(context.names.without(context.asked.typed)):  # "FoU-prosjekter" is a name
        return False
    return bool(wording.parts) or _wishes(context) or Wanted.ANYTHING not in context.asked.wants


def _quotes(found: Sequence[OnTheme], context: Context, narrowing: Narrowing, numbered: Numbered) -> Sequence[Row]:
    """Each statement on the theme that is of the kind asked for, as a row of its own."""
    audience = ThemeWords(narrowing.audience, context.asked.language, context.index.lexical)
    rows: list[Row] = []
    for one in all_gone_through(found, context):
        on_theme = _figures(one, context.roles) if _is_of_figures(context) else _on_theme(one, narrowing, context.roles)
        for said in _wanted(on_theme, context, narrowing):
            above = said.passage.path[-1] if said.passage.path else ""
            if audience.parts and audience.share(audience.held(f"{above} {said.lead} {said.text}")) < MENTIONED:
                continue
            if not numbered.holds(said):
                quote = numbered.cite([said])
                rows.append(row_of(one.unit, numbered.manifest, core=one.core, quote=quote))
    return rows


def _on_theme(found: OnTheme, narrowing: Narrowing, roles: Roles | None) -> list[Statement]:
    """What speaks of the theme, or is what a study whose subject the theme is recommends."""
    said = [one for one in found.told if can_stand(one.statement)]
    if not narrowing.theme:
        return [one.statement for one in said]
    is_subject = found.core and found.unit.study is not None
    left = [one.statement for one in said if not one.speaks] if is_subject else []
    advice = {id(one) for one in advice_among(left, roles)}
    return [one.statement for one in said if one.speaks or id(one.statement) in advice]


def _is_of_figures(context: Context) -> bool:
    """Whether figures are asked for, and neither recommendations nor wishes."""
    wants = context.asked.wants
    return Wanted.FIGURE in wants and Wanted.RECOMMENDATIONS not in wants and not _wishes(context)


def _figures(found: OnTheme, roles: Roles | None) -> list[Statement]:
    """The statements and table rows with a figure that is no year, however short, that speak of the theme; all such of
    a study whose subject it is.
    """
    is_subject = found.core and found.unit.study is not None
    on_theme = [one.statement for one in found.told if is_subject or one.speaks or (found.core and one.share)]
    said = [one for one in on_theme if _has_figure(one) and can_be_quoted(one)]
    told = {id(one) for one in without_method([one for one in said if not one.passage.cells], roles)}
    return [one for one in said if one.passage.cells or id(one) in told]


def _has_figure(one: Statement) -> bool:
    return bool(_FIGURE.search(YEAR.sub(" ", pairs_of(one.passage) or one.text)))


def _wanted(said: Sequence[Statement], context: Context, narrowing: Narrowing) -> list[Statement]:
    """What is of the kind asked for; on a theme, what is demanded or wished for stands beside what is advised."""
    wants, roles = set(context.asked.wants), context.roles
    if Wanted.RECOMMENDATIONS in wants:
        called = [one for one in said if narrowing.theme and not one.passage.cells and demands(one.text)]
        kept = {id(one) for one in (*advice_among(said, roles), *saying_something(called, roles))}
        return [one for one in said if id(one) in kept]
    if _wishes(context):
        return [one for one in said if not one.passage.cells and (demands(one.text) or calls_for(one.text))]
    if _is_of_figures(context):
        return [*said]
    if Wanted.FINDINGS in wants:
        advice = {id(one) for one in advice_among(said, roles)}
        return [one for one in said if id(one) not in advice]
    return [*said]


def _wishes(context: Context) -> bool:
    return bool(_WISHES.search(context.asked.typed))
