"""What a signed-in user may do: by the claims of the sign-in, and by lists of addresses in the settings."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any

from assistant.settings import AppSettings

Claims = Mapping[str, Any]
_AHEAD = 300.0  # seconds that the provider's clock may be ahead of ours


class Role(IntEnum):
    """Each may what those before it may."""

    NOBODY = 0
    ASKER = 1
    LIBRARIAN = 2
    ADMINISTRATOR = 3


def is_signed_in(user: Claims) -> bool:
    """Whether these are the claims of somebody."""
    return user.get("is_logged_in") is True


def is_current(user: Claims, hours: float, now: float) -> bool:
    """Whether the sign-in is not older than that; one that does not tell when it was is."""
    issued = user.get("iat")
    return isinstance(issued, int | float) and -_AHEAD <= now - issued <= 3600 * hours


def role_of(app: AppSettings, user: Claims) -> Role:
    """The role of the user with these claims; where nobody signs in, all may ask."""
    if not is_signed_in(user):
        return Role.NOBODY if app.sign_in else Role.ASKER
    # Some providers hold addresses that nobody has confirmed.
    email = "" if user.get("email_verified") is False else str(user.get("email") or "").casefold()
    if app.domains and email.rpartition("@")[2] not in _folded(app.domains):
        return Role.NOBODY
    names = {email, str(user.get("sub") or "").casefold()} - {""}
    found = [Role[app.roles[value].upper()] for value in _values(user, app.role_claim) if value in app.roles]
    if names & _folded(app.administrators):
        found.append(Role.ADMINISTRATOR)
    if isinstance(app.manage_reports, tuple) and names & _folded(app.manage_reports):
        found.append(Role.LIBRARIAN)
    return max(found, default=Role.NOBODY if "asker" in app.roles.values() else Role.ASKER)


def _values(user: Claims, claim: str) -> Iterable[str]:
    """The values of a claim: a list, or one; by its whole name first, which may have dots (`https://…/roles`)."""
    found: Any = user.get(claim)
    if found is None:
        found = user
        for step in claim.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
    values = found if isinstance(found, list | tuple) else [found]
    return [value for value in values if isinstance(value, str)]


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}
