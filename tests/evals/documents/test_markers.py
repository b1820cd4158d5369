from evals.documents.markers import claims, marked, without_markers


def test_lists_and_ranges_name_each_source() -> None:
    assert marked("a [1, 3–5] b [2]") == [1, 3, 4, 5, 2]


def test_markers_are_no_part_of_the_text() -> None:
    assert "3" not in without_markers("Det er tolk [3].")


def test_numbering_of_a_list_is_no_part_of_the_text() -> None:
    assert "3" not in without_markers("a\n3. Kommunen svarte")


def test_a_bracketed_number_that_is_no_source_is_stated() -> None:
    assert "[93]" in without_markers("andelen var [93]", known={1})


def test_a_year_at_the_start_of_a_line_is_no_numbering() -> None:
    assert "2019." in without_markers("2019. Da")


def test_each_claim_goes_with_the_markers_after_it() -> None:
    assert claims("Først 5 [1][2]. Så 6 [3] slutt", {1, 2, 3}) == [
        ("Først 5 ", [1, 2]),
        (". Så 6 ", [3]),
        (" slutt", []),
    ]
