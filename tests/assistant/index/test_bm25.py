"""Our building of BM25 beside bm25s' own."""

from array import array

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.index import bm25
from assistant.index.bm25 import BM25

TEXTS = st.lists(st.lists(st.integers(0, 30), max_size=12), min_size=1, max_size=25).filter(any)


@given(TEXTS, st.integers(1, 8))
@settings(max_examples=60, deadline=None)
def test_it_is_bm25s_own_matrix(texts: list[list[int]], chunk: int) -> None:
    numbers: dict[int, int] = {}
    rows = [array("i", (numbers.setdefault(term, len(numbers)) for term in text)) for text in texts]
    vocabulary = {str(term): number for term, number in numbers.items()}
    models = BM25(method="lucene"), bm25s.BM25(method="lucene")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bm25, "_CHUNK", chunk)
        for model in models:
            model.index((rows, vocabulary), create_empty_token=False, show_progress=False)
    ours, theirs = (model.scores for model in models)
    assert ours["num_docs"] == theirs["num_docs"]
    for name in ("indptr", "indices"):
        np.testing.assert_array_equal(ours[name], theirs[name])
    np.testing.assert_allclose(ours["data"], theirs["data"], rtol=1e-6)
    assert {name: ours[name].dtype for name in ("data", "indices", "indptr")} == {
        name: theirs[name].dtype for name in ("data", "indices", "indptr")
    }
