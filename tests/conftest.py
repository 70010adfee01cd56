"""The demonstration database: built once for all runs and workers, copied for each test."""

import fcntl
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.actions import setup
from data_access.database import open_database
from sample_data import build
from tests.memory import own_folder

_ROOT = Path(__file__).parents[1]
_PACKAGES = ("scoring", "data_access", "sample_data")


def pytest_configure(config: pytest.Config) -> None:
    """Once a run: its workers are told by the environment."""
    if hasattr(config, "workerinput") or config.option.basetemp:
        return
    own = own_folder()
    if own is not None:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(own)
        config.add_cleanup(lambda: shutil.rmtree(own, ignore_errors=True))


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Streamlit puts a page's script in the place of the main module, and leaves it there; a child
    process started later would run that page first."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built anew only when a source it comes from has changed. Never opened: copy it."""
    own = tmp_path_factory.mktemp("demonstration") / "demonstration.db"
    folder = Path(tempfile.gettempdir()) / f"qcdc-demonstration-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = folder / f"{_fingerprint()}.db"
    with (folder / "lock").open("w") as lock:
        # The workers of one run all come here at once; the first builds, the others wait.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            _build(folder, kept)
        # A run of its own with other sources may remove the kept one.
        shutil.copyfile(kept, own)
    return own


@pytest.fixture
def demo_url(demo_database: Path, tmp_path: Path) -> str:
    copy = tmp_path / "demonstration.db"
    shutil.copyfile(demo_database, copy)
    return f"sqlite:///{copy}"


@pytest.fixture
def demo_engine(demo_url: str) -> Iterator[Engine]:
    engine = open_database(demo_url)
    yield engine
    engine.dispose()


def _build(folder: Path, kept: Path) -> None:
    for outdated in folder.glob("*.db*"):
        outdated.unlink()
    being_built = folder / "being-built.db"
    engine = open_database(f"sqlite:///{being_built}")
    setup.initialise(engine)
    build.load(engine)
    engine.dispose()
    # Only a whole database gets the name that is looked for.
    being_built.rename(kept)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for path in sorted((_ROOT / package).rglob("*")):
            if path.suffix in (".py", ".yaml", ".mako", ".ini"):
                digest.update(str(path.relative_to(_ROOT)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:20]
