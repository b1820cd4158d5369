"""Optional: answers judged by a language model, beside the figures that need none."""
