"""The examples of what one can ask, tried once beside the page for all users."""

import logging
import threading
from dataclasses import dataclass, field
from functools import partial

from assistant.errors import AssistantError
from assistant.examples import Examples, examples
from assistant.process.opening import opened, ready
from assistant.settings import Settings, load_settings

log = logging.getLogger(__name__)
_lock = threading.Lock()
_PAUSE = 2.0  # seconds before each is tried, in which users' questions go first


@dataclass(slots=True)
class _Tried:
    """What was tried, and the thread that tries it."""

    examples: Examples | None = None
    thread: threading.Thread | None = None
    over: threading.Event = field(default_factory=threading.Event)


_tried: dict[str, _Tried] = {}  # by their settings


def tried_examples(settings: Settings) -> Examples | None:
    """The examples of the live index; None while they are being tried. Raises UnusableIndex."""
    version = opened(settings).assistant.manifest.version
    with _lock:
        held = _tried.setdefault(settings.model_dump_json(), _Tried())
        if held.examples and held.examples.version == version:
            return held.examples
        if held.thread is None or not held.thread.is_alive():
            held.thread = threading.Thread(target=_try, args=(held, settings), name="try-examples", daemon=True)
            held.thread.start()
    return None


def begin() -> None:
    """Begin to try them at the start of a server."""
    try:
        tried_examples(load_settings())
    except AssistantError as error:  # the users are told, in their language
        log.warning("No examples yet: %s", error)


def forget() -> None:
    """Stop what is being tried, and try anew when they are next wanted."""
    with _lock:
        held, threads = list(_tried.values()), [one.thread for one in _tried.values() if one.thread]
        _tried.clear()
    for one in held:
        one.over.set()
    for thread in threads:
        thread.join()


def _try(held: _Tried, settings: Settings) -> None:
    version = ""
    try:
        assistant = ready(settings)  # the models come first
        version = assistant.manifest.version
        held.examples = examples(assistant, partial(held.over.wait, _PAUSE))
    except Exception:  # the page does without
        log.exception("The examples could not be tried")
        held.examples = Examples(version)
