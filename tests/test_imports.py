"""The rule of imports (docs/decisions.md): arrows point down, never up, never across."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("scoring", "data_access", "dashboard", "sample_data")

MAY_IMPORT = {
    "scoring": {"scoring"},
    "data_access": {
        *("data_access", "scoring", "sqlalchemy", "alembic", "python_calamine", "openpyxl", "xlrd"),
        *("xlsxwriter", "lxml", "yaml", "argon2", "pandas", "platformdirs", "viet_text_tools"),
        "holidays",
    },
    "dashboard": {
        *("dashboard", "data_access", "scoring", "streamlit", "starlette", "uvicorn", "plotly"),
        *("pandas", "typst", "xlsxwriter", "docx", "click", "rich", "platformdirs"),
        # anyio bounds how many passwords are checked at once; starlette runs on it.
        *("viet_text_tools", "pyarrow", "anyio", "icalendar"),
    },
    "sample_data": {"sample_data", "data_access", "scoring", "openpyxl", "yaml"},
}

# What the heart may not know: clocks, chance, the environment, the outside world.
NOT_IN_SCORING = {"os", "sys", "time", "random", "socket", "urllib", "pathlib", "subprocess", "io"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_arrows_point_down(package: str) -> None:
    for file in modules(package):
        foreign = imported(file) - MAY_IMPORT[package] - sys.stdlib_module_names
        if package == "scoring" and file.name == "robustness.py":
            foreign -= {"numpy"}
        assert not foreign, f"{file.relative_to(ROOT)} imports {sorted(foreign)}"


def test_scoring_knows_no_clock_and_no_environment() -> None:
    for file in modules("scoring"):
        known = imported(file) & NOT_IN_SCORING
        assert not known, f"{file.relative_to(ROOT)} imports {sorted(known)}"
        text = file.read_text(encoding="utf-8")
        asked = re.findall(r"\b(?:date\.today|datetime\.now|datetime\.utcnow)\b", text)
        assert not asked, f"{file.relative_to(ROOT)} asks the clock"


def test_nothing_imports_the_sample() -> None:
    for package in ("scoring", "data_access", "dashboard"):
        for file in modules(package):
            assert "sample_data" not in imported(file), file.relative_to(ROOT)


def test_no_module_is_called_utils() -> None:
    vague = {"utils", "helpers", "common", "core", "services", "managers", "base", "misc"}
    for package in PACKAGES:
        for file in modules(package):
            names = {file.stem, *(part.name for part in file.relative_to(ROOT).parents)}
            assert not names & vague, file.relative_to(ROOT)


def test_broad_excepts_stand_only_at_the_last_resorts() -> None:
    """A front door's last resort and the reader of damaged files; nowhere else."""
    for package in PACKAGES:
        for file in modules(package):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                broad = isinstance(node, ast.ExceptHandler) and (
                    node.type is None or (isinstance(node.type, ast.Name) and node.type.id in BROAD)
                )
                where = f"{file.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"
                assert not broad or where.rpartition(":")[0] in LAST_RESORTS, where


BROAD = {"Exception", "BaseException"}
LAST_RESORTS = {
    "dashboard/cli/doors.py",
    "dashboard/web/mistakes.py",
    "data_access/workbook/extraction.py",
    "data_access/workbook/worker.py",
}
