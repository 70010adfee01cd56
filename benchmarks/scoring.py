"""How fast units are scored and ranked, beside pandas on the same facts in the same run.

python -m benchmarks.scoring --runs 5
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import click
import pandas

# So that it also runs as a file: benchmarks and tests are folders beside it, not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.machine import machine
from benchmarks.scored_table import MAX, Sort, criteria, facts, frame, points_in_pandas
from scoring.criteria import CriteriaSet
from scoring.evaluation import evaluate, standings
from scoring.facts import Figure, UnitFacts
from scoring.ranking import Ranking, rank, ranked
from scoring.robustness import robustness
from scoring.scorecards import Standing

PROVINCE, COUNTRY = 168, 3321
_ROW = "{:<58}{:>10}{:>10}{:>12}"
_Coded = Sequence[tuple[str, Sort]]


@click.command()
@click.option("--runs", default=5, show_default=True, help="Of each; the re-weightings once.")
def main(runs: int) -> None:
    click.echo(machine("pandas", "numpy"))
    table, coded = criteria()
    country = facts(coded, COUNTRY)
    province = facts(coded, PROVINCE)
    click.echo(f"\n{len(coded)} criteria; times of one core in ms")
    click.echo(_ROW.format("", "best", "p50", "pandas p50"))
    _rankings(table, coded, province, "a province", runs)
    _rankings(table, coded, country, "the country", runs)
    _words(table, province, runs)
    _one_return(table, country, runs)
    _reweightings(table, coded, province)
    _differences(table, coded, country)


def _rankings(
    table: CriteriaSet, coded: _Coded, known: Sequence[UnitFacts], name: str, runs: int
) -> None:
    rows = frame(known)
    ours = _timed(lambda: ranked(table, known, None), runs)
    theirs = _timed(lambda: _ranked_by_pandas(rows, coded), runs)
    _print(f"{name}: {len(known):,} units scored, classed, ranked", ours, theirs)


def _words(table: CriteriaSet, known: Sequence[UnitFacts], runs: int) -> None:
    _print(
        "a province: every card with its words", _timed(lambda: evaluate(table, known, None), runs)
    )
    one = {known[0].unit}
    _print("a province: one card", _timed(lambda: evaluate(table, known, None, one), runs))


def _one_return(table: CriteriaSet, known: Sequence[UnitFacts], runs: int) -> None:
    """A unit's figures change: it is scored again with those it is compared with, its group, and
    all are ranked again."""
    before = standings(table, known, None)
    changed = {one.unit: one for one in known} | {known[0].unit: _another(known[0])}

    def again() -> Ranking:
        group = {one.unit for one in known if one.group == known[0].group}
        new = {one.unit: one for one in standings(table, tuple(changed.values()), None, group)}
        after: list[Standing] = [new.get(one.unit, one) for one in before]
        return rank(after, table.ranking)

    _print("the country: one new return, its group scored, all ranked", _timed(again, runs))


def _another(one: UnitFacts) -> UnitFacts:
    random = Random(1)
    moved = {key: Figure(each.value + random.randint(0, 1)) for key, each in one.figures.items()}
    return replace(one, figures=moved)


def _reweightings(table: CriteriaSet, coded: _Coded, known: Sequence[UnitFacts]) -> None:
    rows = frame(known)
    ours = _timed(lambda: robustness(table, known, None), 1)
    theirs = _timed(lambda: _reweighted_by_pandas(rows, coded), 1)
    _print("a province: robustness, 1,000 re-weightings and more", ours, theirs)


def _ranked_by_pandas(rows: pandas.DataFrame, coded: _Coded) -> pandas.DataFrame:
    total = points_in_pandas(rows, coded).sum(axis=1).round(2)
    place = total.groupby(rows["group"]).rank(method="min", ascending=False)
    return pandas.DataFrame({"total": total, "rank": place.astype(int)})


def _reweighted_by_pandas(rows: pandas.DataFrame, coded: _Coded) -> list[pandas.Series]:
    points, random = points_in_pandas(rows, coded), Random(2022)
    return [
        (points * [random.uniform(0.8, 1.2) for _ in coded])
        .sum(axis=1)
        .round(2)
        .groupby(rows["group"])
        .rank(method="min", ascending=False)
        for _ in range(1000)
    ]


def _differences(table: CriteriaSet, coded: _Coded, known: Sequence[UnitFacts]) -> None:
    """What floating point costs: the exact totals and places that pandas does not find."""
    found = ranked(table, known, None).ranking.places
    theirs = _ranked_by_pandas(frame(known), coded)
    totals = sum(Decimal(str(theirs.total[one.unit])) != one.total for one in found)
    places = sum(int(theirs["rank"][one.unit]) != one.rank for one in found)
    click.echo(
        f"\npandas in floating point: {totals} of {len(found):,} totals and {places} places "
        f"are not the exact ones (of {MAX * len(coded)} points, rounded to cents)"
    )


def _timed(what: Callable[[], object], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        start = time.process_time()
        what()
        times.append((time.process_time() - start) * 1000)
    return times


def _print(name: str, times: Sequence[float], rival: Sequence[float] | None = None) -> None:
    beside = f"{statistics.median(rival):,.1f}" if rival else ""
    best, middle = f"{min(times):,.1f}", f"{statistics.median(times):,.1f}"
    click.echo(_ROW.format(name, best, middle, beside))


if __name__ == "__main__":
    main()
