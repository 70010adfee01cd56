"""Signing in, staying, leaving; and what does not let anyone in."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from data_access import tables
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from data_access.actions.sessions import demonstration_sign_in, sign_in, sign_out
from data_access.clock import server_moment
from data_access.database import data_version, reading, unversioned
from data_access.queries.catalogue import accounts
from data_access.queries.sessions import actor_of
from scoring.refusals import Refusal, Refused
from tests.builders import CLERK_A, small_province

RIGHT, WRONG, HERE = "mật khẩu đúng", "mật khẩu sai", "10.0.0.1"


@pytest.fixture
def office(province: Engine) -> Iterator[Engine]:
    setup.add_account(province, OPERATOR, "can-bo-a", "Cán bộ A", RIGHT, Role.UNIT, "001")
    yield province


def refused(action, *arguments) -> Refusal:
    with pytest.raises(Refused) as caught:
        action(*arguments)
    return caught.value.code


def set_back(engine: Engine, column: str, by: timedelta) -> None:
    moment = {column: server_moment() - by}
    with unversioned(engine) as connection:
        connection.execute(tables.session.update().values(moment))


def test_a_session_answers_who_is_behind_it_until_it_is_ended(office: Engine) -> None:
    before = data_version(office)
    token = sign_in(office, " can-bo-a ", RIGHT, HERE)
    assert actor_of(office, token) == CLERK_A
    sign_out(office, token)
    assert actor_of(office, token) is None
    assert data_version(office) == before


def test_only_the_fingerprint_of_the_token_is_kept(office: Engine) -> None:
    token = sign_in(office, "can-bo-a", RIGHT, HERE)
    with reading(office) as connection:
        row = connection.execute(select(tables.session)).one()
    assert token not in map(str, row)
    assert len(token) >= 43
    with reading(office) as connection:
        kept = connection.execute(select(tables.account.c.password_hash)).scalar_one()
    assert kept.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("user", "password"), [("can-bo-a", WRONG), ("nobody", RIGHT), ("can-bo-a", ""), ("", "")]
)
def test_a_wrong_name_and_a_wrong_password_are_refused_alike(
    office: Engine, user: str, password: str
) -> None:
    assert refused(sign_in, office, user, password, HERE) is Refusal.SIGN_IN_FAILED


def test_after_five_failures_the_right_password_waits_too(office: Engine) -> None:
    for number in range(5):
        code = refused(sign_in, office, "can-bo-a", WRONG, f"10.0.0.{number}")
        assert code is Refusal.SIGN_IN_FAILED
    assert refused(sign_in, office, "can-bo-a", RIGHT, HERE) is Refusal.TOO_MANY_ATTEMPTS
    with unversioned(office) as connection:
        earlier = server_moment() - timedelta(minutes=16)
        connection.execute(tables.sign_in_attempt.update().values(at=earlier))
    assert actor_of(office, sign_in(office, "can-bo-a", RIGHT, HERE)) == CLERK_A


def test_success_clears_ones_own_failures(office: Engine) -> None:
    for _ in range(3):
        for _ in range(4):
            refused(sign_in, office, "can-bo-a", WRONG, f"{server_moment()}")
        sign_in(office, "can-bo-a", RIGHT, HERE)


def test_an_address_that_fails_at_a_hundred_names_waits(office: Engine) -> None:
    with unversioned(office) as connection:
        row = {"address": HERE, "at": server_moment(), "failed": True}
        rows = [row | {"user": f"guess-{number}"} for number in range(100)]
        connection.execute(tables.sign_in_attempt.insert(), rows)
    assert refused(sign_in, office, "can-bo-a", RIGHT, HERE) is Refusal.TOO_MANY_ATTEMPTS
    assert sign_in(office, "can-bo-a", RIGHT, "10.0.0.2")


@pytest.mark.parametrize(
    ("column", "by", "lasts"),
    [
        ("last_seen", timedelta(hours=7, minutes=59), True),
        ("last_seen", timedelta(hours=8, minutes=1), False),
        ("created", timedelta(hours=23, minutes=59), True),
        ("created", timedelta(hours=24, minutes=1), False),
    ],
)
def test_a_session_ends_by_idleness_and_by_age(
    office: Engine, column: str, by: timedelta, lasts: bool
) -> None:
    token = sign_in(office, "can-bo-a", RIGHT, HERE)
    set_back(office, column, by)
    assert (actor_of(office, token) is not None) is lasts


def test_being_seen_is_noted_at_most_once_a_minute(office: Engine) -> None:
    token = sign_in(office, "can-bo-a", RIGHT, HERE)

    def last_seen():
        with reading(office) as connection:
            return connection.execute(select(tables.session.c.last_seen)).scalar_one()

    first = last_seen()
    actor_of(office, token)
    assert last_seen() == first
    set_back(office, "last_seen", timedelta(minutes=2))
    actor_of(office, token)
    assert last_seen() >= first


def test_closing_or_renewing_an_account_ends_its_sessions(office: Engine) -> None:
    token = sign_in(office, "can-bo-a", RIGHT, HERE)
    setup.add_account(office, OPERATOR, "can-bo-a", "Cán bộ A", WRONG, Role.UNIT, "001")
    assert actor_of(office, token) is None
    token = sign_in(office, "can-bo-a", WRONG, HERE)
    setup.close_account(office, OPERATOR, "can-bo-a")
    assert actor_of(office, token) is None
    assert refused(sign_in, office, "can-bo-a", WRONG, HERE) is Refusal.SIGN_IN_FAILED
    assert accounts(office) == ()


def test_without_a_password_only_on_a_demonstration(tmp_path, office: Engine) -> None:
    assert actor_of(office, demonstration_sign_in(office, "can-bo-a", HERE)) == CLERK_A
    assert refused(demonstration_sign_in, office, "nobody", HERE) is Refusal.SIGN_IN_FAILED
    real = small_province(f"sqlite:///{tmp_path / 'real.db'}", day=None)
    setup.add_account(real, OPERATOR, "can-bo-a", "Cán bộ A", RIGHT, Role.UNIT, "001")
    assert refused(demonstration_sign_in, real, "can-bo-a", HERE) is Refusal.SIGN_IN_FAILED


def test_tokens_that_are_none_let_nobody_in(office: Engine) -> None:
    for token in ("", "x", "\ud800", "a" * 10_000):
        assert actor_of(office, token) is None
