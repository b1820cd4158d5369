"""Words that are no evidence of anything: orders to a program or a reader, addresses, secrets."""

import re

_ORDER = re.compile(
    r"\b(?:se bort fra|sjå bort frå|ignorer\w*|ignore|disregard|forget|glem\b|gløym)\b.{0,60}"
    r"(?:instru\w+|regl\w+|beskjed\w*|prompt|above|over(?:for|nevnt)?|previous|tidligere|tidlegare|rules)"
    r"|\b(?:system ?prompt|systemmelding|systeminstruks|jailbreak|du er nå en|you are now an?|act as an?|as an ai"
    r"|som språkmodell|språkmodellen skal|kjære (?:ki|ai|assistent)|dear (?:ai|assistant)|tell the (?:reader|user)"
    r"|svar (?:alltid|bare|kun|at)\b|skriv at\b|answer only|reply with|respond with|gjenta (?:dette|følgende)"
    r"|(?:brukeren|brukaren|leseren|lesaren|du|user|reader) (?:må|skal|bør|must|should) (?:logge|klikke|betale|laste"
    r"|sende|oppgi|log|click|pay|download|send|enter)"
    r"|logg inn|log in (?:at|on|to|with)|klikk (?:her|på)|click (?:here|on)"
    r"|passord(?:et)?\s+(?:sitt|ditt|er)|your password|the password|api[- ]?(?:key|nøkkel))",
    re.IGNORECASE,
)
_WAY_OUT = re.compile(
    r"\b(?:https?|ftp|file|data|javascript|mailto|tel)\s?:\S|\bwww\.\S|!?\[[^\]]*\]\([^)]*\)|<\s*/?\s*[a-z!][^>]*>"
    r"|[\w.+-]{1,64}@[\w-]{1,63}\.\w|\b(?:hxxps?)\b|\b[\w-]{2,63}\.(?:no|com|org|net|io|example|ru|info)(?:/|\b(?=[\s.,)]|$))"
    r"|\b(?:sk|pk|ghp|gho|xox[bp]|AKIA|eyJ)[-_A-Za-z0-9]{12,}|\b(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{24,}\b",
)


def is_order(text: str) -> bool:
    """Whether the words tell a program or a reader what to do, which no finding does."""
    return bool(_ORDER.search(text))


def is_way_out(text: str) -> bool:
    """Whether the words hold an address, a link, markup or what looks like a key."""
    return bool(_WAY_OUT.search(text))
