"""A judge behind any OpenAI-compatible address, as LlamaIndex's evaluators want it."""

import json
import urllib.error
import urllib.request
from typing import Any

from llama_index.core.llms import CompletionResponse, CompletionResponseGen, CustomLLM, LLMMetadata
from pydantic import PrivateAttr

from evals.errors import JudgeError

_LONGEST = 1024  # tokens that a verdict may have


class Judge(CustomLLM):
    """A chat model at `base_url`; keeps what it was sent and what it said, word for word, in `calls`."""

    base_url: str
    model: str
    timeout: float = 120.0
    _key: str = PrivateAttr()
    _calls: list[dict[str, Any]] = PrivateAttr(default_factory=list)

    def __init__(self, base_url: str, model: str, key: str = "", **kwargs: Any) -> None:
        super().__init__(base_url=base_url.rstrip("/"), model=model, **kwargs)
        self._key = key

    @property
    def metadata(self) -> LLMMetadata:
        """What LlamaIndex wants to know of a model."""
        return LLMMetadata(model_name=self.model, context_window=16_000, num_output=_LONGEST, is_chat_model=True)

    def taken_calls(self) -> list[dict[str, Any]]:
        """The calls since the last time this was asked."""
        calls, self._calls = self._calls, []
        return calls

    def complete(self, prompt: str, formatted: bool = False, **_: Any) -> CompletionResponse:  # noqa: ARG002
        """Send one prompt. Raises JudgeError where the judge cannot be reached or does not answer as it should."""
        messages = [{"role": "user", "content": prompt}]
        body = {"model": self.model, "messages": messages, "temperature": 0, "max_tokens": _LONGEST}
        reply = self._post(body)
        try:
            text = str(reply["choices"][0]["message"]["content"])
        except (KeyError, IndexError, TypeError) as error:
            raise JudgeError(f"The judge at {self.base_url} answers in an unknown form.") from error
        self._calls.append({"request": body, "reply": text})
        return CompletionResponse(text=text)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        """The whole reply in one piece."""
        yield self.complete(prompt, formatted, **kwargs)

    def _post(self, body: dict[str, Any]) -> Any:
        headers = {"Content-Type": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        address = f"{self.base_url}/chat/completions"
        if not address.startswith(("http://", "https://")):
            raise JudgeError(f"The judge's address must begin with http:// or https://, not {self.base_url}.")
        request = urllib.request.Request(address, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise JudgeError(f"The judge at {self.base_url} refuses: {error.code} {error.reason}.") from error
        except (OSError, ValueError) as error:
            raise JudgeError(f"The judge at {self.base_url} cannot be reached: {error}.") from error
