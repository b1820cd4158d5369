"""Which sections are studies, and what can be read off about each: by whom, for whom, when, on what sample."""

import re

from assistant.models import SectionKind, Study
from ingest.document import Block, BlockKind, Section
from ingest.structure.forms import PART_OF, date_in
from ingest.words.headwords import is_recurring

_TOKEN = r"[A-ZÆØÅ][\w&/'’-]*(?:\.(?=\w)[\w]+)?"
_LOWER = (
    r"(?:[a-zæøå]+- og )?[a-zæøå-]*(?:departementet|direktoratet|forskning|forsking|utvikling|analyse|instituttet|"
    r"helsetjenesten|velferdsetaten|kommune|kommuner|fylke|universitetet)"
)
_ORG = (
    rf"(?:ideas2evidence|{_TOKEN}|departementet|direktoratet)"
    rf"(?:\s+(?:(?:og|for|i|ved|av|and|of|&)\s+)?(?:{_TOKEN}|\({_TOKEN}\)|{_LOWER}|institutt for)(?=[\s.,;:)]|$))*"
)
_ASIDE = r"(?:,[^,.]{2,60},|\s*\([^()]*\))?,?"
_DOING = (
    r"(?:gjennomf\w+|utarbeid\w+|kartlagt|kartlagd|laget|laga|levert|evaluert|undersøkt|studert|summert|sammenfattet|"
    r"gjort|utvikl\w+|foretatt|gjennomgått|sendt|brukt|prøvd|analysert|sett|skrevet|skrive|fått)"
)
_BY_NAME = rf"(?:[a-zæøå]+- og [a-zæøå]+instituttet |[a-zæøå-]+(?:selskapet|instituttet) )?(?P<who>{_ORG})"
_CARRIED = (
    re.compile(
        rf"(?P<who>{_ORG}),? (?:som i samarbeid|ble tildelt oppdraget|vart tildelt oppdraget|fikk oppdraget|skal "
        rf"levere rapport)"
    ),
    re.compile(
        rf"(?:oppdrag|bestilling) (?:fra|frå|for|av) [^.]{{2,100}}?\s(?:har|skal) {_BY_NAME}\s+(?:i \d{{4}} "
        rf")?{_DOING}\b"
    ),
    re.compile(
        rf"(?P<who>{_ORG}){_ASIDE}\s+(?:har|skal|fikk|ble tildelt)\b[^.]{{0,140}}\b(?:på oppdrag|oppdrag fra|"
        rf"oppdrag for|på bestilling|på vegne)"
    ),
    re.compile(
        rf"\b(?:gjennomført|utarbeidet|utført|laget|skrevet|gjennomførd|utarbeidd|carried out|conducted) (?:av|"
        rf"by) (?P<who>{_ORG})"
    ),
    re.compile(rf"\b(?:har|skal) {_BY_NAME} {_DOING}\b"),
    re.compile(rf"(?P<who>{_ORG}){_ASIDE}\s+har (?:i (?:samarbeid|perioden)|også )?[^.]{{0,60}}?{_DOING}\b"),
    re.compile(rf"(?P<who>{_ORG}) gjennomfører (?:hvert år|årlig|kvart år)"),
)
_WORK = r"(?:rapport|kartlegging|kunnskapsoversikt|kunnskapsoppsummering|evaluering|undersøkelse|undersøking|studie)"
# In the first words about a study alone: further down it is other studies that are named so.
_OPENING = (
    re.compile(rf"\b(?i:{_WORK})(?:en|a|ene)? (?:fra|frå|av|from|by) (?P<who>{_ORG})"),
    re.compile(rf"^(?P<who>{_ORG})s (?:\w+ )?{_WORK}\b"),
)
_FIRST = 1200  # characters within which a study says who carried it out
_COMMISSIONED = re.compile(
    rf"(?:(?:oppdrag|bestilling|vegne) (?:fra|frå|for|av)|utlyste(?= [^.]*\boppdrag)) (?P<who>{_ORG})"
)
_GOING_ON = re.compile(r"\bsiden (?:19|20)\d\d\b")  # work that goes on is not the study that is told of
_COUNT = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d\b)\d+(?![\d-])")
_FOR = re.compile(r"commissioned by (?P<who>[A-Z][^.;:]{1,90}?)(?=[.,;:]|$)", re.I)
_IN_TITLE = re.compile(r"\((?P<who>[A-ZÆØÅ][^()]{1,80}?)\)\s*$")
_REPORT_NUMBER = re.compile(r"[\s-]*(?:rapport|notat|report)?\s*(?:nr\.?)?\s*(?P<year>(?:19|20)\d\d):\d+\s*$", re.I)
_PUBLISHED = re.compile(
    r"(?:utgitt|utgjeve|publisert|published|lansert|offentliggjort|gitt ut|overlevert|levert)\b|rapport fra .{3,60}$",
    re.I,
)
_SAMPLE = re.compile(
    r"(?:svarprosent|responsrate|response rate|utvalget? (?:består|bestod)|representativt utvalg|respondenter|"
    r"svart(?:e)?\b|"
    r"intervju(?:er|ar)?\b|informanter|spørreundersøkelse (?:blant|til)|N ?=|datamaterialet|datagrunnlaget|"
    r"deltakere som deltok|"
    r"basert på data|besvart|(?:blant|blandt|kartlagt|kartlagde) (?:om lag |over |ca\.? )?\d)",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«0-9])")
_PRONOUN = re.compile(
    r"^(?:de|den|det|denne|dette|rapporten|prosjektet|undersøkelsen|studien|evalueringen|kommunene|kommunen|oppdraget|"
    r"forskerne|i|vi|man|en|et|funnene|målet|formålet|alle|flere|tall|nettverkssamlingene|respondentene|hun|han|der|som|"
    r"også|resultatene|personer|asylsøkere|flyktninger|deltakerne?|foreldre\w*|analyse\w*|for å .*|.*\b(?:som "
    r"ble|er basert)\b.*)$",
    re.I,
)


def name_studies(root: Section) -> None:
    """Sets `study` on each section of the tree that is a study, where the report is a collection of such."""
    titled = [s for _, s in root.walk() if s.title and not is_recurring(s.title) and not PART_OF.match(s.title)]
    candidates = [(s, read_off(s)) for s in titled]
    telling = [(s, study) for s, study in candidates if _is_telling(s, study)]
    with_text = [s for s in titled if s.blocks or s.children]
    named = [study for _, study in telling if study.carried_out_by or study.commissioned_by or study.published]
    if len(telling) < max(3, len(with_text) / 3) or len(named) < max(2, len(telling) / 4):
        return  # chapters with findings, as in a survey, are no studies while nobody is said to have carried them out
    depth = {id(s) for s, _ in telling}
    for section, study in candidates:
        within = any(id(below) in depth for _, below in section.walk() if below is not section)
        if not within and (id(section) in depth or _stands_beside(section, root, depth)):
            section.study = study


def _is_telling(section: Section, study: Study) -> bool:
    """True where the section looks like a study by itself: findings of its own, or said by whom and for whom."""
    parts = {c.kind for c in section.children if is_recurring(c.title)}
    own = parts & {SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS}
    named = study.published or study.carried_out_by
    return (
        bool(own and (named or study.commissioned_by))
        or bool(study.published and (named or study.sample))
        or (bool(study.commissioned_by and study.carried_out_by) and section.level <= 3)
        or len(parts) >= 2
        or bool(own and section.level <= 2)
    )


def _stands_beside(section: Section, root: Section, telling: set[int]) -> bool:
    """True for a section among studies: its siblings are, and it has text of its own."""
    for _, above in root.walk():
        if any(c is section for c in above.children):
            beside = [c for c in above.children if id(c) in telling]
            has_text = any(b.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) for b in section.blocks)
            return len(beside) >= 1 and has_text and above.title != "" and above.study is None
    return False


def read_off(section: Section) -> Study:
    """What the section's title and its first paragraphs say about the study; None where they do not say."""
    blocks = [b for b in section.blocks if b.kind is BlockKind.PARAGRAPH]
    first_parts = [b for c in section.children[:2] for b in c.blocks if b.kind is BlockKind.PARAGRAPH][:2]
    text, later = _beginning(blocks), [b.text for b in first_parts]
    who, whom = _carried_out(text), _commissioned(text)
    if who is None and (who := _carried_out(later, _CARRIED[:4])) is not None:
        whom = whom or _commissioned(later)
    who = who or _from_title(section.title) or _opening(text[:2])
    return Study(section.title, who, whom if whom != who else None, _published(blocks[:8], section), _sample(section))


def _beginning(blocks: list[Block]) -> list[str]:
    """The paragraphs in which it stands who carried a study out: later ones tell of other studies too."""
    texts: list[str] = []
    for block in blocks:
        if sum(map(len, texts)) > _FIRST:
            break
        texts.append(block.text)
    return texts


def _carried_out(text: list[str], patterns: tuple[re.Pattern[str], ...] = ()) -> str | None:
    """The name that the surest pattern finds; `patterns` are the only ones tried, where given."""
    for group in (patterns,) if patterns else (_CARRIED[:4], _CARRIED[4:]):
        for sentence in (s for paragraph in text for s in _SENTENCE.split(paragraph) if not _GOING_ON.search(s)):
            for pattern in group:
                if (match := pattern.search(sentence)) and (name := _clean(match["who"])):
                    return name
    return None


def _opening(text: list[str]) -> str | None:
    """Whose report or survey the first sentences name: "Rapport fra Beregningsutvalget august 2016"."""
    for sentence in (s for paragraph in text for s in _SENTENCE.split(paragraph)[:2]):
        for pattern in _OPENING:
            if (match := pattern.search(sentence)) and (name := _clean(match["who"])):
                return name
    return None


def _clean(name: str) -> str | None:
    """The name without what a pattern took along; None where it is no name."""
    name = re.split(r"\s+(?:på oppdrag|på bestilling|i samarbeid med|som har|som i |,? på vegne)", name.strip(" ,"))[0]
    name = re.sub(r"^(?:det er|rapporten er|studien er)\s+", "", name.strip(" ,"), flags=re.I)
    name = re.sub(
        r"^(?:konsulentselskapet|by- og regionforskningsinstituttet|forskningsinstituttet|instituttet)\s+",
        "",
        name,
        flags=re.I,
    )
    name = re.split(r",\s+(?=(?:som|der|med)\b)", name)[0].strip(" ,")
    if not name or _PRONOUN.match(name) or len(name) > 90:
        return None
    first = name.split()[0]
    capital = first[0].isupper() or any(c.isdigit() for c in first)
    return name if capital and not re.search(r"\b(?:er|var|har|ble|som)\b", name) else None


def _from_title(title: str) -> str | None:
    match = _IN_TITLE.search(title)
    if not match:
        return None
    return _REPORT_NUMBER.sub("", match["who"]).strip(" -–") or None


def _commissioned(text: list[str]) -> str | None:
    for sentence in (s for paragraph in text for s in _SENTENCE.split(paragraph) if not _GOING_ON.search(s)):
        for pattern in (_COMMISSIONED, _FOR):
            if match := pattern.search(sentence):
                return match["who"].strip(" ,")
    return None


def _published(blocks: list[Block], section: Section) -> str | None:
    for block in blocks:
        for sentence in _SENTENCE.split(block.text):
            if _PUBLISHED.search(sentence) and (date := date_in(sentence)) and len(sentence) < 160:
                return date
    number = _IN_TITLE.search(section.title)
    numbers = [number["who"]] if number else []
    numbers += [b.text for b in blocks[:3] if len(b.text) < 60]
    return next((found["year"] for text in numbers if (found := _REPORT_NUMBER.search(text))), None)


def _sample(section: Section) -> str | None:
    """The first sentence that says how many were asked."""
    own = [
        b
        for _, s in section.walk()
        if s is section or s.kind in (SectionKind.METHOD, SectionKind.ABOUT)
        for b in s.blocks
    ]
    for block in own:
        if block.kind is BlockKind.PARAGRAPH:
            for sentence in _SENTENCE.split(block.text):
                if _SAMPLE.search(sentence) and _COUNT.search(sentence) and len(sentence) < 320:
                    return sentence.strip()
    return None
