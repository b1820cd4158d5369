"""The statement of a study or chapter that stands for its findings, and the one that stands for its advice."""

from collections.abc import Callable, Sequence

from assistant.answer.quotes import can_be_quoted
from assistant.language.modality import calls_for
from assistant.models import SectionKind
from assistant.overview.about import Found, Told
from assistant.statements import Statement

_SHORTEST, _LONGEST = 5, 60  # words of a statement that stands by itself
_KINDS = {SectionKind.FINDINGS: 0.5, SectionKind.FOLLOW_UP: -0.3, SectionKind.METHOD: -0.3, SectionKind.ABOUT: -0.2}
_FIRST = 6  # statements of a section, among which the one that stands for it is
_FIGURE, _LENGTH, _ITEM = 0.15, 0.4, -0.1


def is_advice(one: Statement) -> bool:
    """Whether a statement stands among recommendations, or is one by its words."""
    return one.passage.kind is SectionKind.RECOMMENDATIONS or one.recommends


def finding_of(found: Found) -> Statement | None:
    """The statement that says most of the theme, those under findings first; a subject's first finding where none."""
    return _best(found, lambda one: not is_advice(one) and not one.passage.cells, SectionKind.FINDINGS)


def advice_of(found: Found) -> Statement | None:
    """The recommendation that says most of the theme; a subject's first recommendation where none does.

    A chapter outside of studies seldom recommends: there, what it calls for on the theme stands in.
    """
    advice = _best(found, is_advice, SectionKind.RECOMMENDATIONS)
    if advice is not None or found.unit.study:
        return advice
    finding = finding_of(found)
    said = [one for one in found.told if one.speaks and one.statement != finding and called_for(one.statement)]
    return max(said, key=_worth).statement if said else None


def called_for(one: Statement) -> bool:
    """Whether a statement that is no recommendation says what is needed, wished for or going to be done."""
    return not one.passage.cells and can_stand(one) and calls_for(one.text)


def _best(found: Found, wanted: Callable[[Statement], bool], marked: SectionKind) -> Statement | None:
    of_kind = [one for one in found.told if wanted(one.statement) and can_stand(one.statement)]
    speaking = [one for one in of_kind if one.speaks]
    if speaking:
        return max(speaking, key=_worth).statement
    held = [one for one in of_kind if one.share]
    if held and not found.core:
        return max(held, key=_worth).statement
    if found.core or not any(one.speaks for one in found.told):  # its subject, or near to it in meaning
        first = [one for one in of_kind if one.statement.passage.kind is marked]
        if not first and found.core and not found.unit.study:  # chapters seldom mark what they find
            first = of_kind
        return max(first[:_FIRST], key=_worth).statement if first else None
    return None


def can_stand(one: Statement) -> bool:
    """Whether a statement is long enough to say something by itself, and can be quoted."""
    return len(one.text.split()) >= _SHORTEST and can_be_quoted(one)


def _worth(one: Told) -> float:
    return one.share + worth(one.statement)


def worth(one: Statement) -> float:
    """How well a statement stands for its section, whatever the theme: marked findings, figures, of fair length."""
    has_figure = any(character.isdigit() for character in one.text)
    return (
        _KINDS.get(one.passage.kind, 0.0)
        + _FIGURE * has_figure
        - _LENGTH * (len(one.text.split()) > _LONGEST)
        + _ITEM * bool(one.span.is_item and not one.lead)
    )


def best_of(statements: Sequence[Statement], count: int) -> list[Statement]:
    """The `count` statements that stand best for a section, in the report's order."""
    ranked = sorted(range(len(statements)), key=lambda i: (-worth(statements[i]), i))[:count]
    return [statements[i] for i in sorted(ranked)]
