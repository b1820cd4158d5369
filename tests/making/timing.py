"""Times that hold on a busy machine: what costs the square does so each time, what was disturbed does not."""

from collections.abc import Callable


def holds(within: Callable[[], bool], attempts: int = 4) -> bool:
    """True where `within` is true in one of a few attempts."""
    return any(within() for _ in range(attempts))
