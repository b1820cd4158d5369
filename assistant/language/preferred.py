"""Which of our languages a client asks for."""

import re

DEFAULT = "nb"
# What browsers call them: "no" is bokmål, and whoever reads Danish or Swedish is better served by bokmål than English.
_OURS = {"nb": "nb", "no": "nb", "da": "nb", "sv": "nb", "nn": "nn", "en": "en"}


def preferred(accepted: str) -> str:
    """The first of our languages in an `Accept-Language` header (`nn-NO,nb;q=0.8`); bokmål where there is none."""
    weighed = [_weighed(part) for part in accepted.split(",") if part.strip()]
    for _, tag in sorted(weighed, key=lambda item: -item[0]):
        found = _OURS.get(tag.split("-")[0].lower())
        if found:
            return found
    return DEFAULT


def _weighed(part: str) -> tuple[float, str]:
    tag, _, weight = part.strip().partition(";")
    number = re.search(r"q=(\d+(?:\.\d+)?|\.\d+)", weight)
    return (float(number[1]) if number else 1.0, tag.strip())
