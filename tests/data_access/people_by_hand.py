"""Offices, areas and an inspection of the small province, in 2022."""

from datetime import date

from sqlalchemy import Engine

from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from data_access.actions.areas import assign
from data_access.actions.inspections import hold_visit, plan_inspection, plan_visit
from data_access.actions.offices import hold, name_office
from tests.builders import SECRETARY, at

MARCH, JUNE, SEPTEMBER = date(2022, 3, 1), date(2022, 6, 1), date(2022, 9, 1)


def with_offices(engine: Engine) -> None:
    """The head and his deputy; the deputy has an account, and since June another holds his seat."""
    setup.add_account(engine, OPERATOR, "pho-ban", "Phó ban", "mat-khau-dai", Role.MEMBER)
    setup.add_account(engine, OPERATOR, "pho-moi", "Phó mới", "mat-khau-dai", Role.MEMBER)
    name_office(engine, SECRETARY, "truong-ban", "Trưởng Ban", "tinh", 1)
    name_office(engine, SECRETARY, "pho-ban", "Phó Trưởng Ban", "tinh", 2)
    hold(engine, SECRETARY, "truong-ban", "Nguyễn Văn A", MARCH, "01-QĐ/TU")
    hold(engine, SECRETARY, "pho-ban", "Trần Văn B", MARCH, "01-QĐ/TU", "pho-ban")
    hold(engine, SECRETARY, "pho-ban", "Lê Thị C", JUNE, "05-QĐ/TU", "pho-moi")


def with_areas(engine: Engine) -> None:
    """Since March the deputy follows Huyện A and Huyện B."""
    with_offices(engine)
    assign(engine, SECRETARY, "pho-ban", ["001", "002"], MARCH, "02-QĐ/BCĐ", date(2022, 2, 28))


def an_inspection(engine: Engine) -> int:
    given = (2022, "Kiểm tra thực hiện Quy chế", ["Nguyễn Văn A", "Trần Văn B"], "07-QĐ/BCĐ")
    return plan_inspection(engine, SECRETARY, *given, moments=at(MARCH))


def a_visit(engine: Engine, unit: str, day: date = SEPTEMBER, *, announced: bool = True) -> int:
    number = an_inspection(engine)
    return plan_visit(engine, SECRETARY, number, unit, day, announced, at(MARCH))


def a_held_visit(engine: Engine, unit: str, day: date = SEPTEMBER) -> int:
    number = a_visit(engine, unit, day)
    hold_visit(engine, SECRETARY, number, day, moments=at(day))
    return number
