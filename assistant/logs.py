"""One logging configuration for every shell, and the telemetry of the libraries turned off."""

import logging
import os
import sys


def configure(level: str) -> None:
    """Log to stderr at `level`, and keep the libraries from calling home. Call before importing them."""
    quiet_libraries()
    logging.basicConfig(level=level.upper(), stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("httpx", "chromadb", "bm25s", "sentence_transformers", "transformers", "huggingface_hub"):
        logging.getLogger(name).setLevel(max(logging.getLogger().level, logging.ERROR))


def quiet_libraries() -> None:
    """Turn off telemetry, progress bars and thread warnings of the libraries in use."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")
