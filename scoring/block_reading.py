"""Parsing the tree of a criteria table: blocks, and the maximum their children add up to."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from scoring.criteria_leaves import Block, Leaf
from scoring.criteria_terms import Section, TableKind
from scoring.document import Reader
from scoring.issues import Code
from scoring.leaf_reading import Surroundings, parse_leaf
from scoring.numbers import decimal_comma
from scoring.rounding_reading import above_zero, not_negative

_DEEPEST = 6
_OF_POINTS = ("cap", "most", "least", "pick", "weight")


def parse_nodes(
    reader: Reader, key: str, around: Surroundings, *, required: bool = False
) -> tuple[Block | Leaf, ...]:
    return tuple(_node(child, around) for child in reader.children(key, required=required))


def declared_max(
    reader: Reader,
    children: Iterable[Block | Leaf],
    section: Section = Section.STANDARD,
    pick: int | None = None,
) -> Decimal:
    """The printed maximum stands even where the children do not add up to it: real tables
    contradict themselves, and an official decides, not the program."""
    added = _added(children, section, pick)
    declared = not_negative(reader, "max")
    if declared is None:
        return Decimal(0) if added is None else added
    if added is not None and declared != added:
        reader.report(
            Code.SUM_DIFFERS,
            reader.at("max"),
            declared=decimal_comma(declared),
            added=decimal_comma(added),
        )
    return declared


def _node(reader: Reader, around: Surroundings) -> Block | Leaf:
    return _block(reader, around) if reader.has("children") else parse_leaf(reader, around)


def _block(reader: Reader, around: Surroundings) -> Block:
    code = around.taken.code(reader)
    if len(around.blocks) >= _DEEPEST:
        reader.report(Code.VALUE_OUTSIDE, reader.path, value=code, least=1, most=_DEEPEST)
        return Block(code, "", Decimal(0), ())
    if around.kind is TableKind.PASS_FAIL:
        _refuse(reader, _OF_POINTS, around.kind)
    article = reader.text("article", around.article)
    assessor = reader.text("assessor", around.assessor)
    within = replace(around, blocks=(*around.blocks, code), article=article, assessor=assessor)
    children = tuple(_node(child, within) for child in reader.children("children", required=True))
    block = _with_limits(reader, code, children, around)
    reader.finish()
    return replace(block, article=article, assessor=assessor)


def _with_limits(
    reader: Reader, code: str, children: tuple[Block | Leaf, ...], around: Surroundings
) -> Block:
    most, least = reader.optional_number("most"), reader.optional_number("least")
    if most is not None and least is not None and least > most:
        reader.report(Code.VALUE_OUTSIDE, reader.at("least"), value=least, least="−∞", most=most)
    pick = _how_many(reader, "pick", children)
    cap = reader.flag("cap", default=False)
    if cap and not reader.has("max") and _added(children, around.section, pick) is None:
        reader.report(Code.KEY_MISSING, reader.at("max"), key="max")
    return Block(
        code=code,
        text=reader.text("text"),
        max=declared_max(reader, children, around.section, pick),
        children=children,
        cap=cap,
        most=most,
        least=least,
        pick=pick,
        weight=above_zero(reader, "weight"),
        required=_required(reader, children) if around.kind is TableKind.PASS_FAIL else None,
    )


def _how_many(reader: Reader, key: str, children: tuple[Block | Leaf, ...]) -> int | None:
    if not reader.has(key):
        return None
    return reader.whole(key, 1, 1, max(1, len(children)))


def _required(reader: Reader, children: tuple[Block | Leaf, ...]) -> int | None:
    return None if reader.is_word("required", "all") else _how_many(reader, "required", children)


def _refuse(reader: Reader, keys: tuple[str, ...], kind: TableKind) -> None:
    for key in keys:
        if reader.has(key):
            reader.report(Code.KEY_NOT_FOR_KIND, reader.at(key), key=key, kind=kind.value)


def _added(children: Iterable[Block | Leaf], section: Section, pick: int | None) -> Decimal | None:
    """What the children can give together; None: without limit."""
    most = [_contributed(child) for child in children if _counts(child, section)]
    if None in most:
        return None
    counted = most if pick is None else sorted(most, reverse=True)[:pick]
    return sum(counted, Decimal(0))


def _contributed(child: Block | Leaf) -> Decimal | None:
    if isinstance(child, Leaf):
        return child.max
    return child.max if child.weight is None else child.weight


def _counts(child: Block | Leaf, section: Section) -> bool:
    """A bonus or penalty inside a block of criteria does not add to its maximum."""
    return isinstance(child, Block) or child.section is section
