"""What kind of statement a text is: whether it advises, whether it denies."""

import re

_ADVISES = re.compile(r"\b(?:bør|burde|anbefaler?|anbefales|foreslår|foreslås|må)\b", re.IGNORECASE)
_RECOMMENDS = re.compile(
    r"\b(?:bør|burde|anbefale[rs]|anbefalast|tilrår|tilrådes|foreslår|føreslår|foreslås|should|recommends?|proposes?)\b"
    r"|\b(?:oppfordrer|oppmodar)\b|\b(?:ber|ber om) at\b|\bcalls? (?:for|on)\b|\burges?\b",
    re.IGNORECASE,
)
_PERSONS = (
    r"(?:(?:pasient|bruker|brukar|pårørende|foreldre|deltaker|deltakar|søker|innbygger|elev|barn|unge|ungdom)\w{0,4}"
    r"|mange|noen|flere|fleire|de|dei|han|hun|ho|man|en|ein|they|you|he|she)\b"
)
# "Vi ber om …", "Prøveforbundet ber utvalget om …": who asks is a body that writes, not somebody who is told of.
_ASKS = re.compile(
    rf"\b(?:[Vv]i|[Mm]e|[Jj]eg|[Ee]g|(?!(?i:{_PERSONS}))[A-ZÆØÅ][\w&-]+) ber(?: [\w-]+){{0,5}} om\b"
    r"|\bber (?:[Vv]i|[Mm]e|[A-ZÆØÅ][\w&-]+)(?: [\w-]+){0,3} om\b|\b[Ww]e ask\b"
)
_WANTS = re.compile(
    r"\b(?:ønsker|ønskjer|krever|krev) at\b"
    r"|\b(?:[Vv]i|[Mm]e|[A-ZÆØÅ][\w&-]+) (?:etterlyser|ønsker|ønskjer|krever|krev)\b"
)
_MUST = re.compile(r"\b(?:må|must)\b(?! (?:ofte|i dag|alltid|dessverre|vente|reise|betale|innrømme)\b)", re.IGNORECASE)
# What persons must do is told of them; with nothing before the verb it is not known who must.
_SUBJECT = re.compile(rf"\b{_PERSONS}(?: (?!til|for|med)[\w-]+)?\s*$|^\s*$", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"(?<!^)\b(?:som|der|når|dersom|hvis|viss|hvor|kor|fordi|hva|kva|uten at|utan at|slik at|enn"
    r"|hvilke[nt]?|hvordan|korleis|if|when|which) "
    r"(?:[\w-]+ ){0,6}?(?:må|bør|burde|should|must)\b",
    re.IGNORECASE,
)
# "Hvor mange flyktninger IMDi ber kommunen om, er …": told of, not asked for.
_INDIRECT = re.compile(
    r"^(?:hvor|kor|hva|kva|hvem|kven|hvilke[nt]?|hvordan|korleis|how|what|which) (?:[\w-]+ ){0,6}?"
    r"(?:må|bør|burde|ber|anbefaler|foreslår|should|must)\b",
    re.IGNORECASE,
)
# What is called for where nothing is recommended: needs, what those who were asked wish for, what its sender will do.
_CALLS = re.compile(
    r"\bdet er (?:\w+ )?behov for (?:at|å|mer|meir|flere|fleire|bedre|betre|økt|en|et|ein|eit|et)\b"
    r"|\b(?:det|man|stat\w*|myndighet\w*|sektor\w*|(?-i:[A-ZÆØÅ]{2}\w*)) må (?!understrekes|understrekast|presiseres"
    r"|bemerkes|nevnes|nemnast|sies|ses\b|sees)"
    r"|\b(?:kommun|respondent|bedrift|virksomhet|verksemd|arbeidsgiver|arbeidsgjevar)\w* (?:ønsker|ønskjer|etterspør"
    r"|etterspor|etterlyser|etterlys)(?: seg)? (?!å\b)"
    r"|\b(?:(?:(?-i:[A-ZÆØÅ]{2}\w*)|direktoratet|departementet) vil|vi (?:vil|skal))"
    r" (?!ha\b|være\b|vere\b|si\b|fremheve|framheve)"
    r"|\bthere is a need (?:for|to)\b",
    re.IGNORECASE,
)
# What follows from a rule or a fact, and what is only told of plans.
_FOLLOWS = re.compile(
    r"\b(?:betyr|betyd|medfører|innebærer|inneber|fører til|gjør|gjer|krever|krev|means) (?:at|that)\b.*"
    r"|(?<!^)\b(?:som|når|hva|kva|hvordan|korleis|hvis|viss|dersom|om|for at|slik at) (?:[\w-]+ ){0,6}?(?:vil|skal)\b",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"\bdet er (?:[\w-]+ ){1,4}som bør\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:anbefal\w+|tilrå\w+|foreslår|føreslår|forslag|bør|burde|ber|recommend\w*|should|propos\w+|oppfordrer|oppmodar)\b"
    r"[^.:]*:\s*$",
    re.IGNORECASE,
)
_CLAIMS = re.compile(r"\b(?:må|must|mener|meiner|ønsker|ønskjer|innspill|innspel)\b[^.:]*:\s*$", re.I)
_CLAUSE = re.compile(r"[.;:,–]\s")
_DEMANDS = re.compile(
    r"\b(?:krav|krever|kreves|plikt\w*|pålegg\w*|pålagt|\w*mål(?:et|ene|sett\w*)?(?= (?:er|om|at|for))"
    r"|ønsker|ønskes|etterlys\w*|etterspør\w*|behov(?:et)? for)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:ikke|ikkje|ingen|uten|utan)\b", re.IGNORECASE)


def advises(said: str) -> bool:
    """Whether a statement says what should be done."""
    return bool(_ADVISES.search(said))


def recommends(said: str, lead: str = "") -> bool:
    """Whether a statement recommends or proposes something; what must be done may as well be told as a fact.

    `lead` are the words that lead into the list that it stands in.
    """
    if said.rstrip().endswith("?"):
        return False
    if lead and _LEADS.search(lead):
        return True
    if not _proposes(said):  # most statements do not, and need no more looking
        return False
    return _proposes(_main(said)) or bool(_CLEFT.search(said))


def _proposes(said: str) -> bool:
    return bool(_RECOMMENDS.search(said) or (("ber" in said or "ask" in said) and _ASKS.search(said)))


def asks(said: str, lead: str = "") -> bool:
    """Whether a statement in a letter asks for something: what a service or a body must do or be is a demand there."""
    if said.rstrip().endswith("?"):
        return False
    main = _main(said)
    must = any(not _SUBJECT.search(_CLAUSE.split(main[: at.start()])[-1]) for at in _MUST.finditer(main))
    return must or recommends(said, lead) or bool(_WANTS.search(main) or _CLAIMS.search(lead))


def _main(said: str) -> str:
    """The statement without clauses that only tell what somebody or something must or should."""
    return _SUBORDINATE.sub(" ", _INDIRECT.sub(" ", said))


def demands(said: str) -> bool:
    """Whether a statement says what is required, aimed at, wished for or needed."""
    return bool(_DEMANDS.search(said))


def calls_for(said: str) -> bool:
    """Whether a statement says what is needed, wished for by those who were asked, or will be done by its sender."""
    return not said.rstrip().endswith("?") and bool(_CALLS.search(_FOLLOWS.sub(" ", _main(said))))


def modality(said: str) -> tuple[bool, bool]:
    """Whether a statement advises, and whether it denies: two that differ in it do not say the same."""
    return advises(said), bool(_DENIES.search(said))
