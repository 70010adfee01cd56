"""The rule types. A new one costs its own file and one line here."""

from scoring.rules.assessed import Assessed
from scoring.rules.bands import Bands
from scoring.rules.checklist import Checklist
from scoring.rules.count import Count
from scoring.rules.days_late import DaysLate
from scoring.rules.deduction import Deduction
from scoring.rules.outcome import Rule
from scoring.rules.proportional import Proportional
from scoring.rules.steps import Steps
from scoring.rules.yes_no import YesNo

RULES: tuple[type[Rule], ...] = (
    YesNo,
    Bands,
    Proportional,
    Steps,
    Count,
    Deduction,
    DaysLate,
    Checklist,
    Assessed,
)

RULES_BY_WORD = {rule.word: rule for rule in RULES}
