"""Training of the verifier: questions and their near-misses, each beside the statement that answers the question.

The loss is pointwise, pairwise (a question above its near-misses, by one statement), and for each word: what a
near-miss has that its question has not is untold. Where a near-miss is worded anew, one of its words has to be
(multiple-instance learning, Dietterich et al. 1997).
"""

import difflib
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor
from torch.nn.attention import SDPBackend, sdpa_kernel

from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pair, Pairs, by_length
from assistant.statements import as_read
from evals.training.loop import descend, sixteen_bits_where_quick
from evals.training.reports import Asked, Text, at, nearest

SHAPE = Shape(layers=12, rank=16, scale=2.0, words=True)
_STEP, _WARM = 8, 30  # questions, steps
_ALONE = 0.25  # of the questions without near-misses that are taken
_LIKE = 0.5  # of a near-miss's words that its question must have, for the rest to be what is untold
_HARD, _NEAREST = 6, 14  # wrong statements that are drawn from, out of the likeliest
_WORD, _NAMED = re.compile(r"\w+"), re.compile(r"\w[\w-]*")
_YEAR = re.compile(r"(19|20)\d\d")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A question beside a statement; `untold` are the places in it that the statement tells nothing of, if known."""

    question: str
    statement: str
    untold: tuple[Place, ...] | None
    answers: bool


def groups(parts: Sequence[tuple[Sequence[Asked], Mapping[str, Text]]], seed: int) -> list[list[Row]]:
    """One group of rows a question, the question with its answer first; in any order."""
    chance = random.Random(seed)
    asked = [(one, texts[one.document]) for questions, texts in parts for one in questions]
    asked = [(one, text) for one, text in asked if _right(one, text)]
    others = _others([one.text for one, _ in asked])
    found = [
        list(_group(one, text, others, chance)) for one, text in asked if one.near or chance.random() >= 1 - _ALONE
    ]
    chance.shuffle(found)
    return found


def untold(near: str, question: str) -> tuple[Place, ...] | None:
    """Where a near-miss says something else than its question; None where it is worded anew."""
    own, other = ([(one.span(), one[0].lower()) for one in _WORD.finditer(text)] for text in (near, question))
    blocks = difflib.SequenceMatcher(None, [w for _, w in other], [w for _, w in own], autojunk=False)
    kept = {i for block in blocks.get_matching_blocks() for i in range(block.b, block.b + block.size)}
    places = tuple(place for i, (place, _) in enumerate(own) if i not in kept)
    return places if places and len(kept) >= _LIKE * len(own) else None


def train(network: Network, pairs: Pairs, told: Sequence[Sequence[Row]], rate: float) -> None:
    """One pass over the groups, in place."""

    def loss(step: int) -> Tensor:
        return _loss(network, pairs, told[step * _STEP : (step + 1) * _STEP])

    descend(network, max(1, len(told) // _STEP), rate, _WARM, loss)


def _right(one: Asked, text: Text) -> list[int]:
    return sorted({i for place in one.answers for i in at(text, place)})


def _group(one: Asked, text: Text, others: Mapping[str, list[str]], chance: random.Random) -> Iterator[Row]:
    right = [as_read(*text.statements[i]) for i in _right(one, text)]
    hard = _hard(one, text, right)
    said = chance.choice(right[:2])
    yield Row(one.text, said, (), True)
    if hard and chance.random() < 0.6:
        yield Row(one.text, chance.choice(hard), None, False)
    for near in chance.sample(one.near, min(2, len(one.near))):
        yield Row(near, said, untold(near, one.text), False)
        if hard and chance.random() < 0.4:
            yield Row(near, chance.choice(hard), None, False)
    if chance.random() < 0.5 and (row := _exchanged(one.text, said, others, chance)):
        yield row


def _hard(one: Asked, text: Text, right: Sequence[str]) -> list[str]:
    """The likeliest statements that do not answer."""
    fitting = {i for place in (*one.answers, *one.also) for i in at(text, place)}
    said = [as_read(*statement) for statement in text.statements]
    likeliest = nearest(one.text, said)[:_NEAREST]
    return [said[i] for i in likeliest if i not in fitting and said[i] not in right][:_HARD]


def _others(questions: Sequence[str]) -> dict[str, list[str]]:
    """The names and the numbers of all questions."""
    found: dict[str, list[str]] = {"name": [], "number": []}
    for question in questions:
        for match, kind in _exchangeable(question):
            if kind != "year":
                found[kind].append(match[0])
    return found


def _exchangeable(question: str) -> list[tuple[re.Match[str], str]]:
    """Years, numbers and names of a question; its first word may be no name."""
    found = []
    for i, match in enumerate(_NAMED.finditer(question)):
        word = match[0]
        kind = "year" if _YEAR.fullmatch(word) else "number" if word.isdigit() else "name" if word[0].isupper() else ""
        if i and kind:
            found.append((match, kind))
    return found


def _exchanged(question: str, said: str, others: Mapping[str, list[str]], chance: random.Random) -> Row | None:
    """The question with another year, number or name, which the statement does not hold."""
    places = _exchangeable(question)
    if not places:
        return None
    match, kind = chance.choice(places)
    years = kind == "year"
    word = str(int(match[0]) + chance.choice((-3, -2, -1, 1, 2, 3, 5))) if years else chance.choice(others[kind])
    if word in said or word.lower() == match[0].lower():
        return None
    start = match.start()
    return Row(question[:start] + word + question[match.end() :], said, ((start, start + len(word)),), False)


def _loss(network: Network, pairs: Pairs, told: Sequence[Sequence[Row]]) -> Tensor:
    rows = [row for group in told for row in group]
    made = [pairs.of(row.question, [row.statement])[0] for row in rows]
    scores, words = _read(network, pairs, made)
    loss = F.binary_cross_entropy_with_logits(scores, torch.tensor([float(row.answers) for row in rows]))
    above, pooled, known = [], [], []
    for group, own, tokens in _by_group(told, scores, words):
        for row, score, every in zip(group, own, tokens, strict=True):
            places = {i: place for i, place in enumerate(pairs.places_of(row.question)[1][: len(every)]) if place}
            if row.statement != group[0].statement or not places:
                continue
            odds = every[list(places)]
            pooled.append(F.binary_cross_entropy_with_logits(odds.max(), torch.tensor(1.0 - row.answers)))
            if not row.answers:
                above.append(F.softplus(score - own[0]))
            if row.untold is not None:
                known.append(_of_words(odds, _marked(row.untold, places.values())))
    for losses, weight in ((above, 0.5), (known, 1.0), (pooled, 0.3)):
        if losses:
            loss = loss + weight * torch.stack(losses).mean()
    return loss


def _by_group(
    told: Sequence[Sequence[Row]], scores: Tensor, words: Sequence[Tensor]
) -> Iterator[tuple[Sequence[Row], Tensor, Sequence[Tensor]]]:
    start = 0
    for group in told:
        end = start + len(group)
        yield group, scores[start:end], words[start:end]
        start = end


def _marked(untold: Sequence[Place], places: Iterable[Place]) -> list[bool]:
    """For each token's place whether it is in one that is untold."""
    return [any(start < last and first < end for start, end in untold) for first, last in places]


def _of_words(odds: Tensor, marked: Sequence[bool]) -> Tensor:
    right = torch.tensor(marked, dtype=torch.float32)
    return F.binary_cross_entropy_with_logits(odds, right, pos_weight=torch.tensor(3.0))


def _read(network: Network, pairs: Pairs, made: Sequence[Pair]) -> tuple[Tensor, list[Tensor]]:
    """The scores of the pairs, and the odds of the tokens of their questions."""
    scores: list[Tensor] = [torch.empty(0)] * len(made)
    words: list[Tensor] = [torch.empty(0)] * len(made)
    with sixteen_bits_where_quick(), sdpa_kernel(SDPBackend.MATH):
        for batch in by_length(made, 8):
            read, tokens = network.with_words(pairs.batch([made[i] for i in batch]))
            for row, i in enumerate(batch):
                scores[i], words[i] = read[row, 0].float(), tokens[row, : made[i].asked].float()
    return torch.stack(scores), words
