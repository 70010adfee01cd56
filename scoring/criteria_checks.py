"""What is checked of a criteria table as a whole once it is read (docs/criteria.md, section 11)."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.criteria import CriteriaSet
from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import Section, TableKind, WhenAbsent
from scoring.document import Reader
from scoring.formulas import Formula
from scoring.issues import Code
from scoring.numbers import decimal_comma
from scoring.observed import is_observed
from scoring.ranking_reading import same_quantity
from scoring.taken_names import is_key


def check_table(reader: Reader, table: CriteriaSet) -> None:
    _check_figures(reader, table)
    _check_codes(reader, table)
    _check_left_out(reader, table)
    if table.kind is TableKind.POINTS:
        _check_reach(reader, table)
    for position, tie in same_quantity(table.ranking.chain):
        reader.report(Code.CHAIN_UNREACHED, f"ranking.chain[{position}]", value=tie.text)


def _check_figures(reader: Reader, table: CriteriaSet) -> None:
    """A figure no input declares may come from elsewhere; an input no rule uses is in vain."""
    used: dict[str, str] = {}
    for place, keys in _used_figures(table):
        used |= {key: place for key in keys if key and key not in used}
    declared = {asked.key for asked in table.inputs()}
    for key, place in used.items():
        if not is_key(key) and not key.startswith("@"):
            reader.report(Code.WRONG_TYPE, place, value=key, expected="key")
        elif key not in declared and not is_observed(key):
            reader.report(Code.INPUT_UNDECLARED, place, value=key)
    for key in sorted(declared - used.keys()):
        reader.report(Code.INPUT_UNUSED, f"inputs {key}", value=key)


def _used_figures(table: CriteriaSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where figures are looked at, and which."""
    for leaf in table.leaves():
        whens = (*leaf.max_when, *leaf.most_when, *leaf.thresholds)
        asked = tuple(key for when in whens for key in when.condition.figures())
        yield f"criteria {leaf.code}", (*leaf.rule.figures(), *asked)
    for veto in (*table.vetoes, *table.class_caps):
        yield f"criteria {veto.code}", veto.rule.figures()
    for check in table.checks:
        yield f"checks {check.code}", check.condition.figures()
    for position, one in enumerate(table.exempt):
        yield f"exempt[{position}]", one.condition.figures()
    for place, formula in _of_card(table):
        yield place, formula.figures()
    for position, tie in enumerate(table.ranking.chain):
        yield f"ranking.chain[{position}]", tie.quantity.figures()


def _of_card(table: CriteriaSet) -> Iterator[tuple[str, Formula]]:
    """The formulas that may look at a whole card."""
    for position, band in enumerate(table.classes):
        for requirement in band.requires:
            yield f"classes[{position}].requires", requirement.condition
    for position, tie in enumerate(table.ranking.chain):
        if tie.quantity.formula is not None:
            yield f"ranking.chain[{position}]", tie.quantity.formula


def _check_codes(reader: Reader, table: CriteriaSet) -> None:
    """points("…") and share("…") must name something that has points."""
    known = {leaf.code for leaf in table.leaves()} | {block.code for block in _blocks(table)}
    for place, formula in _of_card(table):
        for code in formula.codes():
            if code not in known:
                listed = ", ".join(sorted(known))
                reader.report(Code.NOT_ONE_OF, place, value=code, known=listed, near="")


def _blocks(table: CriteriaSet) -> Iterator[Block]:
    for node in table.nodes():
        if isinstance(node, Block):
            yield from node.blocks()


def _check_left_out(reader: Reader, table: CriteriaSet) -> None:
    """Where a block has a maximum of its own, what a left-out leaf does to it must be said."""
    for block in _blocks(table):
        held = "weight" if block.weight is not None else ("cap" if block.cap else "")
        for leaf in block.leaves() if held else ():
            if leaf.section is Section.STANDARD and _may_be_excluded(leaf):
                place = f"criteria {leaf.code}"
                reader.report(Code.LEFT_OUT_UNCLEAR, place, block=block.code, held=held)


def _may_be_excluded(leaf: Leaf) -> bool:
    return WhenAbsent.EXCLUDE in (leaf.not_arisen, leaf.not_applicable)


def _check_reach(reader: Reader, table: CriteriaSet) -> None:
    most = _most(table)
    unreached = set()
    for position, band in enumerate(table.classes):
        if most is not None and band.lower is not None and not band.reached_by(most):
            unreached.add(band.name)
            lower, given = decimal_comma(band.lower), decimal_comma(most)
            at = f"classes[{position}].from"
            reader.report(Code.CLASS_UNREACHED, at, name=band.name, value=lower, most=given)
    for position, quota in enumerate(table.quotas):
        if quota.class_name in unreached:
            at = f"quotas[{position}]"
            reader.report(Code.QUOTA_UNREACHED, at, name=quota.class_name)


def _most(table: CriteriaSet) -> Decimal | None:
    """The most the table can give; None: without limit."""
    bonuses = [leaf.max for leaf in table.leaves() if leaf.section is Section.BONUS]
    free = None if None in bonuses else sum(bonuses, Decimal(0))
    held = [most for most in (free, table.bonus_cap) if most is not None]
    above = min(held) if held else None
    total = None if above is None else table.max + above
    limits = [most for most in (total, table.total_cap) if most is not None]
    return min(limits) if limits else None
