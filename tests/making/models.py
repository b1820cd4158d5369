"""A tiny sentence-transformers model on disk."""

from pathlib import Path

import numpy as np

WORDS = "query passage : kommune flyktning norsk arbeid bolig tolk skole".split()


def save_tiny_model(folder: Path, dimension: int = 8, prompts: dict[str, str] | None = None, seed: int = 0) -> Path:
    """Save a model of a dozen word vectors to `folder`, as `SentenceTransformer(folder)` loads it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(["[UNK]", *WORDS])}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    weights = np.random.default_rng(seed).normal(size=(len(WORDS) + 1, dimension)).astype(np.float32)
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    SentenceTransformer(modules=[module], prompts=prompts, device="cpu").save(str(folder))
    return folder
