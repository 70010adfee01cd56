"""The table and the facts that scoring is measured on: 60 criteria of every sort, whose figures
mostly differ from unit to unit; each sort also as a person would write it for pandas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

import pandas
import yaml

from data_access.criteria_files import criteria_from_text
from scoring.criteria import CriteriaSet
from scoring.facts import Appraisal, Figure, UnitFacts

MAX = 2
GROUPS = 63
Draw = Callable[[Random], Decimal | int]
Column = Callable[[str], pandas.Series]


@dataclass(frozen=True)
class Sort:
    """A sort of criterion: how often it comes, its rule and figures under a key of its own, and
    its points in pandas. `column("")` is the first figure, `column("b")` the one of that suffix."""

    times: int
    rule: Callable[[str], dict]
    figures: dict[str, Draw]
    in_pandas: Callable[[Column], pandas.Series]


def whole(least: int, most: int) -> Draw:
    return lambda random: random.randint(least, most)


def cents(least: int, most: int) -> Draw:
    return lambda random: Decimal(random.randint(100 * least, 100 * most)) / 100


YES = {"": lambda random: random.choice((0, 1, 1, 1))}
SHARE = {"": whole(900, 5000), "b": whole(5000, 6000)}
SCORE = {"": cents(30, 100)}
FEW = {"": whole(0, 9)}
LADDER = [(95, "2"), (80, "1.5"), (60, "1"), (40, "0.5")]
BANDS = [{"from": start, "points": float(points)} for start, points in LADDER]


def on_ladder(values: pandas.Series) -> pandas.Series:
    edges = [-float("inf"), *(start for start, _ in reversed(LADDER)), float("inf")]
    points = [0.0, *(float(points) for _, points in reversed(LADDER))]
    return pandas.cut(values, edges, right=False, labels=points, ordered=False).astype(float)


def share(column: Column) -> pandas.Series:
    return column("") / column("b") * 100


SORTS = (
    Sort(7, lambda k: {"type": "yes_no", "figure": k}, YES, lambda c: c("") * MAX),
    Sort(
        6,
        lambda k: {"type": "bands", "percent": {"part": k, "whole": k + "b"}, "bands": BANDS},
        SHARE,
        lambda c: on_ladder(share(c)),
    ),
    Sort(
        4,
        lambda k: {"type": "bands", "figure": k, "bands": BANDS},
        SCORE,
        lambda c: on_ladder(c("")),
    ),
    Sort(
        7,
        lambda k: {"type": "proportional", "part": k, "whole": k + "b"},
        SHARE,
        lambda c: share(c) / 100 * MAX,
    ),
    Sort(
        3,
        lambda k: {"type": "steps", "figure": k, "from": 50, "step": 5, "points": 0.2},
        SCORE,
        lambda c: (c("") - 50) // 5 * 0.2,
    ),
    Sort(
        2,
        lambda k: {"type": "steps", "figure": k, "from": 50, "points": 0.03, "whole_steps": False},
        SCORE,
        lambda c: (c("") - 50) * 0.03,
    ),
    Sort(3, lambda k: {"type": "count", "figure": k, "points": 0.25}, FEW, lambda c: c("") * 0.25),
    Sort(
        4,
        lambda k: {"type": "deduction", "figure": k, "points": 0.3},
        FEW,
        lambda c: MAX - c("") * 0.3,
    ),
    Sort(
        4,
        lambda k: {"type": "checklist", "items": [k + suffix for suffix in "abcdefg"]},
        dict.fromkeys("abcdefg", YES[""]),
        lambda c: sum(c(suffix) for suffix in "abcdefg") / 7 * MAX,
    ),
    Sort(
        3,
        lambda k: {"type": "options", "figure": k, "points": [2, 1.25, 0.5]},
        {"": whole(1, 3)},
        lambda c: c("").map({1: 2.0, 2: 1.25, 3: 0.5}),
    ),
    Sort(
        2,
        lambda k: {
            "type": "table",
            "rows": {"percent": {"part": k, "whole": k + "b"}, "bands": [{"from": 50}, {}]},
            "columns": {"figure": k + "b", "bands": [{"from": 5500}, {}]},
            "points": [[2, 1.5], [1, 0.5]],
        },
        SHARE,
        lambda c: 0.5 + (share(c) >= 50) * 1.0 + (c("b") >= 5500) * 0.5,
    ),
    Sort(
        3,
        lambda k: {
            "type": "sample",
            "good": k,
            "asked": k + "b",
            "size": 50,
            "points": 0.04,
            "fewer": "pro_rata",
        },
        {"": whole(0, 40), "b": whole(40, 60)},
        lambda c: c("") * 0.04 * 50 / c("b"),
    ),
    Sort(
        2,
        lambda k: {"type": "versus_mean", "figure": k},
        SCORE,
        lambda c: (c("") >= c("").groupby(c("group")).transform("mean")) * MAX,
    ),
    Sort(
        1,
        lambda k: {"type": "versus_leader", "figure": k},
        SCORE,
        lambda c: c("") / c("").groupby(c("group")).transform("max") * MAX,
    ),
    Sort(
        2,
        lambda k: {"type": "condition", "when": f"{k} * 2 >= {k}b"},
        SHARE,
        lambda c: (c("") * 2 >= c("b")) * MAX,
    ),
    Sort(
        3,
        lambda k: {"type": "expression", "formula": f"{k} / {k}b * 1.5 + 0.25"},
        SHARE,
        lambda c: c("") / c("b") * 1.5 + 0.25,
    ),
    Sort(
        2,
        lambda k: {
            "type": "cases",
            "cases": [
                {
                    "when": f"{k}g = 1",
                    "rule": {"type": "proportional", "part": k, "whole": k + "b"},
                }
            ],
            "otherwise": 0.5,
        },
        SHARE | {"g": YES[""]},
        lambda c: (share(c) / 100 * MAX).where(c("g") == 1, 0.5),
    ),
    Sort(2, lambda k: {"type": "assessed"}, {}, lambda c: c("appraised")),
)


def criteria() -> tuple[CriteriaSet, Sequence[tuple[str, Sort]]]:
    """The table, and of each of its criteria the code and the sort."""
    sorts = [sort for sort in SORTS for _ in range(sort.times)]
    Random(60).shuffle(sorts)
    coded = [(f"{at // 10 + 1}.{at % 10 + 1}", sort) for at, sort in enumerate(sorts)]
    blocks = [
        {
            "code": str(at // 10 + 1),
            "text": f"Nhóm {at // 10 + 1}",
            "children": [_leaf(code, sort) for code, sort in coded[at : at + 10]],
        }
        for at in range(0, len(coded), 10)
    ]
    bands = [
        {"name": "Tốt", "from": 90, "requires": ["no_zero"]},
        {"name": "Khá", "from": 60},
        {"name": "Yếu"},
    ]
    written = {"set": "do-toc-do", "version": "1", "title": "Đo tốc độ", "criteria": blocks}
    table, issues = criteria_from_text(yaml.safe_dump(written | {"classes": bands}))
    assert table is not None, issues
    return table, coded


def _leaf(code: str, sort: Sort) -> dict:
    key = _key(code)
    inputs = [
        {"key": key + suffix, "label": key + suffix, "kind": "number"} for suffix in sort.figures
    ]
    return {
        "code": code,
        "text": f"Tiêu chí {code}",
        "max": MAX,
        "rule": sort.rule(key),
        "inputs": inputs,
    }


def _key(code: str) -> str:
    return "k" + code.replace(".", "_")


def facts(coded: Sequence[tuple[str, Sort]], units: int) -> tuple[UnitFacts, ...]:
    """So many units in 63 groups, every figure drawn for each of them."""
    random = Random(2022)
    return tuple(_unit(f"{number:05}", coded, random) for number in range(units))


def _unit(code: str, coded: Sequence[tuple[str, Sort]], random: Random) -> UnitFacts:
    figures, appraisals = {}, {}
    for leaf, sort in coded:
        for suffix, draw in sort.figures.items():
            figures[_key(leaf) + suffix] = Figure(Decimal(draw(random)))
        if not sort.figures:
            appraisals[leaf] = Appraisal(Decimal(random.randint(0, 8)) / 4, "")
    group = f"Cụm {int(code) % GROUPS}"
    return UnitFacts(code, f"Đơn vị {code}", group, figures=figures, appraisals=appraisals)


def frame(known: Sequence[UnitFacts]) -> pandas.DataFrame:
    """The same facts as a person would have them: a row for each unit, floating point."""
    rows = [
        {key: float(figure.value) for key, figure in one.figures.items()}
        | {f"appraised.{code}": float(given.points) for code, given in one.appraisals.items()}
        | {"group": one.group}
        for one in known
    ]
    return pandas.DataFrame(rows, index=[one.unit for one in known])


def points_in_pandas(
    found: pandas.DataFrame, coded: Sequence[tuple[str, Sort]]
) -> pandas.DataFrame:
    """Points of each criterion, rounded to cents."""
    points = {code: sort.in_pandas(_column(found, code)) for code, sort in coded}
    return pandas.DataFrame(points).clip(0, MAX).round(2)


def _column(found: pandas.DataFrame, code: str) -> Column:
    names = {"group": "group", "appraised": f"appraised.{code}"}
    return lambda suffix: found[names.get(suffix, _key(code) + suffix)]
