"""Every text that users see, in bokmål, nynorsk and English: one table."""

LANGUAGES = ("nb", "nn", "en")

TEXTS: dict[str, dict[str, str]] = {
    "app_title": {
        "nb": "Kunnskapsassistenten",
        "nn": "Kunnskapsassistenten",
        "en": "The knowledge assistant",
    },
    "app_intro": {
        "nb": "Still et spørsmål om integrering og få svaret rett fra rapportene, med kilde og side.",
        "nn": "Still eit spørsmål om integrering og få svaret rett frå rapportane, med kjelde og side.",
        "en": "Ask a question about integration and get the answer straight from the reports, with source and page.",
    },
    "findings": {"nb": "Funn", "nn": "Funn", "en": "Findings"},
    "recommendations": {"nb": "Anbefalinger", "nn": "Tilrådingar", "en": "Recommendations"},
    "sources": {"nb": "Kilder", "nn": "Kjelder", "en": "Sources"},
    "page": {"nb": "s. {page}", "nn": "s. {page}", "en": "p. {page}"},
    "pdf_page": {"nb": "PDF-side {page}", "nn": "PDF-side {page}", "en": "PDF page {page}"},
    "read_by_ocr": {
        "nb": "lest av maskin fra bilde, kan ha feil",
        "nn": "lese av maskin frå bilete, kan ha feil",
        "en": "read by a machine from a picture, may have errors",
    },
    "digest_of": {"nb": "Sammendrag av {report}", "nn": "Samandrag av {report}", "en": "Summary of {report}"},
    "digest_note": {
        "nb": "Dette er et sammendrag av rapporten med våre ord. Originalen, «{title}», finner du hos utgiveren. "
        "Er den lagt inn her, siteres den i stedet.",
        "nn": "Dette er eit samandrag av rapporten med våre ord. Originalen, «{title}», finn du hos utgjevaren. Er han "
        "lagd inn her, blir han sitert i staden.",
        "en": "This is a summary of the report in our words. Its publisher has the original, «{title}». Where that is "
        "indexed here, it is quoted instead.",
    },
    "not_answered": {
        "nb": "Rapportene gir ikke svar på dette.",
        "nn": "Rapportane gir ikkje svar på dette.",
        "en": "The reports do not answer this.",
    },
    "nearest": {
        "nb": "Det nærmeste som står i dem:",
        "nn": "Det nærmaste som står i dei:",
        "en": "The nearest that they say:",
    },
    "understood_as": {
        "nb": "Forstått sammen med det du spurte om før: {question}",
        "nn": "Forstått saman med det du spurde om før: {question}",
        "en": "Understood together with what you asked before: {question}",
    },
    "looked_through": {
        "nb": "Lette gjennom {passages} avsnitt i {documents} rapporter.",
        "nn": "Leita gjennom {passages} avsnitt i {documents} rapportar.",
        "en": "Looked through {passages} passages in {documents} reports.",
    },
    "question_empty": {
        "nb": "Skriv et spørsmål, så leter jeg i rapportene.",
        "nn": "Skriv eit spørsmål, så leitar eg i rapportane.",
        "en": "Write a question, and I will look in the reports.",
    },
    "question_long": {
        "nb": "Spørsmålet er for langt. Kort det ned til det du vil vite, høyst {limit} tegn.",
        "nn": "Spørsmålet er for langt. Kort det ned til det du vil vite, høgst {limit} teikn.",
        "en": "The question is too long. Cut it down to what you want to know, {limit} characters at most.",
    },
    "question_symbols": {
        "nb": "Jeg finner ingen ord i spørsmålet. Skriv det med ord, så leter jeg i rapportene.",
        "nn": "Eg finn ingen ord i spørsmålet. Skriv det med ord, så leitar eg i rapportane.",
        "en": "I find no words in the question. Write it in words, and I will look in the reports.",
    },
    "chat_placeholder": {
        "nb": "Spør om funn, anbefalinger eller tall …",
        "nn": "Spør om funn, tilrådingar eller tal …",
        "en": "Ask about findings, recommendations or figures …",
    },
    "searching": {
        "nb": "Leter i {documents} rapporter …",
        "nn": "Leitar i {documents} rapportar …",
        "en": "Searching {documents} reports …",
    },
    "loading": {
        "nb": "Laster språkmodell og indeks …",
        "nn": "Lastar språkmodell og indeks …",
        "en": "Loading the language model and the index …",
    },
    "indexed_here": {
        "nb": "Du spør i {documents} rapporter ({passages} avsnitt):",
        "nn": "Du spør i {documents} rapportar ({passages} avsnitt):",
        "en": "You are asking {documents} reports ({passages} passages):",
    },
    "try_asking": {"nb": "Prøv for eksempel", "nn": "Prøv til dømes", "en": "Try for example"},
    "example_findings": {
        "nb": "Hva fant de i «{study}»?",
        "nn": "Kva fann dei i «{study}»?",
        "en": "What did they find in «{study}»?",
    },
    "example_recommendations": {
        "nb": "Hva anbefales i «{study}»?",
        "nn": "Kva blir tilrådd i «{study}»?",
        "en": "What is recommended in «{study}»?",
    },
    "example_about": {
        "nb": "Hva er hovedfunnene i «{title}»?",
        "nn": "Kva er hovudfunna i «{title}»?",
        "en": "What are the main findings of «{title}»?",
    },
    "and_more": {"nb": "… og {count} til.", "nn": "… og {count} til.", "en": "… and {count} more."},
    "cannot_start": {
        "nb": "Kunnskapsassistenten kan ikke starte. Si fra til den som drifter løsningen:",
        "nn": "Kunnskapsassistenten kan ikkje starte. Sei frå til den som driftar løysinga:",
        "en": "The knowledge assistant cannot start. Tell whoever runs this service:",
    },
    "no_index_title": {
        "nb": "Her er det ingen rapporter ennå",
        "nn": "Her er det ingen rapportar enno",
        "en": "There are no reports here yet",
    },
    "no_index_help": {
        "nb": "Den som drifter løsningen, kan legge rapporter i mappen `corpus/` og kjøre `python -m ingest`. "
        "Last så siden på nytt.",
        "nn": "Den som driftar løysinga, kan leggje rapportar i mappa `corpus/` og køyre `python -m ingest`. "
        "Last så sida på nytt.",
        "en": "Whoever runs this service can put reports into the folder `corpus/` and run `python -m ingest`. "
        "Then reload the page.",
    },
    "something_failed": {
        "nb": "Noe gikk galt, og spørsmålet ble ikke besvart. Prøv igjen, eller si fra til den som drifter løsningen.",
        "nn": "Noko gjekk gale, og spørsmålet vart ikkje svara på. Prøv igjen, eller sei frå til den som driftar "
        "løysinga.",
        "en": "Something went wrong, and the question was not answered. Try again, or tell whoever runs this service.",
    },
    "new_conversation": {"nb": "Ny samtale", "nn": "Ny samtale", "en": "New conversation"},
    "what_this_is": {
        "nb": "Svarene er sitater fra rapportene, ikke egne vurderinger. Sjekk kilden før du bruker dem.",
        "nn": "Svara er sitat frå rapportane, ikkje eigne vurderingar. Sjekk kjelda før du bruker dei.",
        "en": "The answers are quotes from the reports, not opinions. Check the source before you use them.",
    },
}


def text(key: str, language: str, **values: object) -> str:
    """The text `key` in `language` (bokmål where there is no such language), with its values filled in."""
    versions = TEXTS[key]
    return versions.get(language, versions["nb"]).format(**values)
