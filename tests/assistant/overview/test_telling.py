"""How far a request that goes through all reports has come, and that it can be stopped there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.models import Request
from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import Ask, asking

LONG = "# Kommunene 2022\n\n" + " ".join(f"I kommune {i} fikk {i} av ti deltakere arbeid." for i in range(60))
ASKED = [
    (Request.OVERVIEW, "oversikt over alt om kommunene"),
    (Request.LIST, "alle anbefalinger om tolk"),
    (Request.SUMMARY, "oppsummer FoU-prosjekter 2020"),
    (Request.COMPARISON, "Sammenlign 2019 og 2021 om kommunene"),
]


class _StoppedError(Exception):
    """A user has had enough."""


@pytest.mark.parametrize(("request_", "text"), ASKED)
def test_it_tells_from_the_first_to_the_last_how_far_it_has_come(of_studies: Ask, request_: Request, text: str) -> None:
    told: list[tuple[int, int]] = []
    answer = of_studies(request_, text, on_progress=lambda done, total: told.append((done, total)))
    assert answer.request is request_ and answer.rows
    assert told[0][0] == 0 and told[-1] == (told[0][1], told[0][1])
    assert told == sorted(told) and len({total for _, total in told}) == 1


@pytest.mark.parametrize(("request_", "text"), ASKED)
@pytest.mark.parametrize("at", [1, 2, -1])
def test_it_can_be_stopped_wherever_it_tells(of_studies: Ask, request_: Request, text: str, at: int) -> None:
    told: list[int] = []
    of_studies(request_, text, on_progress=lambda done, total: told.append(done))
    left = at % (len(told) + 1)

    def tell(done: int, total: int) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        of_studies(request_, text, on_progress=tell)


def test_what_is_fetched_and_what_is_made_of_it_are_told_of_as_well(of_studies: Ask) -> None:
    told: list[tuple[int, int]] = []
    answer = of_studies(*ASKED[0], on_progress=lambda done, total: told.append((done, total)))
    assert told.count((0, 4)) > 3, "while passages are fetched"
    assert told.count((4, 4)) > len(answer.rows), "while rows are made"


def test_a_long_chapter_that_is_summed_up_is_told_of_while_it_is_read(
    write: Callable[[str, str], Path], settings: Settings
) -> None:
    write("lang-2022.md", LONG)
    ingest([settings.corpus_dir], settings.index_dir, settings)
    told: list[tuple[int, int]] = []
    assistant = Assistant.open(settings)
    asking(assistant)(Request.SUMMARY, "Oppsummer Kommunene 2022", on_progress=lambda *come: told.append(come))
    assert told.count((0, 1)) > 3
