"""An answer and its gold question in, scores out; the scores of many in, figures with their intervals out."""
