"""Two runs side by side as a self-contained page."""

from collections.abc import Sequence

from evals.answering.runs import Run
from evals.comparing.runs import Change, Difference
from evals.report.page import environment, item_of
from evals.scoring.figures import split_name


def compared_page(first: Run, second: Run, rows: Sequence[Difference], changed: Sequence[Change]) -> str:
    """The page of a comparison as HTML."""
    grouped = [row for row in rows if split_name(row.name)[0].startswith(("type.", "lang.", "document."))]
    return (
        environment()
        .get_template("compared.html")
        .render(
            first=first,
            second=second,
            rows=[row for row in rows if row not in grouped],
            grouped=grouped,
            changes=[(change, item_of(change.first), item_of(change.second)) for change in changed],
        )
    )
