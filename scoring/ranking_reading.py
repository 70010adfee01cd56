"""Parsing how places are given, the checks between figures and the printed calendar."""

import re
from datetime import date

from scoring.criteria import Check, Exempt, Step
from scoring.criteria_classes import RankingRule, TieBreak
from scoring.criteria_terms import Numbering, TableKind, Ties
from scoring.document import Reader
from scoring.formulas import parse_formula
from scoring.issues import Code
from scoring.rules.quantity import Quantity, parse_quantity
from scoring.taken_names import TakenNames

_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_LEAP_YEAR = 2000


def parse_ranking(table: Reader, kind: TableKind) -> RankingRule:
    reader = table.mapping("ranking")
    if reader is None:
        if kind is TableKind.RANK_ONLY:
            table.report(Code.KEY_MISSING, table.at("ranking"), key="ranking")
        return RankingRule()
    ties = _ties(reader, kind)
    numbering = _numbering(reader, ties)
    chain = tuple(_tie_break(child) for child in reader.children("chain"))
    manual = reader.one_of("then", ("shared", "manual"), "shared") == "manual"
    if (ties is Ties.CHAIN and not chain and not manual) or (
        kind is TableKind.RANK_ONLY and not chain
    ):
        reader.report(Code.KEY_MISSING, reader.at("chain"), key="chain")
    if ties is not Ties.CHAIN and (chain or manual):
        reader.report(Code.CHAIN_UNUSED, reader.at("ties"), value=ties.value)
    reader.finish()
    if ties is Ties.SHARED and numbering is Numbering.DENSE:
        ties = Ties.DENSE
    return RankingRule(ties, chain, manual, numbering)


def parse_checks(reader: Reader, taken: TakenNames) -> tuple[Check, ...]:
    found = (_check(child, taken) for child in reader.children("checks"))
    return tuple(check for check in found if check is not None)


def parse_exempt(reader: Reader) -> tuple[Exempt, ...]:
    found = (_exempt(child) for child in reader.children("exempt"))
    return tuple(one for one in found if one is not None)


def _exempt(reader: Reader) -> Exempt | None:
    condition, text = parse_formula(reader, "when", condition=True), reader.text("text")
    reader.finish()
    return None if condition is None else Exempt(condition, text)


def parse_calendar(reader: Reader) -> tuple[Step, ...]:
    return tuple(_step(child) for child in reader.children("calendar"))


def _ties(reader: Reader, kind: TableKind) -> Ties:
    if kind is TableKind.RANK_ONLY:
        return Ties.CHAIN
    return Ties(reader.one_of("ties", tuple(Ties), Ties.SHARED))


def _numbering(reader: Reader, ties: Ties) -> Numbering:
    """`ties: dense` says it shortly, and then nothing else may."""
    if ties is not Ties.DENSE:
        known = tuple(Numbering)
        return Numbering(reader.one_of("numbering", known, Numbering.COMPETITION))
    if reader.has("numbering"):
        reader.report(Code.KEY_UNKNOWN, reader.at("numbering"), key="numbering", near="ties")
    return Numbering.DENSE


def _tie_break(reader: Reader) -> TieBreak:
    tie = TieBreak(
        reader.text("text"),
        parse_quantity(reader, card=True),
        reader.one_of("better", ("high", "low"), "high") == "high",
    )
    reader.finish()
    return tie


def same_quantity(chain: tuple[TieBreak, ...]) -> tuple[tuple[int, TieBreak], ...]:
    """The indicators that an equal one before them leaves nothing to decide, with their places."""
    seen: set[Quantity] = set()
    found = []
    for position, tie in enumerate(chain):
        if tie.quantity in seen:
            found.append((position, tie))
        seen.add(tie.quantity)
    return tuple(found)


def _check(reader: Reader, taken: TakenNames) -> Check | None:
    code, text = taken.code(reader), reader.text("text")
    condition = parse_formula(reader, "when", condition=True)
    pending = reader.one_of("result", ("warn", "pending"), "warn") == "pending"
    reader.finish()
    return None if condition is None else Check(code, text, condition, pending)


def _step(reader: Reader) -> Step:
    step = Step(
        reader.text("step"),
        reader.text("who", ""),
        _month_day(reader, "opens"),
        _month_day(reader, "due"),
    )
    reader.finish()
    return step


def _month_day(reader: Reader, key: str) -> str:
    written = reader.text(key, "")
    if written and not _is_month_day(written):
        reader.report(Code.WRONG_TYPE, reader.at(key), value=written, expected="month-day")
    return written


def _is_month_day(written: str) -> bool:
    found = _MONTH_DAY.fullmatch(written)
    if found is None:
        return False
    try:
        date(_LEAP_YEAR, int(found[1]), int(found[2]))
    except ValueError:
        return False
    return True
