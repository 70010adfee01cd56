"""docs/forms.md is complete: its example is a form, and every key the readers ask for is in it."""

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data_access.form_files import form_from_text
from data_access.workbook.template import write_template
from scoring import progress, self_score
from scoring.form_answers import KINDS
from scoring.form_definitions import FormDefinition, made_out
from scoring.forms import Measure, Relation
from scoring.periods import Period
from scoring.units import Unit

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")
WHOLE, PAPER = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
ASKS = {"text", "texts", "number", "optional_number", "whole", "flag", "day", "one_of", "has"}
ASKS |= {"mapping", "children", "_pattern", "_relation"}


def definition(text: str) -> FormDefinition:
    found, issues = form_from_text(text)
    assert issues == ()
    assert found is not None
    return found


def keys_read() -> set[str]:
    found = set()
    for path in (ROOT / "scoring").glob("form_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ASKS:
                words = [one.value for one in node.args if isinstance(one, ast.Constant)]
                found |= {word for word in words[:1] if isinstance(word, str)}
    return found


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_the_example_becomes_a_workbook() -> None:
    unit = Unit("001", "Ban Chỉ đạo huyện A", "huyen")
    form = made_out(definition(WHOLE), unit, Period(2022, 3), {"A.1.to_date": "12"})
    workbook = load_workbook(BytesIO(write_template(form)))
    assert {"Tiếp dân", "Đối thoại"} <= set(workbook.sheetnames)
    cells = [str(cell) for row in workbook["Tiếp dân"].values for cell in row if cell is not None]
    assert {"Lũy kế từ đầu năm", "Kỳ trước", "12", "Số tiền thu hồi"} <= set(cells)


def test_the_other_example_is_a_document() -> None:
    assert definition(PAPER).is_document


@pytest.mark.parametrize("key", sorted(keys_read()))
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in DOCUMENT


def test_the_keys_were_found() -> None:
    assert {"form", "sheets", "measure", "listing", "asks", "blocks", "previous"} <= keys_read()


@pytest.mark.parametrize("word", [*KINDS, *Measure, "none", self_score.CODE, progress.CODE])
def test_every_word_a_form_may_use_is_documented(word: str) -> None:
    assert f"`{word}`" in DOCUMENT


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_is_documented(relation: Relation) -> None:
    assert f'`"{relation.value}"`' in DOCUMENT
