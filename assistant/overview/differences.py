"""How far the first and the last figure of a series lie apart."""

from collections.abc import Sequence

from assistant.models import Series
from assistant.rendering.formats import number
from assistant.texts import text


def differences(series: Sequence[Series], language: str) -> list[str]:
    """One sentence a series of two or more figures; nothing where notes keep them from being compared."""
    said = []
    for one in series:
        if len(one.figures) < 2 or one.notes:
            continue
        first, last = one.figures[0], one.figures[-1]
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
    sign = "+" if apart > 0 else ""
    if float(apart).is_integer():
        return sign + number(int(apart), language)
    return sign + (str(apart) if language == "en" else str(apart).replace(".", ","))
