"""The states of all duties on a day, worked out again: slow, obvious, sharing no code.

Written from docs/deadlines.md, section 2. It reads the programmes' YAML and the raw rows of the
database; the last days on time come from what was read by hand (test_deadlines.py) where the plan
says them in words.
"""

from datetime import UTC, date, datetime, timedelta, timezone

import yaml
from sqlalchemy import Engine, text

HANOI = timezone(timedelta(hours=7))
Duty = tuple[str, str, str, str, str]  # programme, unit, task, form, period
LAST_DAYS = {"Q1": (3, 31), "Q2": (6, 30), "Q3": (9, 30), "Q4": (12, 31), "Y": (12, 31)}


def states_on(
    engine: Engine, due: dict[Duty, date | None], day: date, on_request: set[Duty]
) -> dict[Duty, str]:
    """`due`: the last day on time of every duty, by hand; `on_request`: those nobody asked for."""
    rows = _rows(engine)
    waiting = {duty: "exempt" if _exempt(rows, duty, day) else "not_arisen" for duty in on_request}
    return {duty: _state(rows, duty, last, day) for duty, last in due.items()} | waiting


def duties(engine: Engine) -> dict[Duty, dict]:
    """Every duty of every programme, with the part of the plan it comes from."""
    rows, found = _rows(engine), {}
    for plan in rows["programmes"]:
        issuer = plan["issuer"]
        tree = {code for code in rows["units"] if issuer in _above(rows, code)}
        if tree == {issuer}:
            tree = {
                one for one in rows["units"] if _above(rows, one)[-1] == _above(rows, issuer)[-1]
            }
        for part in (*plan.get("tasks", ()), *plan.get("reports", ())):
            for unit in _bound(plan, part, rows, tree):
                for period in _periods(plan, part):
                    key = (plan["programme"], unit, part.get("no", ""), part.get("form", ""))
                    found[(*key, period)] = part
    return found


def _bound(plan: dict, part: dict, rows: dict, tree: set[str]) -> list[str]:
    """Who owes it: all of a kind in the issuer's tree, and those named."""
    rule = part.get("debtors") or {}
    return [
        code
        for code, unit in rows["units"].items()
        if code in rule.get("units", ()) or (unit["kind"] in rule.get("kinds", ()) and code in tree)
    ]


def _periods(plan: dict, part: dict) -> list[str]:
    year = plan["year"]
    if "form" in part:
        marks = part.get("periods", ["Q1", "Q2", "Q3", "Q4"])
        return [str(year) if mark == "Y" else f"{year}-{mark}" for mark in marks]
    words = part.get("when", "")
    quarters = {"I/": 1, "II/": 2, "III/": 3, "IV/": 4}
    if "quý" in words.lower() and "/" in words:
        roman = words.lower().split("quý ")[1].split("/")[0].upper() + "/"
        return [f"{year}-Q{quarters[roman]}"]
    if words.startswith("Định kỳ 06 tháng"):
        return [f"{year}-Q2", f"{year}-Q4"]
    return [str(year)]


def _state(rows: dict, duty: Duty, last: date | None, day: date) -> str:
    programme, unit, task, form, period = duty
    if _exempt(rows, duty, day):
        return "exempt"
    met, not_arisen = _met(rows, duty, day)
    if not_arisen:
        return "not_arisen"
    granted = [one["until"] for one in rows["extensions"] if _same(one, duty) and one["day"] <= day]
    longest = max([last, *granted]) if last is not None and granted else last
    if met is not None:
        return "late" if longest is not None and met > longest else "on_time"
    if longest is None:
        return "no_deadline"
    if day > longest:
        return "overdue"
    if granted and day > last:
        return "extended"
    return "due_soon" if (longest - day).days <= 14 else "not_due"


def _met(rows: dict, duty: Duty, day: date) -> tuple[date | None, bool]:
    programme, unit, task, form, period = duty
    if form:
        first = [one["counted"][programme] for one in _handed_in(rows, form, unit, period, day)]
        return (min(first), False) if first else (None, False)
    return _task_met(rows, programme, unit, task, day)


def _task_met(
    rows: dict, programme: str, unit: str, task: str, day: date
) -> tuple[date | None, bool]:
    """The newest report of each quarter; the latest quarter's word decides."""
    said = []
    for quarter in range(1, 5):
        period = f"{rows['years'][programme]}-Q{quarter}"
        versions = [
            one
            for one in _handed_in(rows, "tien-do", unit, period, day)
            if one["version"] == programme
        ]
        if versions:
            newest = max(versions, key=lambda one: one["id"])
            cells = rows["entries"].get(newest["id"], {})
            state = cells.get(f"task.{task}.state")
            if state:
                done = cells.get(f"task.{task}.completed_on")
                said.append((state, done and date.fromisoformat(done), newest))
    if not said:
        return None, False
    state, done, newest = said[-1]
    if state == "not_arisen":
        return newest["counted"][programme], True
    if state != "done":
        return None, False
    if done:
        return done, False
    run = []
    for state, _, one in reversed(said):
        if state != "done":
            break
        run.append(one["counted"][programme])
    return run[-1], False


def _handed_in(rows: dict, form: str, unit: str, period: str, day: date) -> list[dict]:
    return [
        one
        for one in rows["returns"].get((form, unit, period), ())
        if one["day"] <= day and (one["withdrawn"] is None or one["withdrawn"] > day)
    ]


def _exempt(rows: dict, duty: Duty, day: date) -> bool:
    programme, unit, task, form, period = duty
    for plan in rows["programmes"]:
        for one in plan.get("exempt", ()):
            whole = "task" not in one and "form" not in one
            this = (task and one.get("task") == task) or (form and one.get("form") == form)
            if plan["programme"] == programme and one["unit"] == unit and (whole or this):
                return True
    words = [one for one in rows["exemptions"] if _covers(one, duty) and one["day"] <= day]
    latest: dict[tuple, str] = {}
    for one in words:
        latest[(one["task"], one["form"], one["period"])] = one["kind"]
    return "exempt" in latest.values()


def _same(one: dict, duty: Duty) -> bool:
    named = (one["programme"], one["unit"], one["task"], one["form"], one["period"])
    return named == duty


def _covers(one: dict, duty: Duty) -> bool:
    programme, unit, task, form, period = duty
    whole = not one["task"] and not one["form"]
    this = (one["task"] and one["task"] == task) or (one["form"] and one["form"] == form)
    when = not one["period"] or one["period"] == period
    return one["programme"] == programme and one["unit"] == unit and (whole or this) and when


def _above(rows: dict, code: str) -> list[str]:
    """The unit itself, the one above it, and so on to the top."""
    found = [code]
    while rows["units"][found[-1]]["parent"]:
        found.append(rows["units"][found[-1]]["parent"])
    return found


_KEPT: dict[str, dict] = {}


def _rows(engine: Engine) -> dict:
    """Everything there is, read once: the tests that ask for every day would never end."""
    with engine.connect() as connection:
        version = connection.execute(
            text("select value from setting where key = 'data_version'")
        ).scalar()
        if version not in _KEPT:
            _KEPT.clear()
            _KEPT[version] = _read(connection)
    return _KEPT[version]


def _read(connection) -> dict:  # noqa: ANN001
    def rows(sql: str) -> list[dict]:
        return [dict(row) for row in connection.execute(text(sql)).mappings()]

    texts = rows("select code, document from programme order by id")
    plans = [
        yaml.safe_load(one) for one in {row["code"]: row["document"] for row in texts}.values()
    ]
    for plan in plans:
        for task in plan.get("tasks", ()):
            task["no"] = task.pop(False)  # YAML 1.1 reads the key "no" as a truth value.
    entries: dict[int, dict] = {}
    for one in rows("select submission, key, value from entry where key like 'task.%'"):
        entries.setdefault(one["submission"], {})[one["key"]] = one["value"]
    returns: dict[tuple, list] = {}
    for one in rows("select * from submission where accepted order by id"):
        received = _moment(one["received"]).date()
        arrived = _day(one["arrived"])
        counted = {}
        for plan in plans:
            by_arrival = plan.get("lateness") == "arrival" and arrived is not None
            counted[plan["programme"]] = min(arrived, received) if by_arrival else received
        kept = {
            "id": one["id"],
            "version": one["form_version"],
            "day": received,
            "withdrawn": _moment(one["withdrawn"]).date() if one["withdrawn"] else None,
            "counted": counted,
        }
        returns.setdefault((one["form"], one["unit"], one["period"]), []).append(kept)
    return {
        "programmes": plans,
        "years": {plan["programme"]: plan["year"] for plan in plans},
        "units": {one["code"]: one for one in rows("select * from unit")},
        "returns": returns,
        "entries": entries,
        "extensions": [_dated(one) for one in rows("select * from extension order by id")],
        "exemptions": [_dated(one) for one in rows("select * from exemption order by id")],
    }


def _dated(one: dict) -> dict:
    until = {"until": _day(one["until"])} if "until" in one else {}
    return one | until | {"day": _moment(one["at"]).date()}


def _moment(written: object) -> datetime:
    """Kept as text in UTC."""
    if isinstance(written, datetime):
        return written.astimezone(HANOI)
    found = datetime.fromisoformat(str(written).replace("Z", "+00:00"))
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found.astimezone(HANOI)


def _day(written: object) -> date | None:
    if written is None or isinstance(written, date):
        return written
    return date.fromisoformat(str(written))
