"""Three small reports of our own making, in the shape of the real ones, and helpers to put them on disk."""

from pathlib import Path

WORK = """\
# Norskopplæring på arbeidsplassen 2019

## «Norsk på jobben» (Testsenteret 2019)

### Om undersøkelsen

Testsenteret har spurt 40 kommuner om norskopplæring på arbeidsplassen. Oppdraget kom fra Prøvedirektoratet.

### Funn

- Bare 37 prosent av kommunene tilbyr norskopplæring på arbeidsplassen.
- Deltakerne lærer norsk raskere når de snakker med kolleger hver dag.
- Små kommuner mangler lærere som kan reise ut til arbeidsplassene.

### Anbefalinger

- Kommunene bør gi lærerne tid til å besøke arbeidsplassene hver uke.
- Arbeidsgiverne bør få dekket utgiftene til norskopplæring i arbeidstiden.
"""

INTERPRETING = """\
# Tolking i helsetjenesten 2021

## «Tolk på legekontoret» (Prøveinstituttet 2021)

### Bakgrunn

Prøveinstituttet intervjuet 25 fastleger om bruk av kvalifisert tolk.

### Hovedfunn

Fastlegene bestiller tolk i 6–8 av ti konsultasjoner der pasienten ikke snakker norsk. Barn brukes fortsatt som
tolk ved hvert tredje legekontor, selv om loven forbyr det.

### Tilrådinger

Helseforetakene bør samle all bestilling av tolk ett sted. Fastlegene bør få opplæring i å bruke skjermtolk.
"""

HOUSING = """\
# Busetjing av flyktningar 2022

## «Ein stad å bu» (Prøvesenteret 2022)

### Funn

Kommunane brukte i snitt 3 000 kroner meir per bustad i 2022 enn i 2021. Einslege ventar lengst på ein kommunal
bustad.

### Tilrådingar

Kommunane bør leige bustader av private eigarar før flyktningane kjem.
"""

LIBRARY = {"norsk-2019.md": WORK, "tolk-2021.md": INTERPRETING, "bustad-2022.md": HOUSING}


def write_library(folder: Path) -> Path:
    """The three reports as files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in LIBRARY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def long_report(passages: int, title: str = "Lang rapport") -> str:
    """A report that is cut into (at least) this many passages, one under each heading."""
    sections = [
        f"## Kapittel {_name(i)}\n\nDette kapittelet handler om tema {_name(i)}, som angår kommunen på sin egen måte."
        for i in range(passages)
    ]
    return f"# {title}\n\n" + "\n\n".join(sections) + "\n"


def _name(number: int) -> str:
    """A word of its own for each number, so that no two passages are alike."""
    letters = "bdfgklmnprst"
    return f"{letters[number % 12]}a{letters[number // 12 % 12]}e{letters[number // 144 % 12]}en"
