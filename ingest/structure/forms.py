"""What a line is by its form: a caption, a date of publication, a contact block, a picture's description …"""

import re

from ingest.words.characters import squeezed

OPEN_WORD = re.compile(
    r"\b(?:har|fra|frå|i|på|og|av|til|for|som|med|at|en|et|den|det|de|der|er|kan|vil|skal|ved|om|mot|mellom|under|over|"
    r"hos|enn|eller|ikke|ikkje|blant|å|the|of|and|in|to|a|an|by|with)$|,$",
    re.I,
)
PART_OF = re.compile(r"(?:om |about )?(?:del)?(?:rapport|del|part|studie|report)\s+[a-z1-9]\s*[):.]", re.I)
_CAPTION = re.compile(
    r"(?:figur|tabell|diagram|kart|boks|figure|table|chart)\s*(\d[\d.\-–]*[a-z]?)\s*[:.\-–—]?\s*(?=\S)", re.I
)
_SOURCE = re.compile(r"(?:kilder?|kjelder?|source|n)\s*[:=]\s*\S", re.I)
_FOOTNOTE = re.compile(r"(?:[\\*]{1,6}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s*(?=[\wÆØÅæøå<(])")
_SENTENCE_END = re.compile(r"[.!?…](?:[»\"”)\]’']*)\s*$")
_CLOSED_END = re.compile(r"[.!?…:;](?:[»\"”)\]’']*)\s*$")
_ENDING = 40  # characters that hold a text's last mark: long ones are not searched whole
_MONTH = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"january|february|march|may|june|july|october|december|våren|sommeren|høsten|hausten|vinteren)"
)
_DATE = re.compile(
    rf"\b(?:(?:\d{{1,2}}\.?\s*)?{_MONTH}\s+(?:19|20)\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:19|20)?\d\d)\b", re.I
)
_PUBLISHED = re.compile(
    r"(?:utgitt|utgjeve|publisert|published|lansert|sist oppdatert|dato|date|issn|isbn)\b|"
    r"(?:rapport(?:en|ene)?|undersøkelsen|notatet|studien) (?:ble|blei|vart|er|vil bli) (?:publisert|lansert|utgitt)|"
    r"rapport(?:en)? fra .{3,60}\b(?:19|20)\d\d$|report \d{4}|(?:rapport|notat) (?:nr\.? )?\d",
    re.I,
)
_NAMES = re.compile(
    r"(?:[A-ZÆØÅ][\w.-]+ ){1,3}[A-ZÆØÅ][\w-]+(?:, (?:[A-ZÆØÅ][\w.-]+ ){1,3}[A-ZÆØÅ][\w-]+)*,? (?:og|and|&) "
    r"(?:[A-ZÆØÅ][\w.-]+ ){1,3}[A-ZÆØÅ][\w-]+"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,}")
_FILE = re.compile(r"\((?:pdf|word|docx?|excel|xlsx?)?,?\s*[\d.,]+\s*[kmg]b\)[.\s]*$", re.I)
_CONTACT = (
    re.compile(r"\bpostboks\b|\bp\.?\s?o\.? box\b", re.I),
    re.compile(r"\btelefon\b|\btlf\b|\bphone\b|\(\+47\)", re.I),
    re.compile(r"\btelefa(?:ks|x)\b|\bfaks\b|\bfax\b", re.I),
    re.compile(r"\be-?post\b|\be-?mail\b|[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,}", re.I),
    re.compile(r"\bkontoradr|\bbesøksadresse|\bpostadresse", re.I),
    re.compile(r"\b\d{4} [A-ZÆØÅ]{4,}\b|\bN-\d{4} [A-ZÆØÅ]"),
    re.compile(r"^(?:https?://)?(?:www\.)?[\w-]+\.(?:no|com|org)/?$|www\.\w+\.no$", re.I),
    re.compile(r"\borg\.?\s?nr|\bisbn\b|\bissn\b", re.I),
)
_PICTURE = re.compile(
    r"\b(?:photo(?:graph)?|image|picture|illustration|close-up|smiling|wearing|logo|background|foreground|overlaid|"
    r"the frame|looking|depicting|woman|man|shirt|hair|diagram|icon|decorative|silhouette)\b",
    re.I,
)
_ENGLISH = re.compile(r"\b(?:the|a|an|of|with|is|are|and|on|in|her|his|their|at|to)\b", re.I)
_NORWEGIAN = re.compile(r"[æøåÆØÅ]|\b(?:og|er|på|som|til|av|med|det|den|ikke|ikkje|ein|eit)\b", re.I)


def is_caption(text: str) -> bool:
    """True for "Figur 3-1: …" and "Tabell 1 - …", false for a sentence that begins so."""
    match = _CAPTION.match(text)
    if not match:
        return False
    rest = text[match.end() :]
    parted = match.group().rstrip()[-1:] in ":.-–—"
    return (parted or rest[:1].isupper()) and len(text) < 400


def is_table_caption(text: str) -> bool:
    """True for the caption of a table."""
    return is_caption(text) and text[:3].lower() == "tab"


def is_source(text: str) -> bool:
    """True for "Kilde: SSB" below a figure."""
    return bool(_SOURCE.match(text)) and len(text) < 250


def is_footnote(text: str) -> bool:
    """True for a line that begins with a footnote's mark: "* Foreløpige tall", "¹ Se …"."""
    return bool(_FOOTNOTE.match(text)) and len(text) > 3


def note_mark(text: str) -> int:
    """How long the mark is that a footnote's text begins with; 0 where there is none."""
    match = _FOOTNOTE.match(text)
    return match.end() if match else 0


def is_closed(text: str) -> bool:
    """True where the text ends as a sentence or a lead-in does."""
    return bool(_CLOSED_END.search(text[-_ENDING:]))


def is_sentence(text: str) -> bool:
    """True where the text ends in a full stop or its like."""
    return bool(_SENTENCE_END.search(text[-_ENDING:]))


def is_publication_line(text: str) -> bool:
    """True for a short line that says when something came out, by whom, or under which number."""
    if len(text) > 110:
        return False
    dated = bool(_PUBLISHED.match(text)) and bool(_DATE.search(text) or re.search(r"\d{4}|\d{3}-", text))
    return dated or bool(_NAMES.fullmatch(text)) or bool(re.fullmatch(rf"(?:{_MONTH} )?(?:19|20)\d\d", text, re.I))


def date_in(text: str) -> str | None:
    """The first date in the text, as it is written; None where there is none."""
    match = _DATE.search(text)
    return match.group() if match else None


def is_file_link(text: str) -> bool:
    """True for the name of a file to be fetched: "… (PDF, 971 KB)"."""
    return bool(_FILE.search(text)) and len(text) < 300


def is_address(text: str) -> bool:
    """True where the text is nothing but web addresses."""
    if re.fullmatch(r"[\w.-]+\.(?:no|com|org|net)/?", text.strip()):
        return True
    return bool(_ADDRESS.search(text)) and not _ADDRESS.sub("", text).strip(" .,;<>()-")


def is_labelled_address(text: str) -> bool:
    """True where the text is web addresses and a few words that point to them ("Rapportene: https://…")."""
    rest = _ADDRESS.sub("", text).strip(" .,;<>()-")
    label = rest.endswith(":") or rest.casefold().startswith(("les mer", "last ned", "les meir", "se også", "lenke"))
    return has_address(text) and len(rest) < 60 and label and not is_sentence(rest)


def has_address(text: str) -> bool:
    """True where a web address stands in the text."""
    return bool(_ADDRESS.search(text))


def is_reference(text: str) -> bool:
    """True for an entry of a list of sources: a year in brackets or an address stands in it."""
    return bool(re.search(r"\((?:19|20)\d\d[a-z]?(?:[-–](?:19|20)?\d\d)?\)", text)) or has_address(text)


def is_contact(text: str) -> bool:
    """True for a block of addresses and telephone numbers."""
    return len(text) < 400 and sum(1 for p in _CONTACT if p.search(text)) >= 2 and not is_long_prose(text)


def is_long_prose(text: str) -> bool:
    """True for three sentences or more."""
    return len(re.findall(r"[a-zæøå]{3,}[.!?] [A-ZÆØÅ]", text)) >= 2


def is_picture_description(text: str) -> bool:
    """True for an English description of a picture, left by a converter in a Norwegian text."""
    english, norwegian = len(_ENGLISH.findall(text)), len(_NORWEGIAN.findall(text))
    shown = len({m.lower() for m in _PICTURE.findall(text)})
    return len(text) > 40 and shown >= 2 and english >= 4 and norwegian <= english / 5


def is_rule(text: str) -> bool:
    """True where there is neither letter nor digit: a row of dashes, a lone bullet."""
    return not any(c.isalnum() for c in text)


def is_number(text: str) -> bool:
    """True for a figure standing alone, as in call-outs: "11 078", "60 %", "3 av 4", "2017:"."""
    return bool(re.fullmatch(r"[\d\s.,/%:–-]+(?:av \d+)?|\d+ av \d+", text.strip()))


def is_capitals(text: str) -> bool:
    """True where all letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


def echoes(text: str, title: str) -> bool:
    """True where a short line says a heading again, whole or nearly so ("BOVEILEDNING OG VEILEDNING I …")."""
    if is_sentence(text) or len(text) > 1.3 * len(title) + 10:
        return False
    said, known = _words(text), _words(title)
    if not said or not known:
        return False
    if squeezed(text) == squeezed(title):
        return True
    near = sum(1 for w in said if any(w[:6] == k[:6] for k in known))
    return len(said) >= 4 and near / len(said) >= 0.85


def _words(text: str) -> list[str]:
    return re.findall(r"\w{2,}", text.casefold())


def says_much_the_same(text: str, title: str) -> bool:
    """True where a line says much the same as the heading above it, longer or shorter."""
    said, known = set(re.findall(r"\w{3,}", text.casefold())), set(re.findall(r"\w{3,}", title.casefold()))
    return bool(said and known) and len(said & known) / min(len(said), len(known)) > 0.6
