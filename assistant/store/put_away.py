"""What a user has put away, so that the page does not tell of it again."""

from collections.abc import Collection

from assistant.store.file.kept import Kept


class PutAway(Kept):
    """What all owners have put away, by names of one line each."""

    def put(self, owner: str, names: Collection[str]) -> None:
        """These are away from now on, in the place of those before."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO put_away VALUES (?, ?, ?) ON CONFLICT (owner) DO UPDATE SET at = excluded.at, "
                "names = excluded.names",
                (owner, self._clock(), "\n".join(names)),
            )

    def held(self, owner: str) -> frozenset[str]:
        """What the owner has put away last."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT names FROM put_away WHERE owner = ?", (owner,)).fetchone()
        return frozenset(row[0].split("\n")) if row else frozenset()
