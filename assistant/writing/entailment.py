"""An entailment model, where one is set: how likely a source entails a sentence."""

from assistant.errors import EntailmentError
from assistant.writing.check import Entails


def load_entailment(name: str) -> Entails:
    """Load a cross-encoder with an `entailment` label, by name or folder; raises EntailmentError."""
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
        return float(scores[0][entailment])

    return entails
