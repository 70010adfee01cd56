"""The other four documents the project starts from: their units, programmes, tables, and a few
illustrative papers. They stand beside the demonstration of Quảng Ngãi, which does not see them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from data_access.accounts import OPERATOR
from data_access.actions import setup
from data_access.actions.criteria import import_criteria
from data_access.actions.documents import submit_document
from data_access.actions.forms import import_form
from data_access.actions.outside_figures import record_figure
from data_access.actions.returns import submit_return
from data_access.actions.units import end_unit
from data_access.clock import HANOI, server_moment
from data_access.database import Engine
from data_access.document_heads import DocumentHead
from data_access.moments import Moments
from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from sample_data import documents, tables
from sample_data.papers import signed_paper
from scoring.forms import Mark
from scoring.periods import Period, parse_period
from scoring.succession import Ending
from scoring.units import Unit

PROGRAMMES = ("binh-phuoc-2024", "vinh-linh-2025", "nhon-hau-2024", "dong-son-2024")
CRITERIA = ("nhon-hau-co-quan", "nhon-hau-xa", "nhon-hau-dan-van")
FORMS = ("so-cong-khai", "so-lay-y-kien", "ho-so")
KEEPER_OF_BOOKS = "DS-07"
SIGNER = "Thủ trưởng cơ quan"
_SYMBOLS = {"ke-hoach": "KH", "bao-cao-6-thang": "BC", "bao-cao-nam": "BC"}


@dataclass(frozen=True)
class Paper:
    """A signed document that a unit handed in."""

    unit: str
    form: str
    period: Period
    at: datetime

    @property
    def head(self) -> DocumentHead:
        signed = self.at.date() - timedelta(days=1)
        count = signed.timetuple().tm_yday // 9 + sum(self.unit.encode()) % 5
        title = tables.forms()[self.form].title.removesuffix(" trong năm")
        number = f"{count:02}/{_SYMBOLS[self.form]}-UBND"
        return DocumentHead(number, signed, SIGNER, f"{title} năm {self.period.year}")


def units() -> tuple[Unit, ...]:
    return tuple(Unit(**row) for row in documents.read("units/van-ban-mau.yaml")["units"])


def papers() -> Iterator[Paper]:
    for group in documents.read("returns/van-ban-mau.yaml")["papers"]:
        for unit, written in group["received"].items():
            at = datetime.fromisoformat(written).replace(tzinfo=HANOI)
            yield Paper(unit, group["form"], parse_period(str(group["period"])), at)


def set_up(engine: Engine) -> None:
    """Units, forms, tables and programmes; before anything is handed in."""
    setup.import_units(engine, OPERATOR, units())
    for code in FORMS:
        import_form(engine, OPERATOR, documents.text_of(f"forms/{code}.yaml"))
    for code in CRITERIA:
        import_criteria(engine, OPERATOR, documents.text_of(f"criteria/{code}.yaml"))
    for code in PROGRAMMES:
        setup.import_programme(engine, OPERATOR, documents.text_of(f"programmes/{code}.yaml"))


def hand_in(engine: Engine) -> None:
    """What the units sent in 2024, and what became of the district in 2025."""
    known = {unit.code: unit for unit in units()}
    for one in sorted(papers(), key=lambda paper: paper.at):
        version = tables.forms()[one.form].version
        mark = Mark(one.form, version, one.unit, one.period)
        content = signed_paper(known[one.unit], one.head)
        name = f"{one.form}_{one.unit.lower()}_{one.period}.docx"
        moments = Moments(one.at, server_moment())
        submit_document(engine, OPERATOR, name, content, mark, one.head, moments)
    _hand_in_books(engine)
    _record_figures(engine, documents.read("returns/van-ban-mau.yaml")["figures"])
    _end_units(engine, documents.read("returns/van-ban-mau.yaml"))


def _hand_in_books(engine: Engine) -> None:
    given = documents.read("returns/dong-son.yaml")
    at = datetime.fromisoformat(given["handed_in"]).replace(tzinfo=HANOI)
    for book in given["books"]:
        period = parse_period(book["period"])
        form = form_for(engine, book["form"], KEEPER_OF_BOOKS, period)
        content = fill_template(write_template(form), form, book["answers"])
        name = f"{book['form']}_{KEEPER_OF_BOOKS.lower()}_{period}.xlsx"
        kept = submit_return(engine, OPERATOR, name, content, Moments(at, server_moment()))
        if not kept.accepted:
            raise ValueError(f"{name}: {kept.issues}")


def _record_figures(engine: Engine, given: Mapping[str, object]) -> None:
    as_of, document = given["as_of"], given["document"]
    at = Moments(_morning_after(as_of), server_moment())
    source, year = "Sở Nội vụ tỉnh Bình Phước", Period(as_of.year)
    for key in ("hai_long", "cchc"):
        for unit, value in given[key].items():
            figure = unit, year, key, Decimal(value), source, as_of, document
            record_figure(engine, OPERATOR, *figure, moments=at)


def _end_units(engine: Engine, given: documents.Plain) -> None:
    number, dated = given["document"]["number"], given["document"]["dated"]
    for row in given["ended"]:
        moments = Moments(_morning_after(dated), server_moment())
        kind, last_day = Ending(row["kind"]), row["last_day"]
        end_unit(engine, OPERATOR, row["unit"], kind, last_day, _heirs(row), number, dated, moments)


def _heirs(row: Mapping[str, object]) -> tuple[tuple[str, bool], ...]:
    return ((row["successor"], row["takes_duties"]),) if "successor" in row else ()


def _morning_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(9), HANOI)
