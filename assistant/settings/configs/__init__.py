"""Named experiments: each `NAME.toml` here holds what differs from the settings' defaults (`--config NAME`)."""

import tomllib
from pathlib import Path
from typing import Any

from assistant.errors import SettingsError

CONFIGS = Path(__file__).parent


def read_config(config: str | Path) -> dict[str, Any]:
    """What the file `config`, or `NAME.toml` of this folder, sets; raises SettingsError where that cannot be read."""
    path = Path(config)
    if not path.suffix:
        path = CONFIGS / f"{config}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SettingsError("toml_invalid", path=path, why=str(error)) from error
    except OSError as error:
        raise SettingsError("config_missing", path=path) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("toml_invalid", path=path, why=error) from error
