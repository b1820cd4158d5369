"""What a person knows of the field that no report says of itself: data, which an operator's own files replace.

| file | what it holds | read by |
| --- | --- | --- |
| `terms.toml` | other words for the same: renamed terms, synonyms, nynorsk, English | `assistant.language.terms` |
| `outdated.toml` | renamed terms and replaced laws, as users are told of them | `assistant.language.outdated` |
| `series.toml` | breaks in series, and figures that count different things | `assistant.answer.series.known` |
| `places.txt` | municipalities, counties, countries | `assistant.language.places` |
| `organisations.toml` | publishers and other bodies | `ingest.metadata.organisations` |

Each file says in its head how it is written. The bundled ones are for Norwegian public reports at large; what is known
of certain reports alone stands in the folder that comes with them (`settings.knowledge_dir`), whose files take the
place of the bundled ones of the same name.
"""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import SettingsError
from assistant.settings.invalid import first_wrong

BUNDLED = Path(__file__).parent
FILES = ("terms.toml", "outdated.toml", "series.toml", "places.txt", "organisations.toml")


class Entry(BaseModel):
    """Base of what the files hold: a key that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Entry):
    """A sentence for users in each language."""

    nb: str
    nn: str
    en: str

    @property
    def said(self) -> dict[str, str]:
        """The sentence by language."""
        return {"nb": self.nb, "nn": self.nn, "en": self.en}


_Read = TypeVar("_Read", bound=BaseModel)


class _Place:
    """Which folder a process reads from: one at a time, set by whoever opens an index."""

    folder: Path | None = None


def use(folder: Path | None) -> None:
    """From now on, this process reads the folder's files in place of the bundled ones of the same name.

    None, or a folder that is not there, leaves the bundled ones. Raises SettingsError where the folder holds a file
    that is none of `FILES`.
    """
    there = folder.resolve() if folder and folder.is_dir() else None
    for path in sorted(there.iterdir()) if there else ():
        if path.suffix in (".toml", ".txt") and path.name not in FILES:
            raise SettingsError("knowledge_unknown", path=path, names=", ".join(FILES))
    _Place.folder = there


def in_use() -> Path | None:
    """The folder whose files this process reads, for a process that it starts; None: the bundled ones."""
    return _Place.folder


def path_of(name: str) -> Path:
    """Where the file `name` of `FILES` is read from now."""
    own = _Place.folder / name if _Place.folder else None
    return own if own and own.exists() else BUNDLED / name


def read_entries(path: Path, form: type[_Read]) -> _Read:
    """The TOML file's content as `form`; raises SettingsError, which names the file and the field that is wrong."""
    try:
        return form.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError("toml_closed", path=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError("toml_invalid", path=path, why=error) from error
    except ValidationError as error:
        place, why = first_wrong(error)
        raise SettingsError("toml_field", path=path, field=".".join(map(str, place)), why=why) from error
