"""The statement of a study or chapter that stands for its findings, and the one that stands for its advice."""

from collections.abc import Sequence

from assistant.answer.quotes import can_be_quoted
from assistant.language.modality import calls_for
from assistant.models import SectionKind
from assistant.overview.about import OnTheme, Told
from assistant.reader.roles import Role, Roles
from assistant.statements import Statement

_SHORTEST, _LONGEST = 5, 60  # words of a statement that stands by itself
_KINDS = {SectionKind.FINDINGS: 0.5, SectionKind.FOLLOW_UP: -0.3, SectionKind.METHOD: -0.3, SectionKind.ABOUT: -0.2}
_FIRST = 6  # statements of a section, among which the one that stands for it is
_FIGURE, _LENGTH, _ITEM = 0.15, 0.4, -0.1
_READ = 6  # the best statements, of which the first that says something of the matter is taken
# Roles that say nothing of the matter where a finding or advice is wanted, and the chance from which on. Descriptions
# may stand for findings, and plans for advice: among those the report's own order knows better.
_IDLE = {Role.RESULT: (Role.EMPTY, Role.METHOD, Role.PLAN), Role.ADVICE: (Role.EMPTY, Role.METHOD, Role.DESCRIPTION)}
_SURE, _BEYOND_DOUBT = 0.6, 0.98
_MARKED = (SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS)  # the report's own word counts for more than a model's
_SECTIONS = {Role.RESULT: SectionKind.FINDINGS, Role.ADVICE: SectionKind.RECOMMENDATIONS}


def advice_among(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """Those that stand among recommendations, or recommend by their words, and say something of the matter."""
    kept = [one for one in said if one.passage.kind is SectionKind.RECOMMENDATIONS or one.recommends]
    return _without(kept, _IDLE[Role.ADVICE], roles)


def saying_something(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """Those that say something of the matter: not how or when a study was made, and no mere lead-in."""
    return _without(said, (Role.EMPTY, Role.METHOD), roles)


def without_method(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """Those that do not surely say how a study was made; a figure by itself may look like a heading."""
    return _without(said, (Role.METHOD,), roles)


def results_among(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """Those that surely tell a result; none where roles are not told."""
    return [one for one, sure in zip(said, _are(said, (Role.RESULT,), roles), strict=True) if sure]


def told_among(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """What may stand where no result is told: not what a study is to do, or how it does it."""
    return _without(said, (*_IDLE[Role.RESULT], Role.GOAL, Role.ADVICE), roles)


def own_advice(said: Sequence[Statement], roles: Roles | None) -> list[Statement]:
    """The report's own advice: what one who was asked proposes is a result, unless it is among recommendations."""
    told = {id(one) for one in _without(said, (*_IDLE[Role.ADVICE], Role.RESULT), roles)}
    return [one for one in said if one.passage.kind is SectionKind.RECOMMENDATIONS or id(one) in told]


def _without(said: Sequence[Statement], idle: Sequence[Role], roles: Roles | None) -> list[Statement]:
    return [one for one, nothing in zip(said, _are(said, idle, roles), strict=True) if not nothing]


def _are(said: Sequence[Statement], played: Sequence[Role], roles: Roles | None) -> list[bool]:
    """Of each whether it surely plays one of these roles; never where roles are not told."""
    if roles is None:
        return [False] * len(said)
    likely = roles.likely(said, *played)
    return [
        chance >= (_BEYOND_DOUBT if one.passage.kind in _MARKED else _SURE)
        for one, chance in zip(said, likely, strict=True)
    ]


def finding_of(found: OnTheme, roles: Roles | None) -> Statement | None:
    """The statement that says most of the theme, those under findings first; a subject's first finding where none."""
    said = [one for one in found.told if not one.statement.passage.cells]
    advice = {id(one) for one in advice_among([one.statement for one in said], roles)}
    return _best(found, [one for one in said if id(one.statement) not in advice], Role.RESULT, roles)


def advice_of(found: OnTheme, roles: Roles | None) -> Statement | None:
    """The recommendation that says most of the theme; a subject's first recommendation where none does.

    A chapter outside of studies seldom recommends: there, what it calls for on the theme stands in.
    """
    said = [one.statement for one in found.told]
    advice = {id(one) for one in own_advice(advice_among(said, roles), roles)}
    best = _best(found, [one for one in found.told if id(one.statement) in advice], Role.ADVICE, roles)
    if best is not None or found.unit.study:
        return best
    finding = finding_of(found, roles)
    called = [one.statement for one in found.told if one.speaks and called_for(one.statement)]
    fit = {id(one) for one in own_advice(called, roles)}
    left = [one for one in found.told if id(one.statement) in fit and one.statement != finding]
    return _likeliest(left, Role.ADVICE, roles).statement if left else None


def called_for(one: Statement) -> bool:
    """Whether a statement that is no recommendation says what is needed, wished for or going to be done."""
    return not one.passage.cells and can_stand(one) and calls_for(one.text)


def _best(found: OnTheme, wanted: Sequence[Told], role: Role, roles: Roles | None) -> Statement | None:
    of_kind = [one for one in wanted if can_stand(one.statement)]
    speaking = [one for one in of_kind if one.speaks]
    if speaking:
        return _likeliest(speaking, role, roles).statement
    held = [one for one in of_kind if one.share]
    if held and not found.core:
        return _likeliest(held, role, roles).statement
    if found.core or not any(one.speaks for one in found.told):  # its subject, or near to it in meaning
        first = [one for one in of_kind if one.statement.passage.kind is _SECTIONS[role]]
        if not first and found.core and not found.unit.study:  # chapters seldom mark what they find
            first = of_kind
        return _likeliest(first[:_FIRST], role, roles).statement if first else None
    return None


def can_stand(one: Statement) -> bool:
    """Whether a statement is long enough to say something by itself, and can be quoted."""
    return len(one.text.split()) >= _SHORTEST and can_be_quoted(one)


def _likeliest(said: Sequence[Told], role: Role, roles: Roles | None) -> Told:
    """The one that says most of the theme and stands best for its section, if it says something of the matter."""
    best = sorted(said, key=lambda one: -(one.share + worth(one.statement)))[:_READ]
    idle = _are([one.statement for one in best], _IDLE[role], roles)
    return next((one for one, nothing in zip(best, idle, strict=True) if not nothing), best[0])


def worth(one: Statement) -> float:
    """How well a statement stands for its section, whatever the theme: marked findings, figures, of fair length."""
    has_figure = any(character.isdigit() for character in one.text)
    return (
        _KINDS.get(one.passage.kind, 0.0)
        + _FIGURE * has_figure
        - _LENGTH * (len(one.text.split()) > _LONGEST)
        + _ITEM * bool(one.span.is_item and not one.lead)
    )


def best_of(statements: Sequence[Statement], count: int, role: Role, roles: Roles | None) -> list[Statement]:
    """The `count` statements that stand best for a section, in the report's order; what is idle for the role last."""
    idle = _are(statements, _IDLE[role], roles)
    order = sorted(range(len(statements)), key=lambda i: (idle[i], -worth(statements[i]), i))
    return [statements[i] for i in sorted(order[:count])]
