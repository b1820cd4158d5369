"""Other pipelines on the same documents, questions and embedding: what ours has to be better than."""
