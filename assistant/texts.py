"""Every text that users see, in bokmål, nynorsk and English: one table, `texts.toml`."""

import tomllib
from pathlib import Path

LANGUAGES = ("nb", "nn", "en")

TEXTS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def text(key: str, language: str, **values: object) -> str:
    """The text `key` in `language` (bokmål where there is no such language), with its values filled in."""
    versions = TEXTS[key]
    return versions.get(language, versions["nb"]).format(**values)
