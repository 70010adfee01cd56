"""A publication taken elsewhere as a file is reckoned again: equal, or what differs is named."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from data_access import tables
from data_access.accounts import Actor
from data_access.actions.appraisal import appraise
from data_access.actions.publication import publish
from data_access.comparing_documents import Difference, differences
from data_access.database import unversioned
from data_access.publication_files import fingerprints
from data_access.queries import publications
from data_access.verification import Verification, verify
from scoring.issues import Code
from scoring.refusals import Refusal, Refused
from tests.builders import (
    CLERK_A,
    LEADER,
    MEMBER,
    Q4,
    SECRETARY,
    YEAR,
    hand_in_progress,
    hand_in_self_score,
    small_province,
)

IN_JANUARY = date(2023, 1, 5)
Edit = Callable[[dict], None]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """An exported year: three districts, one appraised above its claim, one below."""
    engine = small_province(f"sqlite:///{tmp_path_factory.mktemp('verified') / 'small.db'}")
    for unit, met in (("001", 1), ("002", 0), ("003", 1)):
        hand_in_self_score(engine, unit, Q4, IN_JANUARY, {"da_hop": Decimal(met)})
        hand_in_progress(engine, unit, Q4, IN_JANUARY)
        appraise(engine, LEADER, unit, YEAR, "1.4", Decimal("0.75"), "Hồ sơ đầy đủ")
    made = publish(engine, SECRETARY, YEAR, decision="05-QĐ/BCĐ", decided_on=date(2023, 1, 20))
    content = publications.export(engine, SECRETARY, made.id).content
    engine.dispose()
    return json.loads(content)


def verified(file: dict) -> Verification:
    found, issues = verify(json.dumps(file, ensure_ascii=False))
    assert found is not None, issues
    return found


def changed(file: dict, edit: Edit, *, forged: bool = False) -> Verification:
    """`forged`: whoever changed it made new fingerprints too."""
    copy = json.loads(json.dumps(file))
    edit(copy)
    if forged:
        copy["hashes"] = fingerprints(copy)
    return verified(copy)


def at(*path: str | int, value: object) -> Edit:
    def edit(file: dict) -> None:
        inner = file
        for step in path[:-1]:
            inner = inner[step]
        assert inner[path[-1]] != value
        inner[path[-1]] = value

    return edit


def in_criteria(old: str, new: str) -> Edit:
    def edit(file: dict) -> None:
        assert old in file["criteria"]
        file["criteria"] = file["criteria"].replace(old, new, 1)

    return edit


def test_as_exported_it_is_equal(file: dict) -> None:
    found = verified(file)
    assert found.equal
    assert (found.number, found.period, found.units, found.criteria) == (1, "2022", 3, "nho/1")
    assert found.sha256 == file["hashes"]["document"]


CARD, PLACE = ("document", "cards", 0), ("document", "ranking", "places", 0)
LINE, FACTS = (*CARD, "lines", 1), ("facts", 0)
# What is changed, whose it is, of which criterion, what differs first when reckoned again.
CHANGES = [
    (at(*LINE, "final", value="2.50"), "001", "1.2", "final"),
    (at(*LINE, "final", value="3.0"), "001", "1.2", "final"),
    (at(*LINE, "reason", value="Đã kiểm tra"), "001", "1.2", "reason"),
    (at(*LINE, "rule", value="Khác"), "001", "1.2", "rule"),
    (at(*LINE, "figures", 0, "value", value="2"), "001", "1.2", "figures.da_hop.value"),
    (at(*CARD, "lines", 3, "rounds", 0, "by", value="X"), "001", "1.4", "rounds.1.by"),
    (at(*CARD, "total", value="9.99"), "001", None, "total"),
    (at(*CARD, "class_name", value="Hoàn thành tốt"), "001", None, "class_name"),
    (at(*CARD, "blocks", 0, "points", value="9.00"), "001", "1", "blocks.points"),
    (at(*PLACE, "rank", value=2), "003", None, "places.rank"),
    (at(*FACTS, "figures", "da_hop", "value", value="0"), "001", "1.2", "figures.da_hop.value"),
    (at(*FACTS, "figures", "tong", "source", "cell", value="E99"), "001", "1.2", None),
    (at(*FACTS, "claims", "1.1", "value", value="3"), "001", "1.1", "claimed"),
    (at(*FACTS, "appraisals", "1.4", "points", value="0.5"), "001", "1.4", None),
    (at(*FACTS, "name", value="Huyện Khác"), "001", None, "name"),
    (at("document", "group", value="Miền núi"), None, None, "group"),
    (in_criteria("max: 3\n", "max: 4\n"), "001", None, None),
    (in_criteria("Hội nghị cộng đồng", "Hội nghị nhân dân"), "001", "1.2", "text"),
    (in_criteria("from: 8", "from: 7"), "001", None, "class_name"),
]


@pytest.mark.parametrize(("edit", "unit", "criterion", "what"), CHANGES)
@pytest.mark.parametrize("forged", [False, True])
def test_a_changed_digit_is_found_and_named(
    file: dict, edit: Edit, unit: str | None, criterion: str | None, what: str | None, forged: bool
) -> None:
    found = changed(file, edit, forged=forged)
    assert not found.equal
    assert bool(found.unfit) is not forged
    named = {(one.unit, one.criterion, one.what) for one in found.differences}
    assert any(
        (one_unit, one_what) == (unit, what or one_what) and criterion in (None, code)
        for one_unit, code, one_what in named
    ), named


# What changes no result is found by its fingerprint alone, in the smallest part that has one.
QUIET = [
    (at("publication", "decision", value="06-QĐ/BCĐ"), "publication decision"),
    (at("publication", "number", value=7), "publication number"),
    (in_criteria("illustrative: true", "illustrative: true # xem lại"), "criteria 4"),
    (at("facts", 1, "attributes", value={"vung": "cao"}), "facts 002"),
    (at("software", value="9"), "whole"),
]


@pytest.mark.parametrize(("edit", "part"), QUIET)
def test_what_moves_no_result_is_found_by_its_fingerprint(
    file: dict, edit: Edit, part: str
) -> None:
    found = changed(file, edit)
    assert (found.equal, found.differences) == (False, ())
    assert part in found.unfit


def test_a_forged_file_has_another_fingerprint_than_the_published_one(file: dict) -> None:
    found = changed(file, at(*LINE, "final", value="2.50"), forged=True)
    assert found.sha256 != file["hashes"]["document"]


def test_a_unit_left_out_or_put_elsewhere_is_named(file: dict) -> None:
    gone = changed(file, lambda copy: copy["document"]["cards"].pop(1), forged=True)
    assert gone.differences[0] == Difference("002", None, "", None, "…")
    turned = changed(file, lambda copy: copy["document"]["ranking"]["places"].reverse())
    assert turned.differences[0].what == "places.order"
    added = changed(file, _strange, forged=True)
    assert ("002", "figuress") in {(one.unit, one.what) for one in added.differences}


def _strange(file: dict) -> None:
    file["facts"][1]["figuress"] = {}


BROKEN = [
    "",
    "[]",
    "{",
    "[" * 100_000,
    '{"format": "qcdc-publication-1"}',
    '{"a": 1, "a": 2}',
    '{"a": 0.1}',
    '{"a": NaN}',
]


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_publication_is_an_issue(text: str) -> None:
    found, issues = verify(text)
    assert found is None
    assert [one.code for one in issues] == [Code.PUBLICATION_UNREADABLE]


@pytest.mark.parametrize(
    "edit",
    [
        at("criteria", value="a: ["),
        at("facts", value=[1]),
        at("facts", value="x"),
        at(*FACTS, "figures", "tong", "value", value="một"),
        at(*FACTS, "figures", value=None),
        at(*FACTS, "unit", value="002"),
        at(*CARD, "total", value=9),
        at(*CARD, "lines", value={}),
        at(*LINE, "status", value="done"),
        at("document", "period", value="năm nay"),
        at("publication", "number", value=None),
    ],
)
def test_a_part_that_is_not_what_it_should_be_is_named(file: dict, edit: Edit) -> None:
    copy = json.loads(json.dumps(file))
    edit(copy)
    found, issues = verify(json.dumps(copy))
    assert found is None
    assert issues[0].code is Code.PUBLICATION_UNREADABLE


@pytest.mark.parametrize("actor", [MEMBER, CLERK_A])
def test_the_file_holds_all_figures_so_it_is_not_for_everybody(small: Engine, actor: Actor) -> None:
    for unit in ("001", "002"):
        hand_in_self_score(small, unit, Q4, IN_JANUARY)
    made = publish(small, SECRETARY, Q4)
    with pytest.raises(Refused) as caught:
        publications.export(small, actor, made.id)
    assert caught.value.code is Refusal.ROLE_NOT_ALLOWED


def test_a_publication_older_than_its_facts_cannot_be_exported(small: Engine) -> None:
    hand_in_self_score(small, "001", Q4, IN_JANUARY)
    made = publish(small, SECRETARY, Q4)
    with unversioned(small) as connection:
        connection.execute(tables.publication.update().values(facts="", criteria=""))
    with pytest.raises(Refused) as caught:
        publications.export(small, SECRETARY, made.id)
    assert caught.value.code is Refusal.PUBLICATION_WITHOUT_FACTS
    assert publications.listed(small)[0].criteria == "nho"


def test_lists_are_compared_by_what_names_their_entries() -> None:
    olds = [{"code": "1", "a": 1}, {"code": "2", "a": 1}]
    news = [{"code": "1", "a": 1}, {"code": "2", "a": 2}]
    assert differences({"x": olds}, {"x": news}) == (Difference(None, None, "x.2.a", "1", "2"),)
    assert differences([1, "1"], [1, 1]) == (Difference(None, None, "2", "1", "1"),)
    twice = [{"code": "1", "a": 1}, {"code": "1", "a": 1}]
    assert differences(twice, twice[:1])[0].what == "1 (2)"
