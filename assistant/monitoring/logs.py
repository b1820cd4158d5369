"""One logging configuration for every shell, and the telemetry of the libraries turned off."""

import json
import logging
import os
import sys
import traceback
from datetime import UTC, datetime

_EVENTS = logging.getLogger("assistant.events")


def configure(level: str, *, as_json: bool = False) -> None:
    """Log to stderr at `level`, and keep the libraries from calling home. Call before importing them.

    With `as_json` each event is one line of JSON, and what `event` tells is among them at any level.
    """
    quiet_libraries()
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(level=level.upper(), stream=sys.stderr, format=form)
    if as_json:
        logging.getLogger().handlers[0].setFormatter(JsonLine())
        _EVENTS.setLevel(logging.INFO)
    for name in ("httpx", "chromadb", "bm25s", "sentence_transformers", "transformers", "huggingface_hub", "mcp"):
        logging.getLogger(name).setLevel(max(logging.getLogger().level, logging.ERROR))


def take_over() -> None:
    """Have libraries that log in a form of their own log in ours; call it when they are set up.

    Single requests are not logged: their addresses may quote.
    """
    loggers = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    for logger in loggers:
        if logger.handlers:
            logger.handlers.clear()
            logger.propagate = True
            logger.setLevel(logging.NOTSET)
    logging.getLogger("uvicorn.access").disabled = True


def event(name: str, **fields: str | int | float) -> None:
    """Tell that something happened, with figures and names; nothing that a person has written belongs in it."""
    _EVENTS.info(name, extra={"fields": fields})


class JsonLine(logging.Formatter):
    """One line of JSON a record. Of an exception its kind and place are told: its words may repeat a question."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's time (UTC), level, logger and message, and the fields of an event."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            told["exception"] = record.exc_info[0].__name__
            told["at"] = [f"{at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(record.exc_info[2])]
        return json.dumps(told, ensure_ascii=False)


def quiet_libraries() -> None:
    """Turn off telemetry, progress bars and thread warnings of the libraries in use."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")
