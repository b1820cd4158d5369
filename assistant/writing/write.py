"""A model's words in place of the reports' own, as far as the check lets them stand."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.errors import ModelError
from assistant.models import Answer, Citation, Point, Series
from assistant.monitoring.metrics import MODEL_FAILURES
from assistant.texts import text
from assistant.writing.check import Checked, Checker
from assistant.writing.client import Writer
from assistant.writing.parse import Said, parsed
from assistant.writing.prompt import prompt

OnWords = Callable[[str], object]


def write(
    answer: Answer,
    evidence: Sequence[Citation],
    writer: Writer,
    checker: Checker,
    *,
    words: int,
    kept_above: float,
    on_words: OnWords | None = None,
) -> Answer:
    """The answer in the model's words; as it was, with a note, where the model fails or too little of it stands.

    `on_words` is told with every piece what stands of the reply so far, so that who listens can end the stream at any
    time: by what it raises.
    """
    asked = answer.asked_as or answer.question
    reply = ""
    standing = _Standing(checker, evidence)
    try:
        for piece in writer.stream(*prompt(asked, answer.language, evidence, words)):
            reply += piece
            if on_words:
                on_words(standing.so_far(reply))
    except ModelError as error:
        MODEL_FAILURES.labels(error.code).inc()
        return _noted(answer, error.worded(answer.language), text("model_quotes_instead", answer.language))
    checked = standing.checked(parsed(reply))
    total = len(checked.kept) + len(checked.removed)
    if not checked.kept or len(checked.kept) < kept_above * total:
        MODEL_FAILURES.labels("model_unsupported").inc()
        return _noted(answer, text("model_unsupported", answer.language), text("model_quotes_instead", answer.language))
    return _worded(answer, checked, evidence, writer.name)


class _Standing:
    """What stands of a reply that is still being written: each sentence is checked once, when it is whole."""

    def __init__(self, checker: Checker, evidence: Sequence[Citation]) -> None:
        self._checker = checker
        self._evidence = evidence
        self._known: dict[Said, Checked] = {}
        self._shown = ""

    def checked(self, said: Sequence[Said]) -> Checked:
        """What of these sentences stands."""
        for one in said:
            if one not in self._known:
                self._known[one] = self._checker.check([one], self._evidence)
        kept = tuple(kept for one in said for kept in self._known[one].kept)
        return Checked(kept, tuple(gone for one in said for gone in self._known[one].removed))

    def so_far(self, reply: str) -> str:
        """The sentences that stand so far; the last one is not whole yet."""
        said = parsed(reply) if reply.endswith("\n") else parsed(reply)[:-1]
        # One without a marker may get one from the sentence after it.
        shown = " ".join(one.words for one in self.checked([one for one in said if one.cites]).kept)
        self._shown = max(shown, self._shown, key=len)
        return self._shown


def _worded(answer: Answer, checked: Checked, evidence: Sequence[Citation], name: str) -> Answer:
    """The answer with the sentences that stand, their sources numbered in the order they are cited."""
    order = {n: i for i, n in enumerate(dict.fromkeys(n for said in checked.kept for n in said.cites), 1)}
    sources = {citation.n: citation for citation in evidence}
    cited = [replace(sources[n], n=i) for n, i in order.items()]
    series, kept_for_series = _kept_for_series(answer, len(cited))
    removed = len(checked.removed)
    notes = (text("model_removed", answer.language, count=removed),) if removed else ()
    return replace(
        answer,
        points=tuple(_point(said, order) for said in checked.kept),
        citations=(*cited, *kept_for_series),
        notes=(*notes, *answer.notes),
        series=series,
        written_by=name,
    )


def _kept_for_series(answer: Answer, taken: int) -> tuple[tuple[Series, ...], tuple[Citation, ...]]:
    """The series with their citations numbered on from `taken`."""
    used = list(dict.fromkeys(figure.citation for series in answer.series for figure in series.figures))
    order = {n: taken + i for i, n in enumerate(used, 1)}
    series = tuple(
        replace(one, figures=tuple(replace(figure, citation=order[figure.citation]) for figure in one.figures))
        for one in answer.series
    )
    kept = tuple(replace(citation, n=order[citation.n]) for citation in answer.citations if citation.n in order)
    return series, tuple(sorted(kept, key=lambda citation: citation.n))


def _point(said: Said, order: dict[int, int]) -> Point:
    return Point(said.words, tuple(order[n] for n in said.cites), said.part)


def _noted(answer: Answer, *notes: str) -> Answer:
    return replace(answer, notes=(" ".join(notes), *answer.notes))
