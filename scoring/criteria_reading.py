"""Parsing a criteria table's data file into a CriteriaSet, once, with every mistake reported."""

import re
from dataclasses import replace

from scoring.block_reading import declared_max, parse_nodes
from scoring.class_reading import parse_classes, parse_quotas, parse_vetoes
from scoring.criteria import CriteriaSet, Decision
from scoring.criteria_checks import check_table
from scoring.criteria_terms import Fallthrough, Section, TableKind
from scoring.document import Raw, Reader
from scoring.input_reading import parse_inputs
from scoring.issues import Code, Issue, has_errors
from scoring.leaf_reading import Surroundings
from scoring.ranking_reading import parse_calendar, parse_checks, parse_exempt, parse_ranking
from scoring.rounding_reading import not_negative, parse_rounding
from scoring.taken_names import TakenNames

_FORM = re.compile(r"tu-cham(-[a-z0-9]+)*")
_OF_TOTALS = ("bonuses", "penalties", "bonus_cap", "penalty_cap", "total_cap", "total_floor")
_NOT_FOR = {
    TableKind.POINTS: (),
    TableKind.PASS_FAIL: (*_OF_TOTALS, "quotas", "ranking"),
    TableKind.RANK_ONLY: (
        *_OF_TOTALS,
        "criteria",
        "max",
        "vetoes",
        "class_caps",
        "classes",
        "quotas",
        "fallthrough",
    ),
}


def parse_criteria(raw: Raw) -> tuple[CriteriaSet | None, tuple[Issue, ...]]:
    """Read the table (docs/criteria.md). None when any error was found; warnings let it in."""
    issues: list[Issue] = []
    reader = Reader(raw, "", issues)
    table = _table(reader)
    reader.finish()
    check_table(reader, table)
    return (None if has_errors(issues) else table), tuple(issues)


def _table(reader: Reader) -> CriteriaSet:
    kind = TableKind(reader.one_of("kind", tuple(TableKind), TableKind.POINTS))
    for key in _NOT_FOR[kind]:
        if reader.has(key):
            reader.report(Code.KEY_NOT_FOR_KIND, reader.at(key), key=key, kind=kind.value)
    taken = TakenNames()
    return _ranked(_classified(_scored(reader, kind, taken), reader, taken), reader, taken)


def _scored(reader: Reader, kind: TableKind, taken: TakenNames) -> CriteriaSet:
    """The table's own data and everything that gives points."""
    around = Surroundings(kind, parse_rounding(reader.mapping("rounding")), taken)
    criteria = parse_nodes(reader, "criteria", around, required=kind is not TableKind.RANK_ONLY)
    return CriteriaSet(
        code=reader.text("set"),
        version=reader.text("version"),
        title=reader.text("title"),
        max=declared_max(reader, criteria),
        criteria=criteria,
        illustrative=reader.flag("illustrative", default=False),
        unit_kinds=reader.texts("unit_kinds"),
        rounding=around.rounding,
        bonus_cap=not_negative(reader, "bonus_cap"),
        penalty_cap=not_negative(reader, "penalty_cap"),
        total_cap=not_negative(reader, "total_cap"),
        total_floor=reader.optional_number("total_floor"),
        bonuses=parse_nodes(reader, "bonuses", replace(around, section=Section.BONUS)),
        penalties=parse_nodes(reader, "penalties", replace(around, section=Section.PENALTY)),
        kind=kind,
        form=_form(reader),
        assessor=reader.text("assessor", ""),
        reconsideration_days=reader.whole("reconsideration_days", 10, 0, 366),
        table_inputs=parse_inputs(reader, taken),
    )


def _classified(table: CriteriaSet, reader: Reader, taken: TakenNames) -> CriteriaSet:
    classes = parse_classes(reader, table.kind, taken)
    names = tuple(band.name for band in classes)
    return replace(
        table,
        classes=classes,
        vetoes=parse_vetoes(reader, "vetoes", names, taken),
        class_caps=parse_vetoes(reader, "class_caps", names, taken),
        quotas=parse_quotas(reader, names),
        fallthrough=Fallthrough(
            reader.one_of("fallthrough", tuple(Fallthrough), Fallthrough.NEXT_LOWER)
        ),
    )


def _ranked(table: CriteriaSet, reader: Reader, taken: TakenNames) -> CriteriaSet:
    in_force = reader.mapping("in_force")
    _check_in_force(in_force)
    dated = replace(
        table,
        decision=_decision(reader.mapping("decision")),
        in_force_from=in_force.day("from") if in_force else None,
        in_force_to=in_force.day("to") if in_force else None,
        checks=parse_checks(reader, taken),
        exempt=parse_exempt(reader),
        ranking=parse_ranking(reader, table.kind),
        calendar=parse_calendar(reader),
    )
    if in_force:
        in_force.finish()
    return dated


def _check_in_force(reader: Reader | None) -> None:
    begins, ends = (reader.day("from"), reader.day("to")) if reader else (None, None)
    if begins and ends and ends < begins:
        reader.report(Code.VALUE_OUTSIDE, reader.at("to"), value=ends, least=begins, most="∞")


def _decision(reader: Reader | None) -> Decision | None:
    if reader is None:
        return None
    decision = Decision(reader.text("number", ""), reader.day("date"), reader.text("issuer", ""))
    reader.finish()
    return decision


def _form(reader: Reader) -> str:
    form = reader.text("form", "tu-cham")
    if not _FORM.fullmatch(form):
        reader.report(Code.WRONG_TYPE, reader.at("form"), value=form, expected="self-score form")
    return form
