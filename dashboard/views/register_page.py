"""What the three registers share on the screen: tabs, ways to the form and the file, findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.finding_words import WEIGHTS, finding_text
from dashboard.views.heading import Heading
from dashboard.views.overview import KeyFigure
from dashboard.views.paper_sheets import PaperSheet
from dashboard.views.table import Cell, Column, Link, Row, Shape, Table
from dashboard.wording import period_name
from data_access.register_books import Origin, RegisterHead
from scoring.findings import Finding, Weight
from scoring.periods import Period
from scoring.register_reading import CONSULTATIONS, DISCLOSURES, DOSSIERS

PAGE, FILE = "so-cong-khai", "tep/so-cong-khai"
TITLE = "Sổ công khai, lấy ý kiến, hồ sơ"
REGISTER = "so"
# As the address names them; their forms' codes and the tabs' words.
DISCLOSED, CONSULTED, FILED = "cong-khai", "lay-y-kien", "ho-so"
REGISTERS = {DISCLOSED: "Sổ công khai", CONSULTED: "Sổ lấy ý kiến", FILED: "Hồ sơ"}
NOUNS = {DISCLOSED: "sổ", CONSULTED: "sổ", FILED: "hồ sơ"}
FORMS = {DISCLOSED: DISCLOSURES, CONSULTED: CONSULTATIONS, FILED: DOSSIERS}
CHOOSE_A_UNIT = "Đề nghị chọn một đơn vị để xem sổ của đơn vị đó."
ODD = frozenset({Weight.BREACH, Weight.CONFLICT})

_ORDER = {weight: number for number, weight in enumerate(Weight)}


@dataclass(frozen=True)
class RegisterPage:
    """One register of one unit, or without a unit the list of all; `ways` lead to the form, to
    handing it in and to the file; `export` is what that file holds."""

    heading: Heading
    register: str
    unit: str | None
    units: Mapping[str, str]
    said: tuple[str, ...] = ()
    strip: tuple[KeyFigure, ...] = ()
    tables: tuple[Table, ...] = ()
    ways: tuple[tuple[str, Link], ...] = ()
    export: PaperSheet = PaperSheet(TITLE, TITLE, (), ())


def register_link(register: str, head: RegisterHead) -> Link:
    chosen = (("unit", head.unit.code), ("period", str(head.period)))
    return Link(PAGE, ((REGISTER, register), *chosen))


def ways(register: str, head: RegisterHead, submits: bool) -> tuple[tuple[str, Link], ...]:
    """`submits`: who looks may hand the register in."""
    form = FORMS[register]
    asked = (*(one.period for one in head.handed_in), *head.missing)
    of = (("unit", head.unit.code), ("form", form))
    found = [("Tải Excel", Link(FILE, _kept(register, head), keeps=False))]
    if not asked:
        return tuple(found) if head.handed_in else ()
    named = (*of, ("period", str(asked[-1])))
    found.append(("Tải biểu mẫu", Link("tep/bieu-mau", named, keeps=False)))
    if submits:
        found.append((f"Nộp {NOUNS[register]} {_said(asked[-1])}", Link("nop-bao-cao", named)))
    return tuple(found)


def _kept(register: str, head: RegisterHead) -> tuple[tuple[str, str], ...]:
    of = (("unit", head.unit.code), ("period", str(head.period)), ("date", str(head.day)))
    return ((REGISTER, register), *of)


def not_there(register: str, head: RegisterHead) -> tuple[str, ...]:
    """What stands in no table: registers that were not handed in, or in which nothing stood."""
    said = []
    if head.missing:
        named = ", ".join(_said(one) for one in head.missing)
        said.append(f"Chưa nộp {NOUNS[register]} {named}.")
    if head.nothing:
        named = ", ".join(_said(one) for one in head.nothing)
        said.append(f"Không phát sinh: {named}.")
    if not head.handed_in and not head.missing:
        said.append(f"Không có chương trình nào yêu cầu đơn vị nộp {NOUNS[register]} trong kỳ này.")
    return tuple(said)


def _said(period: Period) -> str:
    name = period_name(period)
    return name[:1].lower() + name[1:]


def read_from(origin: Origin, line: int | None = None) -> tuple[str, Link]:
    """Where a line stands, and the file."""
    at = f"Dòng {line}, phiếu" if line else "Phiếu"
    link = Link("tep/bai-nop", (("id", str(origin.submission)),), keeps=False)
    return f"{at} tiếp nhận {origin.receipt}", link


def odd(findings: Iterable[Finding]) -> int:
    """How many of them contradict each other or break a rule."""
    return sum(found.weight in ODD for found in findings)


def odd_words(count: int) -> str:
    return "xem từng điểm ở dưới" if count else "không thấy mâu thuẫn"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda found: _ORDER[found.weight])


def findings_table(named: Sequence[tuple[str, Sequence[Finding]]]) -> Table | None:
    """By line, the gravest first; None where there is nothing to say."""
    rows: list[Row] = []
    for name, findings in named:
        if findings:
            rows.append(Row((Cell(name),), heading=True))
            rows += [_finding_row(found) for found in in_order(findings)]
    columns = (Column("Mức", unbroken=True), Column("Điều cần xem lại", wide=True))
    return Table(columns, tuple(rows), "Cần xem lại", Shape.NOTED) if rows else None


def _finding_row(found: Finding) -> Row:
    return Row((Cell(state=WEIGHTS[found.weight]), Cell(finding_text(found))))


def findings_text(findings: Iterable[Finding]) -> str:
    """All of them in one cell of a workbook."""
    return "\n".join(
        f"{WEIGHTS[found.weight].word}: {finding_text(found)}" for found in in_order(findings)
    )
