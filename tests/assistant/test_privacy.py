"""Personal data in questions. The numbers are made: 01019012480 and the like have right check digits."""

import pytest

from assistant.privacy import PersonalKind, find_personal_data, without_personal_data

WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def with_check_digits(nine: str) -> str:
    """The first of the individual numbers from `nine` on that has check digits."""
    while True:
        digits = [int(digit) for digit in nine]
        for weights in WEIGHTS:
            digits.append(-sum(w * d for w, d in zip(weights, digits, strict=False)) % 11)
        if 10 not in digits:
            return "".join(map(str, digits))
        nine = str(int(nine) + 1).zfill(9)


BORN, FOREIGN = with_check_digits("010190124"), with_check_digits("410190124")


def kinds(text: str) -> list[PersonalKind]:
    return [found.kind for found in find_personal_data(text)]


@pytest.mark.parametrize("number", [BORN, FOREIGN, f"{BORN[:6]} {BORN[6:]}", f"{BORN[:6]}-{BORN[6:]}"])
def test_national_ids_are_seen(number: str) -> None:
    assert kinds(f"Hva har {number} krav på?") == [PersonalKind.NATIONAL_ID]


def test_a_wrong_check_digit_is_no_national_id() -> None:
    assert kinds(BORN[:10] + str((int(BORN[10]) + 1) % 10)) == []


def test_a_day_that_is_none_is_no_national_id() -> None:
    assert kinds(with_check_digits("399990124")) == []


@pytest.mark.parametrize("number", ["41234567", "412 34 567", "22 33 44 55", "+47 41234567", "0047 412 34 567"])
def test_phone_numbers_are_seen(number: str) -> None:
    assert kinds(f"Ring {number} om introduksjonsprogrammet") == [PersonalKind.PHONE]


@pytest.mark.parametrize(
    "figure", ["45 000 000 kroner", "45000000 kroner", "2015-2017", "1 234 567", "ISBN 9788270781234", "11 078"]
)
def test_figures_are_no_phone_numbers(figure: str) -> None:
    assert kinds(f"Hvorfor var det {figure} i 2016?") == []


def test_email_addresses_are_seen() -> None:
    assert kinds("Svar til ola.nordmann@kommune.no, takk") == [PersonalKind.EMAIL]


def test_a_name_beside_a_number_is_seen() -> None:
    assert kinds(f"Hva får Kari Nordmann ({BORN})?") == [PersonalKind.NAME, PersonalKind.NATIONAL_ID]


def test_a_name_alone_is_a_researchers_perhaps() -> None:
    assert kinds("Hva fant Anne Britt Djuve i 2017?") == []


def test_personal_data_is_left_out() -> None:
    assert without_personal_data(f"Hva får Kari Nordmann {BORN} i støtte?") == "Hva får i støtte?"


def test_a_question_without_any_stays_as_it_is() -> None:
    question = "Hvor mange av 11 078 ble bosatt i 2017?"
    assert without_personal_data(question) == question
