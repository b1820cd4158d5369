"""What a person knows of figures that must not be read as one."""

from pathlib import Path

from assistant.answer.figures import figures_for
from assistant.answer.series.known import load_known
from assistant.texts import LANGUAGES
from tests.making.evidence import evidence, paragraph, report, row

QUESTION = "Hvordan har andelen kommuner med retningslinjer for tolk utviklet seg?"
BEFORE = row("Andel kommuner med retningslinjer for tolk", y2016="25 %", y2017="32 %")
AFTER = paragraph(
    "Andelen kommuner med retningslinjer for tolk økte fra 26 prosent i 2021 til 65 prosent i 2023.", year=2023
)


def test_every_entry_is_written_in_all_languages() -> None:
    known = load_known()
    said = [entry.said for entry in known.breaks] + [entry.said for entry in known.apart]
    assert said and all(set(one) == set(LANGUAGES) for one in said)


def test_every_entry_has_words_and_an_order_of_years() -> None:
    breaks = load_known().breaks
    assert breaks and all(entry.words and entry.until < entry.begins for entry in breaks)


def test_figures_on_both_sides_of_a_break_say_so_first(tmp_path: Path) -> None:
    reports = [report("arsmelding", 2017)]
    series = figures_for(evidence(tmp_path, QUESTION, [AFTER, BEFORE], cited=2, reports=reports)).series
    assert series and all("kan ikke leses som én serie" in one.notes[0] for one in series)


def test_figures_on_one_side_say_nothing_of_it(tmp_path: Path) -> None:
    (series,) = figures_for(evidence(tmp_path, QUESTION, [BEFORE])).series
    assert not any("én serie" in note for note in series.notes)


def test_figures_that_count_different_things_are_told_apart(tmp_path: Path) -> None:
    question = "Hvor mange deltok i introduksjonsprogrammet i 2017?"
    table = row("Personer med rett og plikt til introduksjonsprogram", y2016="23 892", y2017="26 534")
    text = paragraph("I 2017 deltok 29 000 personer i introduksjonsprogrammet.")
    (said,) = figures_for(evidence(tmp_path, question, [text, table])).disagreements
    assert "rett og plikt" in said
