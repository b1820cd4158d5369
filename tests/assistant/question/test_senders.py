"""Reports that a question names by who sent them."""

import pytest

from assistant.models import Report
from assistant.question.senders import Senders
from tests.making.manifests import shelf

SENDERS = Senders(
    shelf(
        Report("nsf-2026", "Innspill til utvalget"),
        Report("brev-17", "Svar på høringen", publisher="Folkehelseinstituttet"),
        Report("plan-2024", "Vår felles tjeneste", publisher="Helsedepartementet"),
        Report("undersokelse", "Undersøkelsen om digitale møter", made_by="Tekna"),
    )
)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Hva foreslår NSF for lederne?", ("nsf-2026",)),
        ("Hva er NSFs forslag?", ("nsf-2026",)),
        ("Hva sier FHI-notatet om reformer?", ("brev-17",)),
        ("Hvor mange av Teknas medlemmer svarte?", ("undersokelse",)),
        ("Hva er en god plan?", ()),
        ("Plan for 2024?", ()),
        ("Hva gjør Oslo?", ()),
        ("Hva mener KS?", ()),
        ("Hva mener NSF, og hva mener FHI?", ("brev-17", "nsf-2026")),
    ],
)
def test_a_sender_is_known_by_file_title_maker_or_initials(question: str, documents: tuple[str, ...]) -> None:
    assert SENDERS.find(question) == documents


def test_a_name_that_many_reports_bear_tells_none_from_another() -> None:
    many = Senders(shelf(Report("nsf-1", "Ett"), Report("nsf-2", "To"), Report("tre", "Tre")))
    assert many.find("Hva foreslår NSF?") == ()


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Hva foreslår NSF for lederne?", "Hva foreslår for lederne?"),
        ("Hva lønner seg, ifølge FHI?", "Hva lønner seg?"),
        ("Hva sier FHI-notatet om Oslo?", "Hva sier om Oslo?"),
        ("Hva mener KS om Oslo?", "Hva mener KS om Oslo?"),
    ],
)
def test_the_names_can_be_left_out(question: str, left: str) -> None:
    assert SENDERS.without(question) == left
