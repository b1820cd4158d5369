"""The training itself: every step some questions, each with statements that answer it and some that do not.

The loss is listwise (the right statements among all of a question's, Cao et al. 2007) and pointwise (each statement by
itself, so that the score is a probability and near-misses count); and a right statement is held against the question
and its near-misses, so that the question's own words decide.
"""

import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from assistant.embedding.arithmetic import quickest
from assistant.reader.network import Network
from assistant.reader.pairs import Pair, Pairs, by_length
from evals.training.examples import Example

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: passes over the examples, questions a step, wrong statements a question, peak rate."""

    passes: float = 1.0
    questions: int = 8
    wrong: int = 4
    rate: float = 5e-4
    warm: int = 40
    pointwise: float = 0.5
    twins: float = 0.5
    pool: int = 16
    size: int = 16


@dataclass(frozen=True, slots=True)
class _Group:
    """A question's pairs: `right` of them first, then the wrong, then its twins with the first right statement."""

    pairs: tuple[Pair, ...]
    right: int
    twins: int


def train(network: Network, pairs: Pairs, examples: Sequence[Example], plan: Plan, seed: int = 0) -> None:
    """Train the network's adapters, head and segments in place."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    steps = max(1, int(len(examples) * plan.passes / plan.questions))
    order = [one for _ in range(int(plan.passes) + 1) for one in chance.sample(examples, len(examples))]

    def loss(step: int) -> Tensor:
        chosen = order[step * plan.questions : (step + 1) * plan.questions]
        return _loss(network, pairs, [_group(one, pairs, examples, plan, chance) for one in chosen], plan)

    descend(network, steps, plan.rate, plan.warm, loss)


def descend(network: Network, steps: int, rate: float, warm: int, loss_at: Callable[[int], Tensor]) -> None:
    """So many steps down the loss, at a rate that rises to `rate` in `warm` of them and then falls."""
    own = [value for value in network.parameters() if value.requires_grad]
    optimiser = torch.optim.AdamW(own, lr=rate, weight_decay=0.01)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)
    )
    started, mean = time.monotonic(), 0.0
    network.train(mode=False)  # dropout would cost a third of the time, and the low rank keeps from overfitting
    for step in range(steps):
        loss = loss_at(step)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(own, 1.0)
        optimiser.step()
        falling.step()
        mean = 0.98 * mean + 0.02 * loss.item() if step else loss.item()
        if step % 50 == 0:
            log.info("step %d of %d, loss %.3f, %.0f s", step, steps, mean, time.monotonic() - started)


def _group(one: Example, pairs: Pairs, examples: Sequence[Example], plan: Plan, chance: random.Random) -> _Group:
    right = chance.sample(one.right, min(2, len(one.right)))
    # The first wrong statement of a near-miss answers the question that it is one of.
    first, hard = (one.wrong[:0], one.wrong[: plan.pool]) if one.right else (one.wrong[:1], one.wrong[1 : plan.pool])
    wrong = [*first, *chance.sample(hard, min(len(hard), plan.wrong - 1))]
    far = chance.choice(examples)
    if one.right and far.right and far.right[0] not in one.right:
        wrong.append(far.right[0])
    own = pairs.of(one.question, [*right, *wrong])
    twins = pairs.of(chance.choice(one.twins), right[:1]) if one.twins and right else []
    return _Group((*own, *twins), len(right), len(twins))


def _loss(network: Network, pairs: Pairs, groups: Sequence[_Group], plan: Plan) -> Tensor:
    scores = _scores(network, pairs, [pair for group in groups for pair in group.pairs], plan.size)
    listwise, pointwise, twins = [], [], []
    for group, own in zip(groups, torch.split(scores, [len(group.pairs) for group in groups]), strict=True):
        listed = own[: len(own) - group.twins]
        target = torch.zeros_like(own)
        target[: group.right] = 1.0
        pointwise.append(F.binary_cross_entropy_with_logits(own, target))
        if group.right:
            listwise.append(listed.logsumexp(0) - listed[: group.right].logsumexp(0))
        if group.twins:
            twins.append(F.softplus(own[-1] - own[0]))
    loss = plan.pointwise * torch.stack(pointwise).mean()
    if listwise:
        loss = loss + torch.stack(listwise).mean()
    return loss + plan.twins * torch.stack(twins).mean() if twins else loss


def _scores(network: Network, pairs: Pairs, every: Sequence[Pair], size: int) -> Tensor:
    """The scores of the pairs in their order, read in batches of about one length."""
    places, parts = [], []
    # The backward pass of torch's fused attention takes as long as all the rest on a processor.
    with sixteen_bits_where_quick(), sdpa_kernel(SDPBackend.MATH):
        for batch in by_length(every, size):
            places += batch
            parts.append(network(pairs.batch([every[i] for i in batch]))[: len(batch), 0])
    back = torch.empty(len(places), dtype=torch.long)
    back[torch.tensor(places)] = torch.arange(len(places))
    return torch.cat(parts).float()[back]


def sixteen_bits_where_quick() -> torch.autocast:
    """A context that multiplies in 16 bits: a processor without them takes eight times as long for those as for 32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=quickest() is torch.bfloat16)
