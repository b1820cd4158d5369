"""The one settings object: defaults here, differences from a TOML file, the environment on top.

Every field can be set in the environment as `ASSISTANT_<FIELD>`, nested ones with two underscores
(`ASSISTANT_EMBEDDING__MODEL`). A named file `configs/NAME.toml` holds only what differs from the defaults.
"""

import os
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as Unreadable

from assistant.settings.answering import (
    BUNDLED_MODEL,
    AnswerSettings,
    CheckSettings,
    EmbeddingSettings,
    ModelSettings,
    ReaderSettings,
    SearchSettings,
)
from assistant.settings.configs import read_config
from assistant.settings.misspelt import no_json, unknown_variable, wrong_field
from assistant.settings.parts import changed
from assistant.settings.reports import FetchSettings, PassageSettings, ReadingSettings, UploadSettings
from assistant.settings.service import ServiceSettings
from assistant.settings.users import AppSettings, ConversationSettings, LimitSettings

__all__ = [
    "BUNDLED_MODEL",
    "AnswerSettings",
    "AppSettings",
    "CheckSettings",
    "ConversationSettings",
    "EmbeddingSettings",
    "FetchSettings",
    "LimitSettings",
    "ModelSettings",
    "PassageSettings",
    "ReaderSettings",
    "ReadingSettings",
    "SearchSettings",
    "ServiceSettings",
    "Settings",
    "UploadSettings",
    "changed",
    "load_settings",
]


class Settings(BaseSettings):
    """All settings of the assistant, the ingestion and the app."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", env_nested_delimiter="__", extra="forbid", frozen=True)

    index_dir: Path = Field(default=Path("data/index"), description="Where the index lives.")
    chroma_url: str = Field(
        default="",
        validation_alias=AliasChoices("ASSISTANT_CHROMA_URL", "chroma_url"),  # the latter is CHROMA_URL as well
        pattern=r"^(https?://[\w.-]+(:\d{1,5})?/?)?$",
        description="A Chroma server that keeps the vectors, `http://localhost:8000` (also: CHROMA_URL); empty: they "
        "are in the index's folder.",
    )
    corpus_dir: Path = Field(default=Path("corpus"), description="The reports that are ingested when no path is given.")
    catalogue: Path = Field(
        default=Path("corpus/catalogue.toml"), description="What a person has set right about reports."
    )
    knowledge_dir: Path = Field(
        default=Path("corpus/knowledge"),
        description="Renamed terms, replaced laws, breaks in series, places and publishers: files of this folder take "
        "the place of the bundled ones of the same name (`assistant/knowledge`).",
    )
    gold_dir: Path = Field(
        default=Path("data/gold"),
        description="What librarians have made of feedback: questions with what answers them, and runs over these.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="WARNING", description="How much to log.")
    max_question: int = Field(default=2000, ge=50, description="Characters a question may have.")
    embedding: EmbeddingSettings = EmbeddingSettings()
    passages: PassageSettings = PassageSettings()
    reading: ReadingSettings = ReadingSettings()
    search: SearchSettings = SearchSettings()
    reader: ReaderSettings = ReaderSettings()
    answer: AnswerSettings = AnswerSettings()
    model: ModelSettings = ModelSettings()
    check: CheckSettings = CheckSettings()
    app: AppSettings = AppSettings()
    limits: LimitSettings = LimitSettings()
    service: ServiceSettings = ServiceSettings()
    uploads: UploadSettings = UploadSettings()
    fetch: FetchSettings = FetchSettings()
    conversations: ConversationSettings = ConversationSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over a config file, whose values come in as arguments."""
        return env_settings, init_settings


def load_settings(config: str | Path | None = None) -> Settings:
    """The settings: defaults, then `config` (a file, or the NAME of `configs/NAME.toml`), then the environment.

    Raises SettingsError with the field's name where a value is unknown (and the nearest that is known) or out of range.
    """
    if wrong := unknown_variable(os.environ, Settings.model_fields):
        raise wrong
    try:
        return Settings(**(read_config(config) if config else {}))
    except ValidationError as error:
        raise wrong_field(Settings, error) from error
    except Unreadable as error:
        raise no_json(os.environ, error) from None  # what it came from holds the value, which may be secret
