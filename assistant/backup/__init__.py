"""All that an installation keeps, in one file: made while it runs, checked, and put back here or on another machine.

What is in it: the live version of the index with the copies of its files and the vectors, conversations and feedback,
the record of who was forgotten, the folders of reports and uploads, the catalogue and the knowledge. Not in it:
settings and secrets, which the environment holds, and vectors that are on a Chroma server.
"""

from assistant.backup.archive import Contents, check_backup
from assistant.backup.making import make_backup, prune_backups
from assistant.backup.restoring import Restored, check_restore, restore_backup

__all__ = ["Contents", "Restored", "check_backup", "check_restore", "make_backup", "prune_backups", "restore_backup"]
