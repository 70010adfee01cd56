"""Rules, tables and facts of a few lines, written as a person would write them."""

from decimal import Decimal
from fractions import Fraction

from data_access.yaml_files import load_yaml
from scoring.criteria import CriteriaSet
from scoring.criteria_reading import parse_criteria
from scoring.document import Reader
from scoring.evaluation import evaluate
from scoring.facts import Absent, Appraisal, Figure, UnitFacts, Value
from scoring.issues import Code, Issue
from scoring.periods import parse_period
from scoring.rule_types import RULES_BY_WORD
from scoring.rules.outcome import Figures, NoFigure, Rule, Setting
from scoring.scorecards import Scorecard

Found = list[tuple[str | None, Code]]

HEAD = 'set: thu\nversion: "1"\ntitle: Bảng thử\n'


def raw(text: str) -> object:
    value, issues = load_yaml(text)
    assert not issues, issues
    return value


def places_and_codes(issues: tuple[Issue, ...] | list[Issue]) -> Found:
    return [(found.where.path, found.code) for found in issues]


def read_rule(text: str) -> tuple[Rule, Found]:
    issues: list[Issue] = []
    reader = Reader(raw(text), "rule", issues)
    rule = RULES_BY_WORD[reader.text("type")].parse(reader)
    reader.finish()
    return rule, places_and_codes(issues)


def rule_of(text: str) -> Rule:
    rule, found = read_rule(text)
    assert not [code for _, code in found if code not in (Code.BANDS_OVERLAP,)], found
    return rule


def figures(written: str) -> Figures:
    """ "a=1 b=KPS c=" as the values of one unit."""
    return Figures(values(written))


def values(written: str) -> dict[str, Value]:
    pairs = (word.split("=") for word in written.split())
    return {key: value(text) for key, text in pairs}


def value(text: str) -> Value:
    return Absent(text) if text in ("", "KPS", "KAD") else Decimal(text)


def points(rule: str, written: str, most: str = "3", *, penalty: bool = False) -> Fraction | Absent:
    """What the rule gives for these figures, exact, or why it gives nothing."""
    outcome = rule_of(rule).apply(figures(written), Setting(Fraction(most), penalty))
    return outcome.absent if isinstance(outcome, NoFigure) else outcome.exact


def reason(rule: str, written: str, most: str = "3", *, penalty: bool = False) -> str:
    return rule_of(rule).apply(figures(written), Setting(Fraction(most), penalty)).reason


def found_in(text: str) -> Found:
    """Every mistake of a table, in the order it is reported."""
    return places_and_codes(parse_criteria(raw(text))[1])


def table_of(body: str) -> CriteriaSet:
    table, issues = parse_criteria(raw(HEAD + body))
    assert table is not None, places_and_codes(issues)
    return table


def unit(written: str = "", code: str = "001", **more: object) -> UnitFacts:
    """ "a=1 @appraised.1=2 @claim.1=3 @evidence.1=1" as the facts of one unit."""
    given = values(written)
    return UnitFacts(
        unit=code,
        figures={key: Figure(each) for key, each in given.items() if not _of_a_leaf(key)},
        claims=_by_code("@claim.", given),
        evidence=_by_code("@evidence.", given),
        appraisals={
            key: Appraisal(figure.value, "")
            for key, figure in _by_code("@appraised.", given).items()
            if not isinstance(figure.value, Absent)
        },
        **more,
    )


def _of_a_leaf(key: str) -> bool:
    return key.startswith(("@claim.", "@evidence.", "@appraised."))


def _by_code(mark: str, given: dict[str, Value]) -> dict[str, Figure]:
    return {key.removeprefix(mark): Figure(v) for key, v in given.items() if key.startswith(mark)}


def card(
    table: CriteriaSet, written: str = "", period: str | None = None, **more: object
) -> Scorecard:
    [found] = evaluate(table, [unit(written, **more)], period and parse_period(period))
    return found


def finals(scored: Scorecard) -> dict[str, str | None]:
    return {line.code: None if line.final is None else f"{line.final:f}" for line in scored.lines}


def total(scored: Scorecard) -> str | None:
    return None if scored.total is None else f"{scored.total:f}"
