"""`kunnskap serve` with the quick models in the bundled ones' place: `python -m tests.making.servers.quick_service`."""

import assistant.api
from assistant.__main__ import main
from tests.making.fakes import FakeEmbedder, FakeReader

if __name__ == "__main__":
    assistant.api.load_embedder = lambda settings: FakeEmbedder()
    assistant.api.load_reader = lambda settings: FakeReader()
    raise SystemExit(main(["serve"]))
