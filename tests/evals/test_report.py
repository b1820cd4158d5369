import re
from html.parser import HTMLParser
from itertools import pairwise

from evals.comparing.runs import changes, differences, pairs_of
from evals.report.compared import compared_page
from evals.report.page import run_page
from tests.evals.answering.test_runs import run_of
from tests.evals.making import raw

HOSTILE = "<script>alert(1)</script> & \"' 37,5 [1]"


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def _page() -> str:
    return run_page(run_of(raw(), raw("q2", confidence=0.2)))


def test_answers_are_data() -> None:
    assert "<script>alert" not in run_page(run_of(raw(text=HOSTILE), raw("q2")))


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = _Page(_page())
    loaded = [a.get(key) for _, a in page.tags for key in ("src", "href") if a.get(key)]
    assert all(str(target).startswith("#") for target in loaded)
    assert not re.search(r"@import|url\(", _page())


def test_failures_come_first() -> None:
    ids = [article["id"] for article in _Page(_page()).of("article")]
    assert ids == ["q-q2", "q-q1"]


def test_every_plot_has_a_title_a_description_and_its_numbers() -> None:
    text = _page()
    plots = len(_Page(text).of("svg"))
    assert plots == len(re.findall("<title id=", text)) == len(re.findall("<desc id=", text))
    assert plots == len(_Page(text).of("figure")) == len(re.findall("<summary>The numbers", text))


def test_the_plots_are_by_type_budget_risk_and_latency() -> None:
    titles = re.findall(r'<title id="([\w-]+)-t"', _page())
    assert titles == ["type-fact-recall", "type-hit5", "recall", "risk", "latency"]


def test_every_table_has_a_caption_and_heads() -> None:
    text = _page()
    assert text.count("<table>") == text.count("<caption>")
    assert all("scope" in head for head in _Page(text).of("th"))


def test_headings_skip_no_level() -> None:
    levels = [int(tag[1]) for tag, _ in _Page(_page()).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_questions_are_marked_with_their_language() -> None:
    assert 'lang="nb">Hvor mange kommuner' in _page()


def test_a_run_without_confidence_has_no_risk_curve() -> None:
    text = run_page(run_of(raw(confidence=None), raw("q2")))
    assert 'id="risk-t"' not in text
    assert "tell no confidence" in text


def test_two_answers_stand_side_by_side() -> None:
    first, second = run_of(raw(), raw("q2"), name="A"), run_of(raw(text="Vet ikke [1]"), raw("q2"), name="B")
    pairs = pairs_of(first, second)
    text = compared_page(first, second, differences(pairs), changes(pairs))
    assert [s["aria-label"] for s in _Page(text).of("section")] == ["A", "B"]
