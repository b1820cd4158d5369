"""How likely a source bears a sentence: by the scorer that is part of this package, or by a model that is set."""

import logging
from pathlib import Path

import numpy as np

from assistant.errors import EntailmentError, ReaderError
from assistant.reader.scorer import Scorer
from assistant.reader.weights import chance
from assistant.settings import CheckSettings
from assistant.writing.check import Entails

log = logging.getLogger(__name__)
FILE = Path(__file__).with_name("entailment.safetensors")


def load_entailment(settings: CheckSettings) -> Entails | None:
    """What says how likely a source bears a sentence, 0 to 1.

    None, with one line in the log, where the bundled one cannot be read; raises EntailmentError where another is set and
    cannot be loaded, or has no label `entailment`.
    """
    if settings.entailment:
        return _cross_encoder(settings.entailment)
    try:
        return bundled()
    except ReaderError as error:
        log.warning("%s A model's sentences are checked by rules alone.", error)
        return None


def bundled(path: Path = FILE) -> Entails:
    """Adapters that `evals train-claims` made; raises ReaderError where they do not fit or are damaged."""
    scorer = Scorer.load(path)
    least = float(scorer.card["least"])  # log-odds from which on a sentence stands

    def entails(source: str, sentence: str) -> float:
        return float(chance(scorer.scores(source, [sentence]) - least)[0])

    return entails


def _cross_encoder(name: str) -> Entails:
    from sentence_transformers import CrossEncoder

    try:
        model = CrossEncoder(name, device="cpu")
        labels = {str(label).casefold(): int(number) for number, label in model.config.id2label.items()}
        entailment = labels["entailment"]
    except KeyError as error:
        raise EntailmentError("entailment_label", name=name) from error
    except Exception as error:  # hubs, files and formats fail in families of their own
        raise EntailmentError("entailment_closed", name=name) from error

    def entails(source: str, sentence: str) -> float:
        scores = model.predict([(source, sentence)], apply_softmax=True, show_progress_bar=False)
        return float(np.asarray(scores)[0][entailment])

    return entails
