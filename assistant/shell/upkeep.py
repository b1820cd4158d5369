"""The commands of whoever runs the assistant: `backup`, `restore`, `forget`."""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import SettingsError
from assistant.settings import Settings
from assistant.store import owners

if TYPE_CHECKING:
    from assistant.shell.common import Commands

_OWNER = re.compile(r"[0-9a-f]{64}")


def add(commands: "Commands") -> None:
    """Add the three commands."""
    backup = commands.add_parser("backup", help="all that is kept in one file, made while the app runs, and checked")
    backup.add_argument("to", nargs="?", type=Path, default=Path(), metavar="PLACE", help="a folder, or FILE.tar.gz")
    backup.add_argument("--keep", type=_positive, metavar="N", help="delete all but the newest N of the folder")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="put a backup in the place of what is here, which is kept aside")
    restore.add_argument("file", type=Path, metavar="FILE", help="what `backup` made")
    restore.add_argument("--check", action="store_true", help="only read it whole and say what is in it")
    restore.set_defaults(run=_restore)
    forget = commands.add_parser("forget", help="delete a person's conversations and feedback, and put it on record")
    forget.add_argument("user", metavar="USER", help="the person's subject (`sub`) at the provider that signs in")
    forget.add_argument("--issuer", default="", metavar="URL", help="that provider, as its tokens name it (`iss`)")
    forget.set_defaults(run=_forget)
    for parser in (backup, restore, forget):
        parser.add_argument("--index", type=Path, metavar="DIR", help="the index (default: data/index)")
        parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")


def _backup(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.backup import make_backup, prune_backups

    path, contents = make_backup(settings, arguments.to)
    _say(f"{path}: {len(contents.items)} files, {_megabytes(path.stat().st_size)}, read again and whole")
    if contents.on_server:
        _say("Not in it: the vectors on the Chroma server. After restoring elsewhere: python -m ingest --rebuild")
    for old in prune_backups(path.parent, arguments.keep) if arguments.keep else ():
        _say(f"{old}: deleted")
    return 0


def _restore(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.backup import check_restore, restore_backup

    if arguments.check:
        contents = check_restore(arguments.file)
        size = _megabytes(sum(contents.sizes.values()))
        _say(f"{arguments.file}: whole; made {contents.created} by release {contents.release}, {size} unpacked")
        return 0
    done = restore_backup(settings, arguments.file)
    _say(f"Restored {len(done.contents.items)} files as of {done.contents.created}.")
    if done.aside:
        _say(f"What they took the place of is in {done.aside}, conversations among it: delete it once all is well.")
    if done.forgotten:
        _say(f"{done.forgotten} who were forgotten since, or before, have been forgotten again.")
    if done.contents.on_server:
        _say("Its vectors are on a Chroma server. Where that one does not have them: python -m ingest --rebuild")
    return 0


def _forget(arguments: argparse.Namespace, settings: Settings) -> int:
    from assistant.store.forgetting import forget, record_of

    file = settings.conversations.file
    done = forget(file, _owner(arguments.user, arguments.issuer))
    _say(
        f"Deleted: {done.conversations} conversations with {done.questions} questions, {done.feedback} pieces of "
        f"feedback. On record, without a name, in {record_of(file)}."
    )
    _say("A page that the person has open keeps what is asked on it from now on; have them close it first.")
    _say("Backups made before this, and what `restore` kept aside, still hold it: delete them when their time is up.")
    return 0


def _owner(user: str, issuer: str) -> str:
    """The owner that a person is in the store."""
    if issuer:
        return owners.by_login(issuer, user)
    if _OWNER.fullmatch(user):
        return user
    raise SettingsError("issuer_missing")


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError("none would be kept")
    return number


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
