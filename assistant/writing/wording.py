"""The language model that settings name, ready to word answers; none where no endpoint is set."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.embedding import Embedder
from assistant.index.lexical import Lexical
from assistant.models import Answer, Citation
from assistant.privacy import find_personal_data
from assistant.settings import Settings
from assistant.texts import text
from assistant.writing.check import Bears, Checker
from assistant.writing.client import LanguageModel, Writer
from assistant.writing.entailment import load_entailment
from assistant.writing.write import OnWords, write


class Wording:
    """Words answers with a model, checked sentence by sentence."""

    def __init__(self, settings: Settings, writer: Writer, embedder: Embedder, bears: Bears | None = None) -> None:
        self._settings = settings
        self._writer = writer
        self._embedder = embedder
        self._bears = bears

    def worded(
        self,
        answer: Answer,
        evidence: Sequence[Citation],
        lexical: Lexical,
        history: Sequence[str] = (),
        on_words: OnWords | None = None,
    ) -> Answer:
        """The answer in the model's words, or as it was with a note on why.

        A question with personal data, or one after such, is not sent; what is not answered needs no words.
        """
        if answer.abstained or any(find_personal_data(one) for one in (answer.question, *history)):
            return answer
        checker = Checker(self._settings.check, lexical, self._embedder, self._bears)
        return write(
            answer,
            evidence,
            self._writer,
            checker,
            words=self._settings.answer.words,
            kept_above=self._settings.check.kept_above,
            on_words=on_words,
        )


def load_wording(settings: Settings, embedder: Embedder) -> Wording | None:
    """The model of the settings, None where none is set; raises EntailmentError for an entailment model."""
    if not settings.model.endpoint:
        return None
    bears = load_entailment(settings.check)
    return Wording(settings, LanguageModel(settings.model), embedder, bears)


def warned(answer: Answer) -> Answer:
    """The answer with a note where the question holds personal data."""
    kinds = dict.fromkeys(found.kind for found in find_personal_data(answer.question))
    if not kinds:
        return answer
    named = ", ".join(text(kind.value, answer.language) for kind in kinds)
    return replace(answer, notes=(text("personal_data_seen", answer.language, kinds=named), *answer.notes))
