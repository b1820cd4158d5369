"""What role statements play in their reports."""

from pathlib import Path

import numpy as np
import pytest

from assistant.errors import ReaderError
from assistant.reader.roles import ORDER, Role, Roles, load_roles


@pytest.fixture(scope="module")
def roles() -> Roles:
    """The bundled one."""
    return Roles.load()


@pytest.mark.parametrize(
    ("statement", "role"),
    [
        ("Mentorer i kommunene › Hovedfunn: Seks av ti deltakere var i arbeid et år etter.", Role.RESULT),
        ("Mentorar i kommunane › Resultat: Dei fleste kommunane er nøgde med mentorane.", Role.RESULT),
        ("Mentorer i kommunene › Anbefalinger: Kommunene bør gi mentorene opplæring.", Role.ADVICE),
        ("Mentors › Advice: Municipalities should offer mentors to all newly arrived refugees.", Role.ADVICE),
        ("Mentorer i kommunene › Mål: Målet er at 70 prosent skal være i arbeid innen 2022.", Role.GOAL),
        ("Mentorer i kommunene › Anbefalinger: Rapporten ble levert i mars 2017.", Role.METHOD),
        ("Mentorer i kommunene › Om studien: 212 av 356 kommuner svarte på skjemaet.", Role.METHOD),
        ("Mentorer i kommunene › Hovedfunn: Under oppsummerer vi de viktigste funnene.", Role.EMPTY),
    ],
)
def test_each_is_taken_for_what_it_is(roles: Roles, statement: str, role: Role) -> None:
    assert ORDER[int(roles.chances([statement])[0].argmax())] is role


def test_chances_add_up_and_come_in_the_order_of_the_statements(roles: Roles) -> None:
    read = ["Bolig: Leie er dyrt.", "Bolig: Kommunen bør bygge.", "Bolig: Leie er dyrt."]
    told = roles.chances(read)
    assert told.shape == (3, len(ORDER)) and np.allclose(told.sum(1), 1.0)
    assert np.array_equal(told[0], told[2]) and not np.array_equal(told[0], told[1])


def test_of_no_statement_nothing_is_told(roles: Roles) -> None:
    assert roles.chances([]).shape == (0, len(ORDER))


def test_a_damaged_file_is_named_and_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "roles.safetensors").write_bytes(b"no tensors")
    with pytest.raises(ReaderError):
        Roles.load(tmp_path / "roles.safetensors")
    assert load_roles(tmp_path / "roles.safetensors") is None
    assert "words alone" in caplog.text
