"""`/v1` over HTTP: answers whole, what is found, sources, and each failure a clear word."""

import json
from concurrent.futures import ThreadPoolExecutor
from xml.etree.ElementTree import fromstring

import httpx
import pytest

from assistant.api import Assistant
from assistant.errors import IndexMissing
from assistant.process.queue import Queue
from assistant.settings import LimitSettings
from assistant.texts import TEXTS
from tests.assistant.service.conftest import QUESTION, Served


def asked(client: httpx.Client, **body: object) -> httpx.Response:
    return client.post("/v1/ask", json={"question": QUESTION, **body})


def test_an_answer_has_its_points_with_quotes_and_where_they_stand(served: Served) -> None:
    answer = asked(served(page_url="https://kunnskap.example/")).json()
    assert (answer["verdict"], answer["abstained"], answer["request"]) == ("answered", False, "question")
    assert answer["points"][0]["kind"] == "finding"
    cited = answer["citations"][answer["points"][0]["citations"][0] - 1]
    assert "37 prosent" in cited["quote"] and cited["quote"] in cited["source"]["text"]
    assert (cited["source"]["document"], cited["source"]["year"]) == ("norsk-2019", 2019)
    assert cited["link"].startswith("https://kunnskap.example/kilde?dokument=norsk-2019")


def test_findings_and_recommendations_are_told_apart(served: Served) -> None:
    answer = asked(served(), question="Hva bør fastlegene få opplæring i?").json()
    assert answer["points"][0]["kind"] == "recommendation"


def test_earlier_questions_count(served: Served) -> None:
    answer = asked(served(), question="Og hva anbefalte de?", history=["Hva fant de om tolk på legekontoret?"]).json()
    assert answer["citations"][0]["source"]["document"] == "tolk-2021"


def test_filters_narrow(served: Served) -> None:
    answer = asked(served(), filters={"without_documents": ["norsk-2019"], "years": "2020-"}).json()
    assert "norsk-2019" not in {one["source"]["document"] for one in answer["citations"]}


def test_a_stream_ends_with_the_answer(served: Served) -> None:
    with served().stream("POST", "/v1/ask", json={"question": QUESTION, "stream": True}) as told:
        lines = [line for line in told.iter_lines() if line]
    assert lines[-2] == "event: answer"
    assert json.loads(lines[-1].removeprefix("data: "))["citations"]


def test_what_is_wrong_at_once_has_a_status_also_for_a_stream(served: Served) -> None:
    told = served().post("/v1/ask", json={"question": "?!", "stream": True})
    assert told.status_code == 422 and told.json()["error"]["message"]


def test_an_overview_has_rows(served: Served) -> None:
    told = served().post("/v1/overview", json={"theme": "tolk"}).json()
    assert told["request"] == "overview" and told["looked_through"]["reports"] == 3
    assert told["rows"][0]["document"] == "tolk-2021" and told["rows"][0]["core"]


def test_a_search_gives_passages_best_first_that_open(served: Served) -> None:
    client = served()
    hits = client.post("/v1/search", json={"question": QUESTION, "limit": 3}).json()["hits"]
    assert len(hits) == 3 and hits[0]["source"]["document"] == "norsk-2019"
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    source = client.get(f"/v1/sources/{hits[0]['source']['id']}").json()
    assert source == hits[0]["source"]


def test_the_reports_are_listed(served: Served, fast: Assistant) -> None:
    told = served().get("/v1/reports").json()
    assert told["index"] == fast.manifest.version
    assert {one["document"]: one["year"] for one in told["reports"]} == {
        "norsk-2019": 2019,
        "tolk-2021": 2021,
        "bustad-2022": 2022,
    }


def test_the_newest_reports_are_a_feed_with_links_to_the_page(served: Served) -> None:
    told = served(page_url="https://kunnskap.example").get("/v1/feed")
    assert told.headers["content-type"].startswith("application/atom+xml")
    entries = fromstring(told.content).findall("{http://www.w3.org/2005/Atom}entry")
    links = [link.get("href") for entry in entries for link in entry.iter("{http://www.w3.org/2005/Atom}link")]
    assert links == ["https://kunnskap.example"] * 3


def test_the_routes_are_described(served: Served) -> None:
    told = served().get("/openapi.json").json()
    assert {"/v1/ask", "/v1/overview", "/v1/search", "/v1/sources/{id}", "/v1/reports"} <= set(told["paths"])
    assert "citations" in told["components"]["schemas"]["AnswerOut"]["properties"]


WRONG: dict[str, tuple[str, object, int]] = {
    "no question": ("ask", {"question": " "}, 422),
    "symbols": ("ask", {"question": "?!%&"}, 422),
    "too long": ("ask", {"question": "hva " * 5_000}, 422),
    "too long before": ("ask", {"question": "Hva?", "history": ["hva " * 5_000]}, 422),
    "no such field": ("ask", {"question": "Hva?", "temperature": 1}, 422),
    "no text": ("ask", {"question": ["Hva?"]}, 422),
    "no such report": ("ask", {"question": "Hva?", "filters": {"documents": ["nowhere"]}}, 422),
    "years backwards": ("search", {"question": "Hva?", "filters": {"years": [2020, 2010]}}, 422),
    "no object": ("ask", [1], 422),
    "another request": ("overview", {"theme": "tolk", "request": "poem"}, 422),
}


@pytest.mark.parametrize(("route", "body", "status"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_one_line(served: Served, route: str, body: object, status: int) -> None:
    told = served().post(f"/v1/{route}", json=body)
    message = told.json()["error"]["message"]
    assert told.status_code == status and message and "\n" not in message and "hva hva" not in message


def test_no_json_is_a_clear_word(served: Served) -> None:
    told = served().post("/v1/ask", content=b"\x00{nonsense", headers={"content-type": "application/json"})
    assert told.status_code == 422 and told.json()["error"]["message"]


def test_messages_come_in_the_clients_language(served: Served) -> None:
    told = served().post("/v1/ask", json={"question": ""}, headers={"accept-language": "nn-NO"})
    assert told.json()["error"]["message"] == TEXTS["reason_question_empty"]["nn"]


@pytest.mark.parametrize("path", ["/v1/sources/nowhere:00001", "/v1/nothing"])
def test_what_is_not_there_is_404(served: Served, path: str) -> None:
    told = served().get(path)
    assert told.status_code == 404 and told.json()["error"]["message"]


def test_no_index_is_told(served: Served) -> None:
    def missing() -> Assistant:
        raise IndexMissing("index_missing", index_dir="data/index")

    told = asked(served(open_=missing))
    assert told.status_code == 503 and "python -m ingest" in told.json()["error"]["message"]


def test_what_breaks_says_so_and_no_more(served: Served) -> None:
    def broken() -> Assistant:
        raise RuntimeError("secret")

    client = served(open_=broken)
    told = asked(client)
    assert told.status_code == 500 and "secret" not in told.text
    assert client.get("/openapi.json").status_code == 200


def test_who_asks_too_often_is_told_to_wait(served: Served) -> None:
    client = served(questions_a_minute=1)
    assert asked(client).status_code == 200
    told = asked(client)
    assert (told.status_code, told.headers["retry-after"]) == (429, "60")


@pytest.mark.parametrize("stream", [False, True])
def test_while_it_stops_no_question_is_let_in(served: Served, own_queue: Queue, stream: bool) -> None:
    client = served()
    own_queue.close()
    told = client.post("/v1/ask", json={"question": QUESTION, "stream": stream})
    assert told.status_code == 503 and told.json()["error"]["message"] == TEXTS["reason_stopping"]["nb"]


def test_many_at_once_are_all_answered(served: Served) -> None:
    client = served(at_once=LimitSettings().all_at_once)
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: asked(client), range(24)))
    assert {answer.status_code for answer in answers} == {200}
