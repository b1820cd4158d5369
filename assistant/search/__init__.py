"""Hybrid search: a question in, the passages that dense and lexical retrieval together put first out."""

from assistant.search.candidates import Candidate, find_candidates

__all__ = ["Candidate", "find_candidates"]
