"""A report's tree cut into passages."""

import pytest

from assistant.models import PageMark, Passage, Report, ReportKind, SectionKind
from ingest.cutting.passages import cut
from ingest.document import Block, BlockKind, ParsedReport, Row, Section, Table


def paragraph(text: str, page: int | None = None) -> Block:
    return Block(BlockKind.PARAGRAPH, text, () if page is None else (PageMark(0, page),))


def item(text: str) -> Block:
    return Block(BlockKind.ITEM, text)


def section(title: str, *blocks: Block, kind: SectionKind = SectionKind.OTHER) -> Section:
    return Section(title, 1, kind, blocks=list(blocks))


def cut_up(*sections: Section, size: int = 200) -> list[Passage]:
    root = Section("", 0, children=list(sections))
    return cut(ParsedReport(Report("r", "Rapport", 2020), root), size)


def test_short_paragraphs_of_a_section_are_one_passage() -> None:
    passages = cut_up(section("Funn", paragraph("Det første."), paragraph("Det andre.")))
    assert [p.text for p in passages] == ["Det første.\nDet andre."]


def test_a_passage_does_not_reach_into_the_next_section() -> None:
    passages = cut_up(section("Funn", paragraph("Et funn.")), section("Råd", paragraph("Et råd.")))
    assert [p.path for p in passages] == [("Funn",), ("Råd",)]


def test_passages_keep_to_the_size() -> None:
    passages = cut_up(section("Funn", *[paragraph("ord " * 20) for _ in range(10)]), size=200)
    assert len(passages) > 3 and all(len(p.text) <= 200 for p in passages)


def test_a_passage_carries_its_report_and_the_kind_of_its_section() -> None:
    passage = cut_up(section("Funn", paragraph("Et funn."), kind=SectionKind.FINDINGS))[0]
    assert (passage.document, passage.title, passage.year) == ("r", "Rapport", 2020)
    assert passage.kind is SectionKind.FINDINGS


def test_ids_are_unique_and_name_the_document() -> None:
    ids = [p.id for p in cut_up(*[section(f"{i}", paragraph("Likt innhold.")) for i in range(5)])]
    assert len(set(ids)) == 5 and all(id_.startswith("r:") for id_ in ids)


def test_bullets_are_marked() -> None:
    assert cut_up(section("Råd", item("Et råd."), item("Et til.")))[0].text == "• Et råd.\n• Et til."


def test_each_word_keeps_the_page_it_stands_on() -> None:
    passage = cut_up(section("Funn", paragraph("På side tre.", 3), paragraph("På side fire.", 4)))[0]
    assert [passage.page_at(passage.text.index(word)) for word in ("tre", "fire")] == [3, 4]


def test_a_paragraph_over_a_page_end_turns_in_its_midst() -> None:
    block = Block(BlockKind.PARAGRAPH, "først her og så der", (PageMark(0, 3), PageMark(13, 4)))
    passage = cut_up(section("Funn", paragraph("Innledning.", 3), block))[0]
    assert [passage.page_at(passage.text.index(word)) for word in ("først", "der")] == [3, 4]


def test_a_lead_in_stays_with_its_bullets() -> None:
    passages = cut_up(section("Råd", paragraph("ord " * 40), paragraph("Vi anbefaler:"), item("Et råd.")), size=170)
    assert passages[-1].text == "Vi anbefaler:\n• Et råd."


def test_a_table_is_a_passage_a_row_with_its_headings() -> None:
    table = Table("Tabell 1", ("Fylke", "Andel"), (Row(("Oslo", "12"), 7), Row(("Viken", "14"), 8)))
    passages = cut_up(section("Tall", Block(BlockKind.TABLE, "", table=table)))
    assert [p.text for p in passages] == ["Tabell 1\nFylke | Andel\nOslo | 12", "Tabell 1\nFylke | Andel\nViken | 14"]
    assert [p.cells[1] for p in passages] == [("Andel", "12"), ("Andel", "14")]
    assert [p.page for p in passages] == [7, 8]


def test_footnotes_captions_and_noise_are_no_passages() -> None:
    kinds = (BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.NOISE)
    assert cut_up(section("Funn", *[Block(kind, "Ikke svar på noe.") for kind in kinds])) == []


def test_a_passage_holds_its_statements() -> None:
    passage = cut_up(section("Funn", paragraph("Kommunene svarte på alt."), item("Noen av dem for sent")))[0]
    assert [passage.text[span.start : span.end] for span in passage.spans] == [
        "Kommunene svarte på alt.",
        "Noen av dem for sent",
    ]


def test_a_row_carries_what_the_notes_below_its_table_say_of_it() -> None:
    table = Table(
        "Hovedtall",
        ("Gruppe", "2017"),
        (
            Row(
                ("Deltakere*", "21"),
            ),
            Row(
                ("Ansatte", "7"),
            ),
        ),
    )
    note = Block(BlockKind.FOOTNOTE, "Foreløpige tall", mark="*")
    rows = cut_up(section("Tall", Block(BlockKind.TABLE, "", table=table), note))
    assert [one.remarks for one in rows] == [(("*", "Foreløpige tall"),), ()]


@pytest.mark.parametrize(("kind", "asked"), [(ReportKind.HEARING, True), (ReportKind.RESEARCH, False)])
def test_what_must_be_done_is_asked_for_by_who_sends_a_letter(kind: ReportKind, asked: bool) -> None:
    root = Section("", 0, children=[section("Om ordningen", paragraph("Ordningen må styrkes i alle kommuner."))])
    passages = cut(ParsedReport(Report("r", "Innspill", 2020, "Prøveforbundet", kind), root), 200)
    assert [span.asks for span in passages[0].spans] == [asked]
