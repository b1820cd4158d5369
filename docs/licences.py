"""`make licences`: what is installed and under which licences, to docs/licences.md; fails where one is not allowed."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIST = ROOT / "docs" / "licences.md"

# May be used and passed on with this project. The LGPL's and MPL's terms are for changes to the library itself.
ALLOWED = frozenset(
    """
    0BSD AFL-2.1 Apache-2.0 BSD BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 CNRI-Python ISC LGPL-2.1-or-later
    LLVM-exception MIT MIT-0 MIT-CMU MPL-2.0 PSF-2.0 Zlib
    """.split()
)
# How packages name them that give no SPDX expression.
_NAMES = (
    (r"apache", "Apache-2.0"),
    (r"\bmit\b", "MIT"),
    (r"\blgpl|lesser general public", "LGPL-2.1-or-later"),
    (r"(?<!l)gpl|(?<!lesser )general public", "GPL"),
    (r"\bmpl|mozilla", "MPL-2.0"),
    (r"\bisc\b", "ISC"),
    (r"\bpsf|python software", "PSF-2.0"),
    (r"\bbsd", "BSD"),
    (r"academic free", "AFL-2.1"),
    (r"proprietary|commercial", "proprietary"),
)
_SHORT = 80  # characters; some put the whole licence where its name belongs
# Looked up by hand, where a package's metadata say nothing.
_TOLD = {"axe-playwright-python": "MIT AND MPL-2.0"}


def pinned() -> dict[str, str]:
    """Name → version of every package that `make setup` installs, torch among them."""
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "Makefile")]
    found = re.findall(r"^([\w.-]+)==([\w.+]+)", texts[0], re.M) + re.findall(r":= (torch)==([\w.]+)", texts[1])
    return dict(sorted(found, key=lambda pair: pair[0].lower()))


def licence_of(package: Distribution) -> str:
    """Its licences, as an SPDX expression where it gives one; empty where nothing is told."""
    metadata = package.metadata
    if told := _TOLD.get(metadata["Name"].lower()) or metadata.get("License-Expression"):
        return str(told)
    named = _named(metadata.get("License", "")[:_SHORT])
    classifiers = (metadata.get_all("Classifier") or ()) if not named else ()
    return " AND ".join(named or _named(" ".join(c for c in classifiers if c.startswith("License"))))


def _named(words: str) -> list[str]:
    return [spdx for pattern, spdx in _NAMES if re.search(pattern, words, re.I)]


def is_allowed(licence: str) -> bool:
    """Whether each of the licences may be used, or one of those that can be chosen from."""
    names = [name for name in re.split(r"\s+(?:AND|OR|WITH)\s+|[()]|\s", licence) if name]
    return bool(names) and all(name in ALLOWED for name in names)


def rows() -> Iterator[tuple[str, str, str]]:
    """(name, version, licence) of each package."""
    for name, version in pinned().items():
        yield name, version, licence_of(distribution(name))


def page() -> str:
    """The list as Markdown."""
    table = [f"| {name} | {version} | {licence} |" for name, version, licence in rows()]
    return "\n".join(
        (
            "# Licences of the dependencies",
            "",
            "What `make setup` installs, by `requirements.lock`. Written by `make licences`, which fails where one is",
            "unknown or not one of those in `docs/licences.py`.",
            "",
            "| package | version | licence |",
            "| --- | --- | --- |",
            *table,
            "",
        )
    )


def main() -> int:
    """Write the list; 1 where something in it is not allowed."""
    LIST.write_text(page(), encoding="utf-8")
    wrong = [f"{name}: {licence or 'no licence told'}" for name, _, licence in rows() if not is_allowed(licence)]
    sys.stderr.writelines(f"licences: {line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
