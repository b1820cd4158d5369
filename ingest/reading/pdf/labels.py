"""The page numbers that a document prints itself, where they differ from the PDF's."""

from collections import Counter
from typing import Any

_FEWEST = 3  # pages with a printed number before it is believed


def labels_of(document: Any, pages: int) -> dict[int, str]:
    """Page (1-based) -> its label by the file's own /PageLabels; empty where there are none or they say nothing new."""
    try:
        named = {i + 1: document.get_page_label(i).strip() for i in range(pages)}
    except Exception:  # labels are a help, never a need
        return {}
    found = {page: label for page, label in named.items() if label}
    return found if any(label != str(page) for page, label in found.items()) else {}


def printed_labels(printed: list[str]) -> dict[int, str]:
    """Page -> the number printed on it, from the numbers seen on the pages ("" where none was).

    Most of them must count on by one a page, or they are no page numbers. A page in between that prints none (a
    chapter's first) is counted too. Empty where they are the PDF's own numbers.
    """
    numbers = {i: int(text) for i, text in enumerate(printed, 1) if text.isdigit()}
    steps = Counter(number - page for page, number in numbers.items())
    step, count = max(steps.items(), key=lambda item: item[1], default=(0, 0))
    if not step or count < max(_FEWEST, 0.6 * len(numbers)):
        return {}
    own = [page for page, number in numbers.items() if number - page == step]
    return {page: str(page + step) for page in range(min(own), max(own) + 1)}
