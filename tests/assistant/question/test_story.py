"""A year that tells of who asks is not the year asked of; one that the question leans on is."""

import pytest

from assistant.language.places import named
from assistant.question.story import asked_of
from assistant.question.years import years

_TOLD = (
    "Min deltaker Kari Nordmann, født 12.03.1990, sliter med angst. Hva sier rapportene om psykisk helse?",
    "Vi har en familie som kom til kommunen i 2022. Den eldste er født i 1998. Hva anbefales om tolk?",
    "Vi har bosatt folk siden 1995. Hva anbefales om bruk av frivillighetskoordinator?",
    "Vi har bosatt folk siden 1995, hva anbefales om frivillighetskoordinator?",
    "Jeg har jobbet her siden 2015 og lurer på hva som anbefales om mentorordninger",
    "Hva anbefales om tolk for en mann født i 1984?",
    "Hun kom i 2019 fra Syria og har to barn. Hvor mange får jobb etter introduksjonsprogrammet?",
    "En deltaker (f. 1990) vil bli lærer. Finnes det noe om kvalifisering for lærere?",
    "Hei! Jeg begynte som programrådgiver i 2021. Hvilke tiltak virker for kvinner? Hilsen Ola",
    "Kommunen fikk nytt introduksjonsprogram i 2021. Hva vet dere om foreldreveiledning og deltakelse?",
    "Deltakaren min, fødd 3. mai 1988, slit med søvn. Kva seier rapportane om helse?",
    "Vi har busett folk sidan 1995. Kva blir tilrådd om bruk av frivillige?",
    "Eg har jobba i kommunen sidan 2009 og lurer på kva som verkar for unge flyktningar",
    "Ein familie kom hit i 2022. Den eldste er fødd i 2004. Kva veit vi om vidaregåande opplæring?",
    "Ho kom i 2018 og har tre barn, kva rettar har ho til norskopplæring?",
    "Me starta med mentor i 2017. Finst det noko om effekten av mentorordningar?",
    "Ein deltakar (f. 1971) er sjuk. Kva blir gjort for deltakarar med helseplager?",
    "Han budde på mottak frå 2015. Korleis går det med dei som bur lenge på mottak?",
    "Kommunen vår vart slått saman i 2020. Kva er tilrådd om samarbeid med frivillige?",
    "Eg skreiv masteroppgåva mi i 2014. Kven har forska på sjølvbusetjing?",
    "My client was born in 1990 and cannot sleep. What do the reports say about mental health?",
    "A family came here in 2022. The eldest was born in 1998. What is recommended on interpreters?",
    "We have settled refugees since 1995. What is recommended on volunteer coordinators?",
    "I have worked here since 2012 and wonder what works for young refugees",
    "She arrived in 2019, what help do the reports recommend for single mothers?",
    "We started a mentor scheme in 2017. Is there anything on the effects of mentoring?",
    "What is recommended for a man born in 1984 who needs an interpreter?",
    "A participant, born 12 March 1990, wants to be a nurse. Which measures help people qualify?",
    "Our municipality merged in 2020. How should we cooperate with volunteers?",
    "He lived in a reception centre from 2015. What do we know about long stays?",
)
_ASKED = (
    ("Hvor mange ble bosatt i 1995?", "1995"),
    ("I 2016 kom det mange. Hvor mange ble bosatt da?", "2016"),
    ("I 2016, hvor mange ble bosatt?", "2016"),
    ("Jeg lurer på hvor mange som ble bosatt i 2016", "2016"),
    ("Vi har bosatt folk siden 1995. Hvor mange ble bosatt i 2016?", "2016"),
    ("Vi ser på 2021. Hvor mange ble bosatt?", "2021"),
    ("Det gjelder 2017: hvor mange var enslige mindreårige?", "2017"),
    ("Undersøkelsen er fra 2021. Hvor mange kommuner svarte på den?", "2021"),
    ("I 2016 ble mange flyktninger bosatt. Hvor mange var enslige mindreårige?", "2016"),
    ("Bosetting 2016. Hvor mange enslige mindreårige?", "2016"),
    ("Hvor mange bosatte er født i 1990?", "1990"),
    ("Fortell om bosetting i 2017. Hvor mange kommuner deltok?", "2017"),
    ("Oversikt over tolk 2023", "2023"),
    ("Vi fikk mange flyktninger i 2016. Hva gjorde kommunene det året?", "2016"),
    ("Vi har lest kommuneundersøkelsen fra 2023. Hva står der om tolk og bosetting?", "2023"),
    ("Kor mange vart busette i 2016, og i 2017?", "2016 2017"),
    ("I 2016 kom det mange. Kor mange vart busette då?", "2016"),
    ("Eg lurer på kor mange som vart busette i 2017", "2017"),
    ("Rapporten er frå 2018. Kva tilrår dei om opplæring av frivillige?", "2018"),
    ("Kva skjedde med busetjinga frå 2016 til 2017?", "2016 2017"),
    ("How many were settled in 1995?", "1995"),
    ("In 2016 many came. How many were settled then?", "2016"),
    ("I wonder how many were settled in 2016", "2016"),
    ("I am looking at 2021. How many were settled?", "2021"),
    ("The survey is from 2023. What do municipalities say about interpreters?", "2023"),
    ("What was recommended in 2016, and what was found in 2018?", "2016 2018"),
)


@pytest.mark.parametrize("text", _TOLD)
def test_a_year_of_who_asks_is_not_asked_of(text: str) -> None:
    assert years(asked_of(text)) == ()


@pytest.mark.parametrize(("text", "asked"), _ASKED)
def test_a_year_that_is_asked_of_stays(text: str, asked: str) -> None:
    assert " ".join(years(asked_of(text))) == asked


def test_a_place_of_who_asks_is_not_asked_of() -> None:
    assert not named(asked_of("Vi er en liten kommune i Nordland. Hva anbefales om bruk av tolk?"))
    assert not named(asked_of("Eg bur i Bergen og lurer på kva som blir tilrådd om tolk"))
    assert named(asked_of("Vi i Tromsø har mange flyktninger. Hvor mange ble bosatt i Bergen?")) == {"Bergen"}
