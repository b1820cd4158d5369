"""Who may upload how much, by the session of the page."""

import threading
from dataclasses import dataclass, field

from streamlit import runtime

from assistant.settings import UploadSettings


@dataclass(slots=True)
class _Quota:
    bytes: int
    files: int


@dataclass(slots=True)
class Uploads:
    """Who may upload how much: sessions of the page that has drawn them the field for files, having seen the proof."""

    quotas: dict[str, _Quota] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def allow(self, session: str, limits: UploadSettings, *, anew: bool = False) -> None:
        """Let a session upload; `anew` gives it its whole quota again."""
        with self.lock:
            if anew or session not in self.quotas:
                self.quotas[session] = _Quota(limits.files * limits.mb * 1024 * 1024, limits.files)

    def forbid(self, session: str) -> None:
        """Let it upload no more."""
        with self.lock:
            self.quotas.pop(session, None)

    def begin(self, session: str) -> bool:
        """Whether one more file may come."""
        with self.lock:
            quota = self.quotas.get(session)
            if quota is None or quota.files <= 0:
                return False
            quota.files -= 1
            return True

    def take(self, session: str, length: int) -> bool:
        """Whether so many bytes more may come."""
        with self.lock:
            quota = self.quotas.get(session)
            if quota is None or quota.bytes < length:
                return False
            quota.bytes -= length
            return True

    def let_go(self) -> None:
        """Drop what sessions uploaded whose page is closed: Streamlit keeps it until another page is, minutes later."""
        if not runtime.exists():
            return
        server = runtime.get_instance()
        with self.lock:
            gone = [session for session in self.quotas if not server.is_active_session(session)]
            for session in gone:
                del self.quotas[session]
        for session in gone:
            server.uploaded_file_mgr.remove_session_files(session)


UPLOADS = Uploads()
