"""What a Word file's styles say of the runs set in them, by themselves or by what they are based on."""

from collections.abc import Mapping
from typing import Any, TypeVar

T = TypeVar("T")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 20  # a style may be based on itself in a damaged file
_LIFTED = 3  # half points from which a run that is moved upwards stands raised


class Styles:
    """Which styles hide text, and which set it raised or lowered."""

    def __init__(self, styles: Any) -> None:
        self._hiding: dict[str, bool] = {}
        self._placing: dict[str, str] = {}
        based: dict[str, str] = {}
        for style in styles.iter(f"{W}style"):
            name, base = style.get(f"{W}styleId") or "", style.find(f"{W}basedOn")
            based[name] = (base.get(f"{W}val") or "") if base is not None else ""
            properties = style.find(f"{W}rPr")
            if properties is None:
                continue
            if (switch := properties.find(f"{W}vanish")) is not None:
                self._hiding[name] = is_on(switch)
            if where := place_in(properties):
                self._placing[name] = where
        self._based = based

    def hides(self, style: Any) -> bool:
        """Whether the style (an element that names it, or None) hides what is set in it."""
        return self._inherited(style, self._hiding) or False

    def places(self, style: Any) -> str:
        """Where the style sets its text: "superscript", "subscript" or ""."""
        return self._inherited(style, self._placing) or ""

    def _inherited(self, style: Any, own: Mapping[str, T]) -> T | None:
        name = (style.get(f"{W}val") or "") if style is not None else ""
        for _ in range(_DEEPEST):
            if name in own or not name:
                break
            name = self._based.get(name, "")
        return own.get(name)


def is_on(switch: Any) -> bool:
    """Whether a property that stands there ("<w:vanish/>") is switched on."""
    return (switch.get(f"{W}val") or "1").lower() not in _OFF


def place_in(properties: Any) -> str:
    """Where a run's or style's own properties set its text: "superscript", "subscript", "baseline" or ""."""
    align, moved = properties.find(f"{W}vertAlign"), properties.find(f"{W}position")
    if align is not None:
        return align.get(f"{W}val") or ""
    try:
        up = int(moved.get(f"{W}val") or 0) if moved is not None else 0
    except ValueError:
        return ""
    return "superscript" if up >= _LIFTED else "subscript" if up <= -_LIFTED else ""
