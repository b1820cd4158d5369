"""What a source bears: by the scorer that is part of this package, or by an entailment model that is set."""

from pathlib import Path

from assistant.errors import EntailmentError
from assistant.reader.scorer import Scorer, or_none
from assistant.settings import CheckSettings
from assistant.writing.check import Bearing, Bears

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

    What they are sure of and what they doubt stands in their card, in log-odds.
    """
    scorer = Scorer.load(path)
    sure, doubted = (float(scorer.card["limits"][name]) for name in ("sure", "doubted"))

    def bears(source: str, sentence: str) -> Bearing:
        (score,) = scorer.scores(source, [sentence])
        return Bearing.YES if score > sure else Bearing.OPEN if score > doubted else Bearing.NO

    return bears


def _cross_encoder(name: str, least: float) -> Bears:
    """A cross-encoder with an `entailment` label, by name or folder: below `least` it says no, and never yes."""
    from sentence_transformers import CrossEncoder

    try:
        model = CrossEncoder(name, device="cpu")
        labels = {str(label).casefold(): int(number) for number, label in model.config.id2label.items()}
        entailment = labels["entailment"]
    except KeyError as error:
        raise EntailmentError("entailment_label", name=name) from error
    except Exception as error:  # hubs, files and formats fail in families of their own
        raise EntailmentError("entailment_closed", name=name) from error

    def bears(source: str, sentence: str) -> Bearing:
        scores = model.predict([(source, sentence)], apply_softmax=True, show_progress_bar=False)
        return Bearing.OPEN if float(scores[0][entailment]) >= least else Bearing.NO

    return bears
