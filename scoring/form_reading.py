"""Parsing a form's data file into a FormDefinition, once, with every mistake reported."""

import re
from datetime import date

from scoring import progress, self_score
from scoring.criteria_terms import PERIOD_MARKS
from scoring.document import Raw, Reader
from scoring.form_checks import read_checks
from scoring.form_definitions import FormDefinition, SheetDefinition
from scoring.form_doubts import look_for_doubts
from scoring.form_sheets import read_sheet
from scoring.issues import Code, Issue, has_errors

_CODE = re.compile(r"[a-z][a-z0-9-]*")
_QUARTERS = frozenset(PERIOD_MARKS[:4])


def is_derived(form: str) -> bool:
    """Whether it is made from the programme or a table of criteria: no data file may take such a
    name."""
    return form == progress.CODE or self_score.is_self_score(form)


def parse_form(raw: Raw) -> tuple[FormDefinition | None, tuple[Issue, ...]]:
    """Read the form (docs/forms.md). None when any error was found; warnings let it in."""
    issues: list[Issue] = []
    reader = Reader(raw, "", issues)
    definition = _form(reader)
    reader.finish()
    if not has_errors(issues):
        look_for_doubts(reader, definition)
    return (None if has_errors(issues) else definition), tuple(issues)


def _form(reader: Reader) -> FormDefinition:
    is_document = reader.flag("document", default=False)
    periods = _periods(reader)
    sheets = () if is_document else _sheets(reader, periods)
    in_force = reader.mapping("in_force")
    definition = FormDefinition(
        code=_code(reader),
        version=reader.text("version"),
        title=reader.text("title"),
        periods=periods,
        sheets=sheets,
        checks=() if is_document else read_checks(reader, sheets),
        header=reader.texts("header"),
        guide=reader.texts("guide"),
        is_document=is_document,
        illustrative=reader.flag("illustrative", default=False),
        in_force_from=in_force.day("from") if in_force else None,
        in_force_to=_last_day(in_force) if in_force else None,
    )
    if in_force:
        in_force.finish()
    return definition


def _code(reader: Reader) -> str:
    code = reader.text("form")
    if is_derived(code):
        reader.report(Code.FORM_CODE_TAKEN, reader.at("form"), value=code)
    elif code and not _CODE.fullmatch(code):
        reader.report(Code.WRONG_TYPE, reader.at("form"), value=code, expected="code")
    return code


def _periods(reader: Reader) -> frozenset[str]:
    if not reader.has("periods"):
        return _QUARTERS
    periods = frozenset(reader.texts("periods", PERIOD_MARKS))
    if not periods:
        reader.report(Code.KEY_MISSING, reader.at("periods"), key="periods")
    return periods


def _sheets(reader: Reader, periods: frozenset[str]) -> tuple[SheetDefinition, ...]:
    seen: dict[str, str] = {}
    children = reader.children("sheets", required=True)
    return tuple(read_sheet(child, periods, seen) for child in children)


def _last_day(in_force: Reader) -> date | None:
    begins, ends = in_force.day("from"), in_force.day("to")
    if begins and ends and ends < begins:
        at = in_force.at("to")
        in_force.report(Code.VALUE_OUTSIDE, at, value=ends, least=begins, most="∞")
    return ends
