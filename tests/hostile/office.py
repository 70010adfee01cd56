"""Workbooks as LibreOffice saves them; kept between runs, for it takes seconds to start."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")


def converted(content: bytes, suffix: str) -> bytes | None:
    """None where LibreOffice is not installed, unless everything is required."""
    if _PROGRAM is None:
        assert os.environ.get("QCDC_REQUIRE_ALL") != "1", "no LibreOffice here"
        return None
    folder = Path(tempfile.gettempdir()) / f"qcdc-libreoffice-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = folder / f"{hashlib.sha256(content).hexdigest()[:20]}.{suffix}"
    if not kept.exists():
        _convert(content, suffix, kept)
    return kept.read_bytes()


def _convert(content: bytes, suffix: str, kept: Path) -> None:
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        source, results = Path(folder) / "source.xlsx", Path(folder) / "results"
        source.write_bytes(content)
        subprocess.run(
            [
                _PROGRAM,
                f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                suffix,
                "--outdir",
                str(results),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        # Another test process may be doing the same: whoever comes last wins, with equal content.
        (results / f"source.{suffix}").replace(kept)
