"""Old and open office files (.doc, .odt, .rtf, .xls, .ppt …), made over by LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from assistant.errors import ReadError

MADE_OVER = {
    ".doc": "docx",
    ".odt": "docx",
    ".rtf": "docx",
    ".xls": "xlsx",
    ".ods": "xlsx",
    ".ppt": "pptx",
    ".odp": "pptx",
}
_LONGEST = 120  # seconds


def made_over(data: bytes, suffix: str) -> bytes:
    """The file in the form that is read here. Raises ReadError where LibreOffice is missing or cannot read it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError("no_libreoffice", kind=suffix[1:])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"file{suffix}"
        file.write_bytes(data)
        form = MADE_OVER[suffix]
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", form, "--outdir", folder, str(file)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST)
            return file.with_suffix(f".{form}").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise ReadError("libreoffice_failed") from error
