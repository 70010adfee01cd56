"""`qcdc rank` and `qcdc score` for every period of the demonstration equal the oracle, which is
given nothing but the raw rows of the database and the texts of the two documents."""

import json
import sqlite3
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import yaml
from click.testing import CliRunner

from dashboard.cli.main import main
from tests import oracle

PERIODS = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022"]
LAST_DAYS = {
    1: date(2022, 3, 31),
    2: date(2022, 6, 30),
    3: date(2022, 9, 30),
    4: date(2022, 12, 31),
}
FORMS = ("tu-cham", "tien-do")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def qcdc(url: str, *words: str) -> list | dict:
    result = CliRunner().invoke(main, ["--database", url, *words, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def rows(url: str, question: str, *values: object) -> list[tuple]:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        return connection.execute(question, values).fetchall()


def quarter_of(period: str) -> int:
    return int(period[-1]) if "Q" in period else 4


def facts_of(url: str, period: str) -> dict[str, dict[str, str]]:
    facts = {
        code: {"@group": group}
        for code, group in rows(
            url, "select code, group_ from unit where kind = 'ban-chi-dao-huyen'"
        )
    }
    for unit, answers in facts.items():
        answers |= reported(url, unit, f"2022-Q{quarter_of(period)}")
        if len(answers) > 1:
            answers |= appraised(url, unit, period)
            answers |= observed(url, unit, quarter_of(period))
    return facts


def reported(url: str, unit: str, quarter: str) -> dict[str, str]:
    latest = rows(
        url,
        "select max(id) from submission where accepted and form = 'tu-cham' and unit = ?"
        " and period = ?",
        unit,
        quarter,
    )[0][0]
    found = {}
    for key, value in rows(url, "select key, value from entry where submission = ?", latest):
        if key.startswith("@note."):
            continue
        found[key] = "1" if key.startswith("@evidence.") else value
    return found


def appraised(url: str, unit: str, period: str) -> dict[str, str]:
    """The latest of the highest round counts."""
    question = (
        "select criterion, points from appraisal where unit = ? and period = ? order by round, id"
    )
    return {f"@appraised.{code}": points for code, points in rows(url, question, unit, period)}


def observed(url: str, unit: str, quarter: int) -> dict[str, str]:
    found = {}
    for form in FORMS:
        days, missed = [], 0
        for number in range(1, quarter + 1):
            first = rows(
                url,
                "select min(received) from submission where accepted and form = ? and unit = ?"
                " and period = ?",
                form,
                unit,
                f"2022-Q{number}",
            )[0][0]
            if first is None:
                missed += 1
                continue
            due = LAST_DAYS[number] + timedelta(days=12)
            came = datetime.fromisoformat(first).astimezone(HANOI).date()
            days.append(max(0, (came - due).days))
        found[f"@missed.{form}"] = str(missed)
        if days:
            found[f"@days_late.{form}"] = str(sum(days))
    return found


def main_table(url: str) -> dict:
    """The newest of those whose self-score is the form tu-cham."""
    texts = rows(url, "select document from criteria_set order by id desc")
    tables = [oracle.load_set(text) for (text,) in texts]
    return next(table for table in tables if table.get("form", "tu-cham") == "tu-cham")


@pytest.mark.parametrize("period", PERIODS)
def test_every_period_equals_the_oracle(demo_url: str, period: str) -> None:
    table, facts = main_table(demo_url), facts_of(demo_url, period)
    expected = oracle.ranking(table, facts, period)
    found = qcdc(demo_url, "rank", "--period", period)
    assert [
        (place["rank"], place["unit"], place["total"], place["class"]) for place in found["places"]
    ] == [(p["rank"], p["unit"], p["total"], p["class"]) for p in expected["places"]]
    assert sorted(one["unit"] for one in found["unranked"]) == expected["unranked"]
    cards = {card["unit"]: card for card in oracle.scorecards(table, facts, period)}
    for card in qcdc(demo_url, "score", "--period", period):
        if card["total"] is not None:
            finals = {line["code"]: line["final"] for line in card["lines"]}
            truth = {line["code"]: line["final"] for line in cards[card["unit"]]["lines"]}
            assert finals == truth, card["unit"]


def test_the_due_days_the_oracle_assumes_are_the_programmes(demo_url: str) -> None:
    text = rows(demo_url, "select document from programme")[0][0]
    programme = yaml.safe_load(text)
    scored = [report for report in programme["reports"] if report["form"] in FORMS]
    assert {report["form"]: report["due_days_after"] for report in scored} == dict.fromkeys(
        FORMS, 12
    )
