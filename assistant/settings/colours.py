"""Colours as they are set, and whether words in them can be read (WCAG 2.1, relative luminance and contrast ratio)."""

import re

from assistant.settings.invalid import refused

LEAST = 4.5  # contrast of words to their ground
LIGHT_GROUNDS = ("#ffffff", "#f3f6f7", "#e3eef3")  # of the page, beside it, and behind what is chosen
DARK_GROUNDS = ("#10191f", "#18242c", "#1d3645")
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours like `#0b4f71`, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: tuple[str, ...]) -> str:
    """The colour, in lower case; refused, with what to do, where it is none or cannot be read on a ground."""
    if not _HEX.fullmatch(colour):
        raise refused("colour_none", colour=colour)
    least = min(contrast(colour, ground) for ground in grounds)
    if least < LEAST:
        raise refused(
            "colour_pale" if grounds is LIGHT_GROUNDS else "colour_dim",
            colour=colour,
            contrast=f"{least:.1f}",
            least=str(LEAST),
        )
    return colour.lower()


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
