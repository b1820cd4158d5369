"""Personal data in a question, seen before anything is stored or sent to a model.

Numbers with check digits are known by these, whatever sets their groups apart, and by a word beside them where a digit
is wrong; phone numbers and e-mail addresses by their form and what stands around them; names only beside one of
these, a birth date or a diagnosis, since a name alone may be a researcher's.
"""

import re

from assistant.privacy.addresses import emails
from assistant.privacy.finds import Marks, PersonalData, PersonalKind
from assistant.privacy.normal import normal
from assistant.privacy.numbers import accounts, ibans, identities, organisations
from assistant.privacy.people import born, named
from assistant.privacy.phones import phones

__all__ = ["PersonalData", "PersonalKind", "find_personal_data", "without_personal_data"]


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """What in `text` is personal data, in the order it stands there."""
    plain = normal(text)
    marks, found = Marks(len(plain)), []
    # In this order: what is an account's number is no phone number as well.
    for finds in (emails, identities, ibans, accounts, organisations, born, phones):
        for one in finds(plain):
            if not marks.near(one):
                found.append(one)
                marks.add(one)
    names = [name for name in named(plain, found) if not marks.near(name)]
    # A date is personal only beside whom it is the birth date of.
    kept = [one for one in found if one.kind is not PersonalKind.BIRTH_DATE or names]
    return tuple(sorted([*kept, *names], key=lambda one: one.start))


def without_personal_data(text: str) -> str:
    """The text with what was found left out."""
    parts, end = [], 0
    for one in find_personal_data(text):
        parts.append(text[end : one.start])
        end = max(end, one.end)
    return re.sub(r"\s+", " ", "".join([*parts, text[end:]])).strip()
