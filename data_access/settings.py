"""Where the database is. Knows the environment and the user's data folder; opens nothing."""

import os
from pathlib import Path

import platformdirs

VARIABLE = "QCDC_DATABASE_URL"


def database_url(given: str | None = None) -> str:
    """The address given, else the environment's, else a file in the user's data folder."""
    return given or os.environ.get(VARIABLE) or f"sqlite:///{_default_file()}"


def _default_file() -> Path:
    return Path(platformdirs.user_data_dir("qcdc", appauthor=False)) / "qcdc.db"
