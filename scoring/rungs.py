"""Where units stand: rungs of units that nothing parts, and what parted those with equal totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from scoring.criteria_classes import RankingRule
from scoring.criteria_terms import Ties
from scoring.numbers import decimal_comma
from scoring.ties import Scored, TieKeys

_WAITS = "Chưa phân định được thứ, chờ tập thể Ban Chỉ đạo quyết định"
_DECIDED = "quyết định của tập thể Ban Chỉ đạo"

# One measure of where a unit stands, the smaller the better: whether it has no answer, its value.
Stand = tuple[bool, Decimal | Fraction | int]
_NO_ANSWER: Stand = (True, 0)


@dataclass(frozen=True)
class Rung:
    """Units that nothing parts: by total, by each indicator of the chain, by people's order."""

    stands: tuple[Stand, ...]
    units: tuple[Scored, ...]

    def parted_from(self, other: "Rung") -> int:
        """Which measure parts them: 0 the total, then the indicators of the chain, in order."""
        pairs = zip(self.stands, other.stands, strict=True)
        return next(index for index, (own, others) in enumerate(pairs) if own != others)


def rungs_of(
    scored: Sequence[Scored], rule: RankingRule, keys: Mapping[str, TieKeys]
) -> list[Rung]:
    """Best first; inside a rung by unit code, so that nothing depends on the order given."""
    stands = {one.unit: _stands(one, rule, keys.get(one.unit)) for one in scored}
    ordered = sorted(scored, key=lambda one: (stands[one.unit], one.unit))
    found = groupby(ordered, key=lambda one: stands[one.unit])
    return [Rung(stood, tuple(units)) for stood, units in found]


def _stands(one: Scored, rule: RankingRule, keys: TieKeys | None) -> tuple[Stand, ...]:
    # Negated without arithmetic, which would round to the thread's precision.
    total = (False, 0 if one.total is None else one.total.copy_negate())
    if rule.ties is not Ties.CHAIN:
        return (total,)
    values = keys.values if keys else (None,) * len(rule.chain)
    chain = (_stand(value, tie.high) for tie, value in zip(rule.chain, values, strict=True))
    order = keys.order if keys and rule.manual else None
    return total, *chain, _stand(order, high=False)


def _stand(value: Decimal | Fraction | None, high: bool) -> Stand:
    if value is None:
        return _NO_ANSWER
    return False, -value if high else value


def how_placed(
    one: Scored,
    rung: Rung,
    beside: Sequence[Rung],
    rule: RankingRule,
    keys: Mapping[str, TieKeys],
) -> str:
    """What parted a unit from those right above and below it with the same total."""
    if rule.ties is not Ties.CHAIN:
        return ""
    parted = sorted({rung.parted_from(other) for other in beside} - {0})
    said = [_parted_by(index, one, rule, keys) for index in parted]
    if one.total is None and 1 not in parted and rule.chain:
        said.insert(0, _parted_by(1, one, rule, keys))
    waits = rule.manual and rung.stands[-1] == _NO_ANSWER and len(rung.units) > 1
    words = f"Xếp thứ theo {'; '.join(said)}" if said else ""
    return joined(words, _WAITS if waits else "")


def _parted_by(index: int, one: Scored, rule: RankingRule, keys: Mapping[str, TieKeys]) -> str:
    if index > len(rule.chain):
        return _DECIDED
    found = keys[one.unit].values[index - 1] if one.unit in keys else None
    value = "chưa có số liệu" if found is None else decimal_comma(found)
    return f"{rule.chain[index - 1].text}: {value}"


def joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)
