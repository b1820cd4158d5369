"""PDFium works for one thread at a time in a process: whoever calls it holds this lock."""

import threading

# Held for one page at a time, so that a page can be shown while a long file is read.
LOCK = threading.RLock()
