"""Training of what tells roles apart: a few lines are learnt."""

from pathlib import Path

import pytest

from assistant.reader.roles import Role, Roles
from evals.training.lora import new_network, trained
from evals.training.roles import FOLDER, SHAPE, read_told, shares, train
from evals.training.saving import save

PARTS = sorted(FOLDER.glob("*.jsonl"))


def test_statements_that_were_trained_on_are_told_apart(tmp_path: Path) -> None:
    few = read_told(PARTS[-1])[:14] * 30
    network, pairs = new_network(SHAPE, seed=1)
    train(network, pairs, few, rate=2e-3, seed=1)
    save(tmp_path / "few.safetensors", trained(network), SHAPE, {})
    told = shares(Roles.load(tmp_path / "few.safetensors"), few)
    assert len(told) > 2 and sum(share * several for share, _, several in told.values()) > 0.9 * len(few)


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_every_role_is_among_the_lines_of_a_file(path: Path) -> None:
    assert {one.role for one in read_told(path)} == set(Role)


def test_no_statement_is_both_learned_from_and_judged_by() -> None:
    learned = {one.text for path in PARTS if path.stem != "judge" for one in read_told(path)}
    assert learned and learned.isdisjoint(one.text for one in read_told(FOLDER / "judge.jsonl"))
