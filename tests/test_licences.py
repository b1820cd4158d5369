"""Every package that is installed may be used, and is listed; what is installed is what was locked."""

import re

import pytest

from docs import licences


@pytest.mark.parametrize(("name", "version", "licence"), list(licences.rows()))
def test_every_pinned_package_has_a_licence_that_is_allowed(name: str, version: str, licence: str) -> None:
    assert licences.is_allowed(licence), licence or "none told"


@pytest.mark.parametrize("licence", ["", "GPL", "AGPL-3.0-only", "MIT AND GPL", "LicenseRef-Proprietary"])
def test_others_are_not(licence: str) -> None:
    assert not licences.is_allowed(licence)


def test_the_list_is_that_of_the_lock() -> None:
    listed = re.findall(r"^\| ([\w.-]+) \| ([\w.+]+) \|", licences.LIST.read_text(encoding="utf-8"), re.M)
    assert dict(listed[1:]) == licences.pinned()


def test_everything_locked_has_its_hashes() -> None:
    lock = (licences.ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[\w.-]+==)", lock)[1:]
    assert len(entries) > 100
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
