"""The words that head the parts of a study or chapter, in bokmål, nynorsk and English."""

import re

from assistant.models import SectionKind

_ANY_END = r"(?:\b|$)"
_KINDS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.FINDINGS,
        r"hovedfunn\w*|hovudfunn\w*|(?:sentrale|viktige|viktigste|utvalgte|nokre|noen|våre|the)?\s?funn(?:ene|a)?|"
        r"hovedresultat\w*|hovudresultat\w*|resultat(?:er|ene|a)?|(?:key|main|principal)?\s?findings|results|"
        r"konklusjon(?:er|ar|en)?|conclusions?|behov og ønsk\w*|ønsk\w* og behov|needs and wishes|(?:hva|kva) "
        r"kommun(?:ene|ane) (?:ønsk|treng)\w*|hov(?:ed|ud)konklusjon\w*|hov(?:ed|ud)punkt\w*|key (?:points|messages)",
    ),
    (
        SectionKind.RECOMMENDATIONS,
        r"anbefaling(?:er|ene)?|tilråding(?:ar|ane|er|ene)?|tilrådning(?:er|ar)?|råd og anbefalinger|forslag til "
        r"tiltak|"
        r"foreslåtte tiltak|forslag|(?:policy )?recommendations?|tiltråding(?:er)?",
    ),
    (
        SectionKind.FOLLOW_UP,
        r"oppfølging(?:en|a)?|oppfølgjing(?:a)?|videre (?:oppfølging|arbeid)|vidare (?:oppfølging|arbeid)|veien videre|"
        r"vegen vidare|follow[- ]?up|next steps|imdis? oppfølging",
    ),
    (
        SectionKind.METHOD,
        r"metode(?:r|n|ne)?|metodisk(?:e)? (?:tilnærming|grunnlag)|data og metode|metode og data|utvalg(?:et)?|"
        r"utval(?:et)?|"
        r"datagrunnlag(?:et)?|data(?:materiale)?|gjennomføring(?:en)? av undersøk(?:elsen|inga)|metodikk|"
        r"(?:data and )?methods?|methodology|sample|datainnsamling",
    ),
    (
        SectionKind.ABOUT,
        r"om (?:undersøkelsen|undersøkinga|rapporten|prosjektet|studien|oppdraget|evalueringen|evalueringa|"
        r"kartleggingen|"
        r"kartlegginga)|bakgrunn(?:en)?|innledning|innleiing|formål(?:et)?|føremål(?:et)?|"
        r"introduksjon|forord|føreord|om studien|mandat(?:et)?|about the (?:study|survey|report|project)|"
        r"background|introduction|purpose|problemstilling(?:er|ar)?",
    ),
)
# What a letter or hearing answer asks for: "Våre hovedanbefalinger", "Vi ber om", "Prøveforbundet foreslår:".
_ASKS = re.compile(
    r"(?i:våre|vårt|kravene|krava) (?i:hoved|hovud|viktigste )?"
    r"(?i:anbefaling(?:er|ar)?|tilrådingar|innspill|innspel|krav|forslag)(?: (?:til|om|for|er).{0,80})?|"
    r"(?i:(?:det|dette|hva|kva) )?(?:(?i:vi|me)|[A-ZÆØÅ][\w&.-]*(?: [\w&.-]+){0,3}) "
    r"(?:ber(?: \w+){0,2}(?: om)?|foreslår|føreslår|anbefaler|tilrår|krever|krev|etterlyser|mener|meiner)"
    r"(?: (?:at|følgende|følgjande|utvalget|utvalet).{0,60})?"
)
# A chapter of its own that tells what was found, where findings have no section, or before they have.
_SUMMARY = re.compile(
    rf"(?:sammendrag(?:et)?|samandrag(?:et)?|(?:kort )?oppsummering(?:en|a)?|kort oppsummert|"
    rf"i korte trekk|i korte drag|(?:executive )?summary|abstract|in brief){_ANY_END}",
    re.I,
)
_PREFACE = re.compile(
    rf"(?:forord|føreord|takk|lesar?veiledning|lesarrettleiing|hovedbudskap|hovudbodskap|nøkkelbudskap|preface|foreword|"
    rf"acknowledge?ments){_ANY_END}",
    re.I,
)
_KIND = tuple((kind, re.compile(rf"(?:{words}){_ANY_END}", re.I)) for kind, words in _KINDS)
# What recurs under study after study, and so is never a study's or chapter's own title.
_RECURRING = frozenset({SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS, SectionKind.FOLLOW_UP, SectionKind.METHOD})
_OWN_ABOUT = re.compile(r"(?:om|about)\b", re.I)
_ABOUT_ONE = re.compile(r"(?:om (?:de \w+ )?[a-zæøå]+(?:en|et|a|ene|ane)|about the [a-z]+)", re.I)  # "Om ordningen"
_DOWNLOAD = re.compile(
    r"(?:les mer(?: og)? last ned|last ned(?: rapport\w*| notat\w*| hele\w*)?|last ned\b.{0,60}|les meir|les mer|"
    r"download(?: the)?(?: report)?|read more|relaterte lenker|lenker?|les hele rapporten)(?: (?:rapporten "
    r")?her)?\s*[:.]?",
    re.I,
)
_VERB = re.compile(
    r"\b(?:er|var|har|hadde|blir|ble|blei|vart|kan|skal|vil|må|bør|viser|tyder|gir|gjev|is|are|was|were|show)\b", re.I
)
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|[IVX]{1,4}\.)\s+")
CONTENTS = re.compile(
    r"(?:innhold(?:sfortegnelse|sliste|soversikt)?|innhald(?:sliste|sforteikning)?|(?:table of )?contents)\s*:?", re.I
)
BACK_MATTER = re.compile(
    r"(?:referanser?|referansar|litteratur(?:liste)?|kilder?|kjelder?|kjeldeliste|kildeliste|vedlegg(?:soversikt)?\b.*|"
    r"references|bibliography|literature|appendix\b.*|appendices|noter|sluttnoter|endnotes)\s*:?",
    re.I,
)


def kind_of(title: str) -> SectionKind:
    """What a section with this heading is about, by its first words; OTHER where they do not say."""
    bare = _NUMBERING.sub("", title.strip(), count=1).strip(' :.–-«»"')
    if _SUMMARY.match(bare):
        return SectionKind.FINDINGS
    for kind, words in _KIND:
        if words.match(bare):
            return kind
    return SectionKind.ABOUT if _ABOUT_ONE.fullmatch(bare) else SectionKind.OTHER


def kind_of_section(title: str) -> SectionKind:
    """What a section is about by its heading's first words, or by what it asks for."""
    kind = kind_of(title)
    bare = _NUMBERING.sub("", title.strip(), count=1).strip(' :.–-«»"')
    return SectionKind.RECOMMENDATIONS if kind is SectionKind.OTHER and _ASKS.fullmatch(bare) else kind


def is_recurring(title: str) -> bool:
    """True for a heading such as "Hovedfunn" or "Anbefalinger/oppfølging", that stands below each study anew."""
    if _NUMBERING.match(title) or len(title) > 75 or (_VERB.search(title) and not title.endswith("?")):
        return False
    kind = kind_of(title)
    if _SUMMARY.match(title):
        return False
    if kind is SectionKind.ABOUT:
        return bool(_OWN_ABOUT.match(title)) and len(title.split()) <= 3
    return kind in _RECURRING and _is_short(title)


def _is_short(title: str) -> bool:
    """A heading word with little besides: "Hovedfunn i årets kartlegging", not "Forslag til modell for …"."""
    return len(title.split()) <= 6


def is_heading_line(line: str) -> bool:
    """True where a line of text alone, without any markup, is such a heading."""
    line = line.strip()
    if not line or not line[0].isupper() or len(line) > 60:
        return False
    bare = line.rstrip(" :.")
    words = bare.split()
    return is_recurring(bare) and len(words) <= 5 and not re.search(r"[.!?;,]", line)


def is_preface(title: str) -> bool:
    """True for the heading of what stands before the chapters: a preface, a summary, a reader's guide."""
    return bool(_PREFACE.match(_NUMBERING.sub("", title.strip(), count=1)) or _SUMMARY.match(title.strip()))


def is_reference_list(title: str) -> bool:
    """True for the heading of a list of sources."""
    bare = _NUMBERING.sub("", title.strip(), count=1)
    return bool(BACK_MATTER.fullmatch(bare)) and not re.match(r"vedlegg|append", bare, re.I)


def is_download(line: str) -> bool:
    """True for "Last ned:", "Les mer og last ned rapporten her" and the like."""
    return bool(_DOWNLOAD.fullmatch(line.strip()))
