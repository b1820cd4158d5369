"""How far two figures of a series lie apart: those of the years that are compared, or else the first and the last."""

from collections.abc import Collection, Sequence

from assistant.models import Series
from assistant.rendering.formats import number
from assistant.texts import text


def differences(series: Sequence[Series], years: Collection[str], language: str) -> list[str]:
    """One sentence a series of two or more figures; nothing where notes keep them from being compared."""
    said = []
    for one in series:
        asked = [figure for figure in one.figures if figure.label in years]
        figures = asked if len(asked) > 1 else one.figures
        if len(figures) < 2 or one.notes:
            continue
        first, last = figures[0], figures[-1]
        apart = round(last.number - first.number, 4)
        unit = f" {text('points', language)}" if "prosent" in one.unit or "%" in one.unit else ""
        said.append(
            text(
                "figures_apart", language, measure=one.measure, first=first.label, last=last.label,
                apart=_written(apart, language) + unit,
            )
        )  # fmt: skip
    return said


def _written(apart: float, language: str) -> str:
    sign, size = "+" if apart > 0 else "\N{MINUS SIGN}" if apart < 0 else "", abs(apart)
    if float(size).is_integer():
        return sign + number(int(size), language)
    return sign + (str(size) if language == "en" else str(size).replace(".", ","))
