"""Who owns what is kept: a hash, so that the store holds no name.

Of the provider and the subject that it signed in, or of the random id in the browser's cookie.
"""

import hashlib


def by_login(issuer: str, subject: str) -> str:
    """The owner whom the OpenID provider `issuer` signs in as `subject`."""
    return hashed("login", issuer, subject)


def by_browser(id_: str) -> str:
    """The owner whose browser has the cookie `id_`."""
    return hashed("browser", id_)


def hashed(*parts: str) -> str:
    """One name that nobody can guess, of these parts in this order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
