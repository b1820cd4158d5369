"""What has been kept for long enough is deleted: at the start of the server, and every day from then on."""

import logging
import threading

from assistant.errors import AssistantError
from assistant.settings import load_settings
from assistant.store.conversations import Conversations
from assistant.store.file.kept import DAY

log = logging.getLogger(__name__)


def start_purging() -> threading.Event:
    """Purge now and daily, in a thread of its own that ends with the process or when the event is set."""
    ended = threading.Event()
    threading.Thread(target=_purge_daily, args=(ended,), name="purge", daemon=True).start()
    return ended


def _purge_daily(ended: threading.Event) -> None:
    while not ended.is_set():
        try:
            Conversations(load_settings().conversations).purge()
        except AssistantError as error:
            log.error("Old conversations could not be deleted: %s", error)
        ended.wait(DAY)
