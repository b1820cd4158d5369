"""What stands in the middle of a paragraph without belonging to it: call-outs, repeated titles, wrapped links."""

from pathlib import Path

from ingest.document import BlockKind, ParsedReport
from ingest.reading import read_report

_LONG = "Kommunene forteller i intervjuene at arbeidet med bosetting har vært krevende de siste årene, "


def _read(folder: Path, text: str) -> ParsedReport:
    path = folder / "fil.md"
    path.write_text(text, encoding="utf-8")
    return read_report(path)


def _paragraphs(parsed: ParsedReport) -> list[str]:
    return [b.text for _, s in parsed.root.walk() for b in s.blocks if b.kind is BlockKind.PARAGRAPH]


def test_a_call_out_in_a_paragraph_does_not_cut_it(tmp_path: Path) -> None:
    text = f"# Bosetting\n\n## Tall\n\n{_LONG}og at erfarings- og\n\n29,5 millioner kroner til prosjekter i 2017.\n\n"
    found = _paragraphs(_read(tmp_path, text + "kunnskapsutveksling har hjulpet dem.\n"))
    assert f"{_LONG}og at erfarings- og kunnskapsutveksling har hjulpet dem." in found
    assert "29,5 millioner kroner til prosjekter i 2017." in found


def test_a_title_that_comes_again_does_not_take_what_follows(tmp_path: Path) -> None:
    text = (
        f"# Arbeid\n\n## Regionalt samarbeid mot vold\n\n{_LONG}sier de.\n\n## Tilskudd til organisasjoner\n\n"
        f"{_LONG}sier andre.\n\n## Regionalt samarbeid mot vold\n\n{_LONG}sier noen til slutt.\n"
    )
    parsed = _read(tmp_path, text)
    paths = {b.text: p[-1] for p, s in parsed.root.walk() for b in s.blocks if b.kind is BlockKind.PARAGRAPH}
    assert paths[f"{_LONG}sier noen til slutt."] == "Tilskudd til organisasjoner"


def test_the_tail_of_a_wrapped_link_is_no_text(tmp_path: Path) -> None:
    lines = [
        "Tilskuddet dekket nesten alle utgiftene som kommunene hadde til bosetting og",
        "integrering i 2017, og det var mer enn i 2016, da det dekket litt mindre av dem",
        "enn det gjorde i 2015, og slik har det vært i mange år, sier kommunene selv når",
        "de blir spurt om det i undersøkelsen som utvalget gjør hvert år blant dem som",
        "har bosatt flyktninger, og som svarer på det de blir spurt om der og ellers i",
    ]
    link = [
        "https://www.eksempel.no/dokumenter/24016dd3d086476896ccb244a76aab4c/utgifter-",
        "til-bosetting-og-integrering",
    ]
    parsed = _read(tmp_path, "\n\n".join([*lines, *lines, *lines, *link, *lines, *lines]))
    assert not any("til-bosetting" in text for text in _paragraphs(parsed))


def test_a_list_of_references_answers_nothing(tmp_path: Path) -> None:
    text = f"# Bosetting\n\n{_LONG}sier de.\n\n# Referanser\n\nSSB (2024). Sysselsatte.\n\nFafo (2019). Bosetting.\n"
    parsed = _read(tmp_path, text)
    assert _paragraphs(parsed) == [f"{_LONG}sier de."]
    assert [s.title for s in parsed.root.children] == ["Bosetting", "Referanser"]


def test_every_table_has_a_title(tmp_path: Path) -> None:
    table = "| År | Antall |\n| --- | --- |\n| 2016 | 12 |\n| 2017 | 15 |\n\n"
    lead = f"{_LONG}og tallene nedenfor viser det for de to siste årene som er med i undersøkelsen:"
    text = f"# Bosetting\n\n{lead}\n\n{table}{_LONG}sier de.\n\n{table}"
    parsed = _read(tmp_path, text)
    tables = [b.table for _, s in parsed.root.walk() for b in s.blocks if b.table is not None]
    assert [t.title for t in tables] == [lead, "Bosetting"]
