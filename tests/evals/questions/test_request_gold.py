"""The gold for overviews and lists over the five reports: whole, and told apart."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "evals" / "questions" / "requests"


@pytest.mark.parametrize(("name", "count"), [("overviews", 27), ("lists", 15)])
def test_every_request_has_items_that_can_be_recognised(name: str, count: int) -> None:
    asked = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({one["id"] for one in asked}) == len({one["request"] for one in asked}) == len(asked) == count
    for one in asked:
        assert one["items"] and one["lang"] in ("nb", "nn", "en")
        assert all(len("".join(filter(str.isalnum, item["short"]))) >= 6 for item in one["items"]), one["id"]
        assert all("core" in item for item in one["items"]) == (name == "overviews")
