"""What `kunnskap serve` listens on, and which programs may ask."""

import re

from pydantic import Field, SecretStr, field_validator

from assistant.settings.invalid import refused
from assistant.settings.parts import SECRET, Part


class ServiceSettings(Part):
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
            if len(key.get_secret_value()) < SECRET:
                raise refused("key_short", name=name, least=SECRET)
        return keys

    @property
    def page(self) -> str:
        """The page's address as links begin with it."""
        return (self.page_url or f"http://localhost:{self.port}").rstrip("/")
