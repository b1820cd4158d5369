"""Who may use the page, how much they may ask, and what is kept of it."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator, model_validator

from assistant.settings.colours import DARK_GROUNDS, LIGHT_GROUNDS, readable
from assistant.settings.invalid import refused
from assistant.settings.parts import SECRET, Part


class AppSettings(Part):
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
        if 0 < len(token.get_secret_value()) < SECRET:
            raise refused("token_short", least=SECRET)
        return token


class LimitSettings(Part):
    """How much one client of the page, and all of them, may ask at once; the rest wait their turn."""

    questions_a_minute: int = Field(default=20, ge=1, description="Questions that one user may ask in a minute.")
    at_once: int = Field(default=2, ge=1, description="Questions of one user that are answered at once.")
    all_at_once: int = Field(default=8, ge=1, description="Questions of all users that are answered at once.")
    waiting: int = Field(default=100, ge=0, description="Questions that may wait; more are told to come later.")
    connections: int = Field(
        default=200, ge=1, description="Open pages from one address; behind a proxy, all may have the same."
    )


class ConversationSettings(Part):
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
