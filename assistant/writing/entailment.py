"""What a source bears: by the scorer that is part of this package, or by an entailment model that is set."""

from pathlib import Path

from assistant.errors import EntailmentError
from assistant.reader.scorer import Scorer, or_none
from assistant.settings import CheckSettings
from assistant.writing.check import Bears
from assistant.writing.weighing import told, weighed, weights_of

FILE = Path(__file__).with_name("entailment.safetensors")


def load_entailment(settings: CheckSettings) -> Bears | None:
    """What says whether a source bears a sentence.

    None, with one line in the log, where the bundled one cannot be read; raises EntailmentError where another is set
    and cannot be loaded, or has no label `entailment`.
    """
    if settings.entailment:
        return _cross_encoder(settings.entailment, settings.entailment_above)
    return or_none(bundled, "A model's sentences are checked by rules alone.")


def bundled(path: Path = FILE) -> Bears:
    """Adapters that `evals train-claims` made; raises ReaderError where they do not fit or are damaged.

    Their weights beside the rules, and the log-odds from which on a sentence stands, are in their card.
    """
    scorer = Scorer.load(path)
    weights, least = weights_of(scorer.card["weights"]), float(scorer.card["limits"]["stands"])

    def bears(source: str, sentence: str, differs: str) -> bool:
        (score,) = scorer.scores(source, [sentence])
        (sure,) = weighed([told(source, sentence, float(score), differs)], weights)
        return bool(sure > least)

    return bears


def _cross_encoder(name: str, least: float) -> Bears:
    """A cross-encoder with an `entailment` label, by name or folder: `least` is enough where no rule is against it."""
    from sentence_transformers import CrossEncoder

    try:
        model = CrossEncoder(name, device="cpu")
        labels = {str(label).casefold(): int(number) for number, label in model.config.id2label.items()}
        entailment = labels["entailment"]
    except KeyError as error:
        raise EntailmentError("entailment_label", name=name) from error
    except Exception as error:  # hubs, files and formats fail in families of their own
        raise EntailmentError("entailment_closed", name=name) from error

    def bears(source: str, sentence: str, differs: str) -> bool:
        scores = model.predict([(source, sentence)], apply_softmax=True, show_progress_bar=False)
        return not differs and float(scores[0][entailment]) >= least

    return bears
