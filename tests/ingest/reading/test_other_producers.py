"""Files as other programs write them: browsers, layout programs, slides, each kind once more in another make."""

from pathlib import Path

import pytest

from ingest.words.lists import marker_of
from tests.ingest.fixtures.made import blocks, body, cell, made, tables, told
from tests.ingest.fixtures.pdfs import Page, form, line

SEEN = "Av elevene kan 71 prosent svømme 200 meter."
HIDDEN = "Av elevene kan 99 prosent svømme i sjøen."
FAINT = "/XObject << /X1 6 0 R >> /ExtGState << /G1 << /ca 0.01 >> >>"
GROUP = "/Group << /S /Transparency >>"


@pytest.mark.parametrize(
    "operators",
    [
        f"BT /F1 0.8 Tf 60 700 Td ({HIDDEN}) Tj ET",
        f"q 60 650 1 1 re W n {line(60, 700, HIDDEN)} Q",
        f"q 0 600 30 300 re W n {line(60, 700, HIDDEN)} Q",
        "/G1 gs /X1 Do",
    ],
    ids=["tiny", "clipped", "beside the clip", "transparent"],
)
def test_what_nobody_sees_is_left_out_and_named(tmp_path: Path, operators: str) -> None:
    page = Page(over=f"{line(60, 740, SEEN)}\n{operators}", resources=FAINT)
    body(page)
    transparent = form(line(60, 700, HIDDEN), box="0 0 595 842").replace(
        "/Type", f"{GROUP} /Resources << /Font << /F1 4 0 R >> >> /Type", 1
    )
    parsed = made(tmp_path, [page], transparent)
    assert SEEN in told(parsed)
    assert "99" not in " ".join(told(parsed))
    assert [w.code for w in parsed.warnings] == ["hidden"]


def test_text_within_its_clip_is_read(tmp_path: Path) -> None:
    page = Page(over=f"q 30 30 535 782 re W n {line(60, 740, SEEN)} Q")
    body(page)
    assert SEEN in told(made(tmp_path, [page]))


@pytest.mark.parametrize("size", [30, 60])
def test_figures_side_by_side_are_read_with_their_words(tmp_path: Path, size: int) -> None:
    page = Page()
    body(page, y=200)
    for x, figure, words in (
        (60, "64 %", ("av elevene kan", "svømme 200 meter")),
        (60 + 4 * size, "812", ("elever svarte på", "skjemaet")),
        (60 + 8 * size, "3,2", ("timer i uka",)),
    ):
        page.put(x, 600, figure, size, bold=True)
        page.paragraph(x, 600 - size, list(words), 10)
    found = told(made(tmp_path, [page]))
    assert found[:3] == ["64 % av elevene kan svømme 200 meter", "812 elever svarte på skjemaet", "3,2 timer i uka"]


def test_words_may_be_wider_than_the_figure_above_them(tmp_path: Path) -> None:
    page = Page()
    body(page, y=200)
    for x, figure, words in ((60, "64 %", "kan svømme 200 meter på bølgete vann"), (300, "812", "elever har svart")):
        page.put(x, 600, figure, 44, bold=True)
        page.put(x, 565, words, 12)
    found = told(made(tmp_path, [page]))
    assert found[:2] == ["64 % kan svømme 200 meter på bølgete vann", "812 elever har svart"]


def test_discs_that_are_drawn_are_bullets(tmp_path: Path) -> None:
    disc = "{0} {1} m {0} {2} {3} {2} {3} {1} c {3} {4} {0} {4} {0} {1} c f"
    page = Page()
    body(page)
    out = []
    for i, text in enumerate(("Prosjektet har pågått i fem kommuner", "Elever og lærere er intervjuet i året")):
        y = 700 - 14 * i
        out += [disc.format(70, y + 3, y + 5, 74, y + 1), line(82, y, text)]
    page.over = "\n".join(out)
    points = [b.text for b in blocks(made(tmp_path, [page])) if b.kind == "item"]
    assert points == ["Prosjektet har pågått i fem kommuner", "Elever og lærere er intervjuet i året"]


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = Page()
    page.put(50, 780, "15 Tilbudet", 16, bold=True)
    for c in range(3):
        rows = [f"spalte {c} har linje {r:02} som er lang" for r in range(20)]
        page.paragraph(50 + 175 * c, 740, rows, 9)
    text = " ".join(told(made(tmp_path, [page])))
    assert [text.index(f"spalte {c} har linje {r:02}") for c in range(3) for r in range(20)] == sorted(
        text.index(f"spalte {c} har linje {r:02}") for c in range(3) for r in range(20)
    )


_ROWS = (("Kommune", "2020", "2021"), ("Lillevik", "51", "53"), ("Storvik", "44", "46"), ("Fjordby", "70", "71"))


def test_a_table_turned_on_an_upright_page(tmp_path: Path) -> None:
    out = ["q 0 1 -1 0 500 100 cm"]
    for r, row in enumerate(_ROWS):
        for c, text in enumerate(row):
            out += [f"{110 * c} {300 - 20 * r} 110 20 re S", line(110 * c + 4, 306 - 20 * r, text, 9)]
    page = Page(over="\n".join([*out, "Q"]))
    body(page, y=780)
    (table,) = tables(made(tmp_path, [page]))
    assert cell(table, "Fjordby", "2021") == "71"


@pytest.mark.parametrize("parts", ["rules", "shades"])
def test_a_table_drawn_cell_by_cell(tmp_path: Path, parts: str) -> None:
    under, over = [], []
    for r, row in enumerate(_ROWS):
        low = 660 - 20 * r
        for c, text in enumerate(row):
            x = 60 + 120 * c
            if parts == "rules":
                under.append(f"{x} {low} 120 0.7 re f")
            elif r % 2:
                under.append(f"0.9 g {x} {low} 120 20 re f 0 g")
            over.append(line(x + 40, low + 6, text, 9))
    page = Page(under="\n".join(under), over="\n".join(over))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert table.header == _ROWS[0]
    assert [row.cells for row in table.rows] == list(_ROWS[1:])


def test_headings_centred_over_their_columns(tmp_path: Path) -> None:
    out = [f"60 {y} 400 0.7 re f" for y in (680, 640, 620, 600)]
    out += [line(236, 666, "2023", 9), line(396, 666, "2021", 9), line(70, 656, "Trinn", 9)]
    for y, row in (
        (646, ("", "Jenter", "Gutter") * 2),
        (626, ("4. trinn", "61", "55", "", "58", "52")),
        (606, ("7. trinn", "78", "74", "", "75", "70")),
    ):
        xs = (70, 200, 280, 0, 360, 440)
        out += [line(x, y, text, 9) for x, text in zip(xs, row, strict=True) if text]
    page = Page(over="\n".join(out))
    body(page)
    (table,) = tables(made(tmp_path, [page]))
    assert table.header == ("Trinn", "2023 › Jenter", "2023 › Gutter", "2021 › Jenter", "2021 › Gutter")
    assert cell(table, "7. trinn", "2021 › Gutter") == "70"


def test_boxes_side_by_side_are_no_table(tmp_path: Path) -> None:
    page = Page(over="60 600 200 60 re S 260 600 200 60 re S")
    body(page)
    page.paragraph(66, 640, ["Av elevene på små skoler kan 41 prosent", "ikke svømme ennå."], 9)
    page.paragraph(266, 640, ["Kostnadene er anslått til 25 millioner", "kroner per år i alt."], 9)
    parsed = made(tmp_path, [page])
    assert tables(parsed) == []
    assert "Av elevene på små skoler kan 41 prosent ikke svømme ennå." in told(parsed)


@pytest.mark.parametrize("matrix", ["1 0 0 1 0 0", "0.5 0 0 0.5 60 300"])
def test_a_text_over_coloured_tiles_is_no_table(tmp_path: Path, matrix: str) -> None:
    tiles = [f"0.{8 + (r + c) % 2} g {50 + 170 * c} {450 + 100 * r} 170 100 re f" for r in range(3) for c in range(3)]
    told = (
        "Av elevene på små skoler har 37 prosent lang reisevei. Det gjelder alle trinn, også de",
        "minste, og reisen tar 25 minutter i snitt hver vei. Noen elever går fra hjemmet før",
        "klokka sju om morgenen og er ikke hjemme igjen før fire, særlig på de ytterste øyene.",
    )
    page = Page(
        over=" ".join(
            [f"q {matrix} cm", *tiles, "0 g", *(line(60, 700 - 15 * i, t, 11) for i, t in enumerate(told)), "Q"]
        )
    )
    body(page, y=200)
    parsed = made(tmp_path, [page])
    assert tables(parsed) == []
    assert " ".join(told) in "\n".join(b.text for b in blocks(parsed))


def test_a_heading_that_each_chapter_has_is_no_running_head(tmp_path: Path) -> None:
    pages = []
    for chapter, count in (("Nord", 402), ("Sør", 377), ("Øst", 215), ("Vest", 118)):
        page = Page()
        page.put(60, 780, chapter, 20, bold=True)
        page.put(60, 750, "Populasjon", 15, bold=True)
        page.put(60, 720, f"I {chapter.lower()} er det {count} elever som har svart på skjemaet.")
        body(page, y=690)
        pages.append(page)
    found = [path for path, s in made(tmp_path, pages).root.walk() for b in s.blocks if "377" in b.text]
    assert found == [("Sør", "Populasjon")]


def test_roman_numbers_within_a_sentence(tmp_path: Path) -> None:
    page = Page()
    body(page)
    page.paragraph(
        60,
        700,
        ["Svarene er ordnet langs tre tema: (i) bruk av hall,", "(ii) helse og trivsel og", "(iii) bussreiser."],
    )
    assert "Svarene er ordnet langs tre tema: (i) bruk av hall, (ii) helse og trivsel og (iii) bussreiser." in told(
        made(tmp_path, [page])
    )


@pytest.mark.parametrize("first", ["Elever i de minste skolene", "«Hallen» er stedet der", "42 av elevene i Fjordby"])
def test_a_letter_that_stands_for_a_ring_is_a_bullet(tmp_path: Path, first: str) -> None:
    page = Page()
    page.put(60, 760, "• Vi trekker frem to funn i rapporten:")
    page.put(78, 745, f"o {first} bruker buss til hallen, og det gjør de i alle årene vi har")
    page.put(92, 732, "/ hadde spurt om.")
    page.put(78, 715, "o Lærerne deler på ansvaret for timene.")
    body(page)
    points = [b.text for b in blocks(made(tmp_path, [page])) if b.kind == "item"]
    assert points[1:] == [
        f"{first} bruker buss til hallen, og det gjør de i alle årene vi har / hadde spurt om.",
        "Lærerne deler på ansvaret for timene.",
    ]


def test_a_letter_of_a_font_of_symbols_is_a_bullet() -> None:
    assert marker_of("\uf097 Helse Nord RHF") == ("•", "Helse Nord RHF")
    assert marker_of("\uf0d2Utdanning") is None


def test_a_table_is_named_by_the_bold_line_above_it(tmp_path: Path) -> None:
    page = Page()
    name = "Note 8: Sammenheng mellom det som er avregnet med kommunen og det som står igjen til neste år"
    page.put(60, 780, "Note 7: Tilskudd", 16, bold=True)
    body(page, y=750)
    page.put(60, 690, name, bold=True)
    page.put(60, 677, "Del A: Forskjellen mellom avregning med kommunen og mellomværende", bold=True)
    for r, row in enumerate(_ROWS):
        for c, said in enumerate(row):
            page.put(65 + 100 * c, 652 - 20 * r, said)
    page.rules += [(60, 665 - 20 * r, 360, 665 - 20 * r) for r in range(5)]
    page.rules += [(60 + 100 * c, 585, 60 + 100 * c, 665) for c in range(4)]
    assert [t.title[: len(name)] for t in tables(made(tmp_path, [page]))] == [name]


@pytest.mark.parametrize("frame", ["60 560 400 120 re S", ""])
def test_dashes_after_a_colon_are_points(tmp_path: Path, frame: str) -> None:
    points = ("– 92 prosent har hatt kontakt", "– 86 prosent har møtt noen", "– 60 prosent har hatt digital kontakt")
    page = Page(under=frame)
    page.paragraph(66, 660, ["I 2022 oppga elevene følgende om kontakt:", *points])
    page.paragraph(
        66, 540, ["Elevene – og det gjelder begge", "– ble spurt om kontakt med andre", "– og svarte på det."]
    )
    body(page)
    parsed = made(tmp_path, [page])
    assert [b.text for b in blocks(parsed) if b.kind == "item"] == [point[2:] for point in points]
    assert "Elevene – og det gjelder begge – ble spurt om kontakt med andre – og svarte på det." in told(parsed)


def test_letters_within_a_sentence_are_no_list(tmp_path: Path) -> None:
    lines = ["Innsamlingen ble gjort i tre trinn, som var a) et skjema til skolene,", "b) intervjuer, og"]
    lines.append("c) en telling av elever i oktober. Den omfattet 74 turer.")
    page = Page()
    page.paragraph(60, 700, lines)
    body(page)
    assert " ".join(lines) in told(made(tmp_path, [page]))


def test_a_name_that_two_parts_share_heads_a_section_in_both(tmp_path: Path) -> None:
    pages = []
    for number, part in enumerate(("Del I Kartlegging", "Del II Intervjuer"), 1):
        page = Page()
        page.put(60, 780, part, 20, bold=True)
        for k, name in enumerate(("Utvalg", "Funn"), 1):
            page.put(60, 780 - 150 * k, f"{number}.{k} {name}", 15, bold=True)
            body(page, y=755 - 150 * k)
        pages.append(page)
    titles = [s.title for _, s in made(tmp_path, pages).root.walk()]
    assert [title for title in titles if title[:1].isdigit()] == ["1.1 Utvalg", "1.2 Funn", "2.1 Utvalg", "2.2 Funn"]
