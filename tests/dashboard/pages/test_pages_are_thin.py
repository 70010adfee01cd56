"""A page is query, view-model, widgets; what it may not do is read from its source."""

import ast
from pathlib import Path

import pytest

import dashboard

ROOT = Path(dashboard.__file__).parent
SCREEN_MODULES = (
    "answering",
    "appraising",
    "assigning",
    "cache",
    "charts",
    "deciding",
    "fields",
    "granting",
    "handing_in",
    "importing",
    "inspecting",
    "mailing",
    "messaging",
    "publishing",
    "reckoning",
    "recording",
    "recommending",
    "registering",
    "reorganising",
    "settling",
    "theme",
    "widgets",
)
PAGES = sorted((ROOT / "pages").glob("*.py"))
SCREENS = [*PAGES, *(ROOT / f"{name}.py" for name in SCREEN_MODULES)]
FORBIDDEN = ("sqlalchemy", "decimal", "datetime", "plotly.express", "pandas")


def imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_short_and_knows_little(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 60
    assert not [name for name in imports(tree) if name.startswith(FORBIDDEN)]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Try | ast.FunctionDef)]
    assert "session_state" not in text
    assert "<style" not in text


@pytest.mark.parametrize("module", SCREENS, ids=lambda module: module.stem)
def test_nothing_expires_by_time_and_no_mistake_is_swallowed(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    for smell in ("except Exception", "except:", "ttl=", ".clear()", "plotly.express"):
        assert smell not in text, smell


def test_there_is_a_page_for_every_entry() -> None:
    assert {page.stem for page in PAGES} == {
        "overview",
        "completion",
        "overdue",
        "ranking",
        "submit",
        "consolidation",
        "process",
        "review",
        "forms",
        "appraisal",
        "analysis",
        "criteria",
        "registers",
        "disclosure",
        "people",
        "inspections",
        "progress",
        "completeness",
        "own",
        "duty",
        "message",
        "reminders",
        "programmes",
        "calendar",
    }
