"""What can be wrong with what a person gave us, and what is not allowed now: codes only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """One kind of mistake; its Vietnamese sentence, with the remedy, is in dashboard/wording.py."""

    FILE_EMPTY = "FILE_EMPTY"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    FILE_NOT_A_WORKBOOK = "FILE_NOT_A_WORKBOOK"
    FILE_ENCRYPTED = "FILE_ENCRYPTED"
    FILE_UNREADABLE = "FILE_UNREADABLE"
    NO_MARK = "NO_MARK"
    UNKNOWN_FORM = "UNKNOWN_FORM"
    UNKNOWN_UNIT = "UNKNOWN_UNIT"
    UNKNOWN_PERIOD = "UNKNOWN_PERIOD"
    WRONG_VERSION = "WRONG_VERSION"
    SHEET_MISSING = "SHEET_MISSING"
    HEADING_MISSING = "HEADING_MISSING"
    HEADING_TWICE = "HEADING_TWICE"
    ROW_MISSING = "ROW_MISSING"
    ROW_TWICE = "ROW_TWICE"
    ROW_UNKNOWN = "ROW_UNKNOWN"
    MISSING_VALUE = "MISSING_VALUE"
    NOT_A_NUMBER = "NOT_A_NUMBER"
    AMBIGUOUS_NUMBER = "AMBIGUOUS_NUMBER"
    NOT_WHOLE = "NOT_WHOLE"
    TOO_MANY_PLACES = "TOO_MANY_PLACES"
    LESS_THAN_ALLOWED = "LESS_THAN_ALLOWED"
    MORE_THAN_ALLOWED = "MORE_THAN_ALLOWED"
    NOT_A_CHOICE = "NOT_A_CHOICE"
    NOT_A_DATE = "NOT_A_DATE"
    DATE_OUTSIDE = "DATE_OUTSIDE"
    ABSENT_NOT_ALLOWED = "ABSENT_NOT_ALLOWED"
    TEXT_TOO_LONG = "TEXT_TOO_LONG"
    FORMULA_WITHOUT_VALUE = "FORMULA_WITHOUT_VALUE"
    ERROR_CELL = "ERROR_CELL"
    PART_EXCEEDS_WHOLE = "PART_EXCEEDS_WHOLE"
    CLAIM_ABOVE_MAX = "CLAIM_ABOVE_MAX"
    DATE_WITHOUT_COMPLETION = "DATE_WITHOUT_COMPLETION"

    NOT_YAML = "NOT_YAML"
    KEY_MISSING = "KEY_MISSING"
    KEY_UNKNOWN = "KEY_UNKNOWN"
    WRONG_TYPE = "WRONG_TYPE"
    NOT_ONE_OF = "NOT_ONE_OF"
    UNKNOWN_RULE = "UNKNOWN_RULE"
    CODE_TWICE = "CODE_TWICE"
    VALUE_OUTSIDE = "VALUE_OUTSIDE"
    SUM_DIFFERS = "SUM_DIFFERS"
    BEST_DIFFERS = "BEST_DIFFERS"
    BANDS_OVERLAP = "BANDS_OVERLAP"
    BANDS_LEAVE_HOLE = "BANDS_LEAVE_HOLE"
    CLASSES_LEAVE_HOLE = "CLASSES_LEAVE_HOLE"
    INPUT_UNDECLARED = "INPUT_UNDECLARED"
    INPUT_UNUSED = "INPUT_UNUSED"

    FACTS_HEADER = "FACTS_HEADER"
    FACTS_VALUE = "FACTS_VALUE"
    FACTS_TWICE = "FACTS_TWICE"
    FACTS_UNKNOWN = "FACTS_UNKNOWN"


# A warning lets the return, or the criteria table, in.
WARNINGS = frozenset(
    {
        Code.ROW_UNKNOWN,
        Code.PART_EXCEEDS_WHOLE,
        Code.CLAIM_ABOVE_MAX,
        Code.DATE_WITHOUT_COMPLETION,
        Code.SUM_DIFFERS,
        Code.BEST_DIFFERS,
        Code.BANDS_OVERLAP,
        Code.BANDS_LEAVE_HOLE,
        Code.CLASSES_LEAVE_HOLE,
        Code.INPUT_UNDECLARED,
        Code.INPUT_UNUSED,
        Code.FACTS_UNKNOWN,
    }
)


@dataclass(frozen=True)
class Where:
    """A place: the file (all empty), a row or heading (label), a cell, or a path in a data file."""

    sheet: str | None = None
    cell: str | None = None
    label: str | None = None
    path: str | None = None


WHOLE_FILE = Where()


@dataclass(frozen=True)
class Issue:
    """One thing wrong with what a person gave us; `context` fills its sentence (value as typed)."""

    where: Where
    code: Code
    context: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR


def issue(where: Where, code: Code, /, **context: object) -> Issue:
    # Positional-only: a context key may itself be called "code" or "where".
    return Issue(where, code, {key: str(value) for key, value in context.items()})


def has_errors(issues: tuple[Issue, ...] | list[Issue]) -> bool:
    return any(found.severity is Severity.ERROR for found in issues)


class Refusal(StrEnum):
    """Why an action is not allowed now; its sentence is in dashboard/wording.py."""

    SIGN_IN_FAILED = "SIGN_IN_FAILED"
    TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS"
    UNKNOWN_ACCOUNT = "UNKNOWN_ACCOUNT"
    ROLE_NOT_ALLOWED = "ROLE_NOT_ALLOWED"
    NOT_YOUR_UNIT = "NOT_YOUR_UNIT"
    NOT_PUBLISHED = "NOT_PUBLISHED"
    ALREADY_PUBLISHED = "ALREADY_PUBLISHED"
    NOTHING_TO_PUBLISH = "NOTHING_TO_PUBLISH"
    PERIOD_LOCKED = "PERIOD_LOCKED"
    UNKNOWN_UNIT = "UNKNOWN_UNIT"
    UNKNOWN_GROUP = "UNKNOWN_GROUP"
    UNKNOWN_PERIOD = "UNKNOWN_PERIOD"
    UNKNOWN_DAY = "UNKNOWN_DAY"
    UNKNOWN_FORM = "UNKNOWN_FORM"
    UNKNOWN_CRITERION = "UNKNOWN_CRITERION"
    UNKNOWN_SUBMISSION = "UNKNOWN_SUBMISSION"
    FORM_NOT_OWED = "FORM_NOT_OWED"
    PERIOD_NOT_FOR_FORM = "PERIOD_NOT_FOR_FORM"
    CRITERION_NOT_IN_PERIOD = "CRITERION_NOT_IN_PERIOD"
    POINTS_OUTSIDE = "POINTS_OUTSIDE"
    POINTS_OFF_STEP = "POINTS_OFF_STEP"
    REASON_REQUIRED = "REASON_REQUIRED"
    MOMENT_ONLY_IN_DEMONSTRATION = "MOMENT_ONLY_IN_DEMONSTRATION"
    NO_CRITERIA = "NO_CRITERIA"
    NOT_INITIALISED = "NOT_INITIALISED"
    DATABASE_ADDRESS = "DATABASE_ADDRESS"
    DATABASE_UNAVAILABLE = "DATABASE_UNAVAILABLE"
    DATA_NOT_EMPTY = "DATA_NOT_EMPTY"
    VERSION_IN_USE = "VERSION_IN_USE"


class Refused(Exception):
    """The action is not allowed now. Caught once per front door, never inside the layers."""

    def __init__(self, code: Refusal, /, **context: object) -> None:
        super().__init__(code, context)
        self.code = code
        self.context = {key: str(value) for key, value in context.items()}
