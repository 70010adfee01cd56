"""The rule types. A new one costs its own file and one line here."""

from scoring.rules.assessed import Assessed
from scoring.rules.bands import Bands
from scoring.rules.cases import Cases
from scoring.rules.checklist import Checklist
from scoring.rules.combine import Combine
from scoring.rules.condition import Condition
from scoring.rules.count import Count
from scoring.rules.days_late import DaysLate
from scoring.rules.deadline import Deadline
from scoring.rules.deduction import Deduction
from scoring.rules.expression import Expression
from scoring.rules.options import Options
from scoring.rules.outcome import Rule
from scoring.rules.proportional import Proportional
from scoring.rules.sample import Sample
from scoring.rules.steps import Steps
from scoring.rules.table import Table
from scoring.rules.versus_leader import VersusLeader
from scoring.rules.versus_mean import VersusMean
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
    Options,
    Table,
    Sample,
    VersusMean,
    VersusLeader,
    Deadline,
    Condition,
    Expression,
    Cases,
    Combine,
    Assessed,
)

RULES_BY_WORD = {rule.word: rule for rule in RULES}
