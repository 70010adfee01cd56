"""A return at the terminal: looked at, handed in, sent back, answered, withdrawn, proved."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from dashboard.cli.main import main
from data_access.accounts import OPERATOR, Role
from data_access.actions import setup
from data_access.actions.forms import import_form
from tests.builders import PROGRAMME, Q4, progress, self_score, small_province
from tests.dashboard.unmarked import unmarked

Run = Callable[..., Result]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63000100"
    "000500010d0a2db40000000049454e44ae426082"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
PLAN_FORM = """\
form: ke-hoach
version: "1"
title: Kế hoạch năm
document: true
in_force: {from: 2022-01-01}
periods: [Y]
"""
PLAN_DUTY = """\
  - form: ke-hoach
    title: Kế hoạch năm
    debtors: {kinds: [ban-chi-dao-huyen]}
    periods: [Y]
    due_on: {Y: 2022-04-05}
"""
OF_A = ("--unit", "001", "--period", "2022-Q4")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = small_province(f"sqlite:///{tmp_path / 'small.db'}")
    accounts = [
        ("thu-ky", "Thư ký", Role.SECRETARIAT, None),
        ("can-bo-a", "Cán bộ A", Role.UNIT, "001"),
        ("can-bo-b", "Cán bộ B", Role.UNIT, "002"),
    ]
    for user, name, role, unit in accounts:
        setup.add_account(engine, OPERATOR, user, name, "mat-khau-dai-1", role, unit)
    return engine


@pytest.fixture
def qcdc(engine: Engine, tmp_path: Path) -> Run:
    url = f"sqlite:///{tmp_path / 'small.db'}"

    def run(*words: object) -> Result:
        return CliRunner().invoke(main, ["--database", url, *map(str, words)])

    return run


@pytest.fixture
def good(engine: Engine, tmp_path: Path) -> Path:
    return written(tmp_path / "good.xlsx", self_score(engine, "001", Q4))


@pytest.fixture
def other(engine: Engine, tmp_path: Path) -> Path:
    """The same return with one figure changed."""
    return written(tmp_path / "other.xlsx", self_score(engine, "001", Q4, {"da_hop": 0}))


def written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def said(result: Result, code: int = 0) -> dict:
    assert result.exit_code == code, result.output
    return json.loads(result.stdout.splitlines()[-1])


def test_a_preview_hands_nothing_in_and_its_confirmation_does_once(qcdc: Run, good: Path) -> None:
    seen = said(qcdc("preview", good, "--as", "can-bo-a", "--json"))
    assert (seen["offered"], seen["accepted"], seen["unit"]) == (True, False, "001")
    assert seen["read"] > 0 and seen["to_confirm"] is None and seen["replaces"] is None
    assert said(qcdc("status", "--period", "2022-Q4", "--json"))["received"] == 0
    first = said(qcdc("confirm", seen["id"], "--as", "can-bo-a", "--json"))
    again = said(qcdc("confirm", seen["id"], "--as", "can-bo-a", "--json"))
    assert first["receipt"] == again["receipt"] == "0001/2023/PTN"
    assert said(qcdc("status", "--period", "2022-Q4", "--json"))["received"] == 1


def test_a_preview_says_what_would_change(qcdc: Run, good: Path, other: Path) -> None:
    first = said(qcdc("submit", good, "--as", "can-bo-a", "--json"))
    seen = said(qcdc("preview", other, "--as", "can-bo-a", "--json"))
    assert seen["replaces"] == first["receipt"]
    changed = [(one["key"], one["old"], one["new"]) for one in seen["changes"]]
    assert changed == [("da_hop", "1", "0")]
    shown = qcdc("preview", other, "--as", "can-bo-a").stdout
    assert "1" in shown and "qcdc confirm" in shown


def test_an_offer_made_before_another_version_came_in_is_stale(
    qcdc: Run, good: Path, other: Path
) -> None:
    seen = said(qcdc("preview", good, "--as", "can-bo-a", "--json"))
    said(qcdc("submit", other, "--as", "can-bo-a", "--json"))
    refused = said(qcdc("confirm", seen["id"], "--as", "can-bo-a", "--json"), 3)
    assert refused["refused"]["code"] == "STALE_VERSION"


def test_a_workbook_without_its_mark_is_confirmed_by_a_person(qcdc: Run, good: Path) -> None:
    bare = written(good.with_name("bare.xlsx"), unmarked(good.read_bytes()))
    assert said(qcdc("submit", bare, "--as", "can-bo-a", "--json"), 1)["accepted"] is False
    seen = said(qcdc("preview", bare, "--as", "can-bo-a", "--json"))
    named = {"form": "tu-cham", "unit": "001", "period": "2022-Q4"}
    assert seen["to_confirm"] == named
    unconfirmed = said(qcdc("confirm", seen["id"], "--as", "can-bo-a", "--json"), 3)
    assert unconfirmed["refused"]["code"] == "IDENTITY_UNCONFIRMED"
    said(qcdc("submit", bare, "--as", "can-bo-a", "--confirm", *named.values(), "--json"))
    kept = said_list(qcdc("versions", "tu-cham", *OF_A, "--json"))[0]
    assert (kept["in_force"], kept["identified_by_person"]) == (True, True)


def said_list(result: Result) -> list[dict]:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_came_on_paper_is_entered_with_its_day_number_and_way(qcdc: Run, good: Path) -> None:
    way = ("--arrived", "2023-01-09", "--arrival-number", "12", "--channel", "zalo")
    said(qcdc("submit", good, "--as", "thu-ky", "--estimate", *way, "--json"))
    kept = said_list(qcdc("versions", "tu-cham", *OF_A, "--json"))[0]
    assert (kept["arrived"], kept["arrival_number"]) == ("2023-01-09", "12")
    assert (kept["channel"], kept["estimate"], kept["sent_by"]) == ("zalo", True, "Thư ký")
    refused = said(qcdc("submit", good, "--as", "can-bo-a", *way, "--json"), 3)
    assert refused["refused"]["code"] == "ARRIVAL_NOT_YOURS"


def test_a_way_without_a_day_of_arrival_is_wrong_usage(qcdc: Run, good: Path) -> None:
    assert qcdc("submit", good, "--as", "thu-ky", "--channel", "usb").exit_code == 2


def test_many_files_each_get_a_line_and_all_a_summary(
    qcdc: Run, engine: Engine, good: Path, tmp_path: Path
) -> None:
    for_b = written(tmp_path / "b.xlsx", self_score(engine, "002", Q4))
    noise = written(tmp_path / "noise.xlsx", b"no workbook")
    result = qcdc("submit", good, noise, for_b, "--as", "can-bo-a", "--json")
    assert result.exit_code == 3
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["accepted"] for line in lines] == [True, False, False]
    expected = "3 tệp: 1 đã tiếp nhận, 1 có nội dung cần sửa, 1 không được nhận."
    assert expected in result.stderr


def test_a_return_sent_back_is_answered_by_a_new_version(
    qcdc: Run, good: Path, other: Path
) -> None:
    first = said(qcdc("submit", good, "--as", "can-bo-a", "--json"))
    assert [one["review"] for one in reviewed(qcdc)] == ["none"]
    back = ("--as", "thu-ky", "--reason", "Thiếu số", "--cell", "da_hop=Sai số thôn", "--json")
    said(qcdc("review", "send-back", first["id"], *back))
    said(qcdc("review", "comment", first["id"], "Đã rõ", "--as", "can-bo-a", "--json"))
    second = said(qcdc("submit", other, "--as", "can-bo-a", "--json"))
    stale = said(qcdc("review", "accept", first["id"], "--as", "thu-ky", "--json"), 3)
    assert stale["refused"]["code"] == "STALE_VERSION"
    said(qcdc("review", "accept", second["id"], "--as", "thu-ky", "--remark", "Đủ", "--json"))
    assert [one["review"] for one in reviewed(qcdc)] == ["accepted"]
    kinds = [one["kind"] for one in said_list(qcdc("feed", "tu-cham", *OF_A, "--json"))]
    assert kinds == ["handed_in", "sent_back", "sent_back", "comment", "handed_in", "accepted"]
    changes = said_list(qcdc("diff", first["id"], second["id"], "--json"))
    assert [(one["key"], one["new"]) for one in changes] == [("da_hop", "0")]
    told = qcdc("feed", "tu-cham", *OF_A).stdout
    assert "trả lại" in told and "Sai số thôn" in told


def reviewed(qcdc: Run) -> list[dict]:
    return said_list(qcdc("review", "list", "--period", "2022-Q4", "--json"))


def test_a_cell_without_words_is_wrong_usage(qcdc: Run, good: Path) -> None:
    said(qcdc("submit", good, "--as", "can-bo-a", "--json"))
    for cell in ("da_hop", "=x", "da_hop= "):
        words = ("review", "send-back", "1", "--as", "thu-ky", "--reason", "x", "--cell", cell)
        assert qcdc(*words).exit_code == 2, cell


def test_the_original_comes_back_byte_for_byte_and_proves_its_receipt(
    qcdc: Run, good: Path, other: Path, tmp_path: Path
) -> None:
    kept = said(qcdc("submit", good, "--as", "can-bo-a", "--json"))
    assert qcdc("original", kept["id"], "-o", tmp_path / "back.xlsx").exit_code == 0
    assert (tmp_path / "back.xlsx").read_bytes() == good.read_bytes()
    proved = said_list(qcdc("receipt", "verify", tmp_path / "back.xlsx", "--json"))
    assert [one["receipt"] for one in proved] == [kept["receipt"]]
    assert qcdc("receipt", "verify", other, "--json").exit_code == 1


def test_a_withdrawn_return_is_kept_and_counts_no_more(qcdc: Run, good: Path) -> None:
    kept = said(qcdc("submit", good, "--as", "can-bo-a", "--json"))
    assert qcdc("withdraw", kept["id"], "--as", "can-bo-a").exit_code == 2
    said(qcdc("withdraw", kept["id"], "--as", "can-bo-a", "--reason", "Nộp nhầm", "--json"))
    assert said(qcdc("status", "--period", "2022-Q4", "--json"))["received"] == 0
    version = said_list(qcdc("versions", "tu-cham", *OF_A, "--json"))[0]
    assert version["withdrawn"] and version["in_force"] is False and version["receipt"]


def test_a_locked_period_is_reopened_for_one_unit(
    qcdc: Run, engine: Engine, good: Path, tmp_path: Path
) -> None:
    late = ("--at", "2023-03-20T09:00")
    locked = said(qcdc("submit", good, "--as", "can-bo-a", *late, "--json"), 3)
    assert locked["refused"]["code"] == "PERIOD_LOCKED"
    grant = ("--until", "2023-03-31", "--reason", "Bão lũ", "--grantor", "Trưởng Ban")
    by = ("--decision", "5-CV/BCĐ", "--as", "thu-ky", "--at", "2023-03-15T09:00", "--json")
    said(qcdc("reopen", "tu-cham", *OF_A, *grant, *by))
    assert said(qcdc("submit", good, "--as", "can-bo-a", *late, "--json"))["accepted"]
    for_b = written(tmp_path / "b.xlsx", progress(engine, "002", Q4, {}))
    assert said(qcdc("submit", for_b, "--as", "can-bo-b", *late, "--json"), 3)["refused"]


def test_evidence_is_attached_listed_and_given_back(qcdc: Run, tmp_path: Path) -> None:
    scan = written(tmp_path / "bản ký.png", PNG)
    about = ("--key", "1.1", "--number", "12-KH/BCĐ", "--dated", "2022-02-01")
    kept = said(qcdc("attach", "tu-cham", scan, *OF_A, *about, "--as", "can-bo-a", "--json"))
    assert (kept["key"], kept["number"], kept["dated"]) == ("1.1", "12-KH/BCĐ", "2022-02-01")
    listed = said_list(qcdc("attachments", "tu-cham", *OF_A, "-o", tmp_path / "out", "--json"))
    assert [one["sha256"] for one in listed] == [kept["sha256"]]
    assert [file.read_bytes() for file in (tmp_path / "out").iterdir()] == [PNG]
    text = written(tmp_path / "x.pdf", b"no pdf")
    refused = said(qcdc("attach", "tu-cham", text, *OF_A, "--as", "can-bo-a", "--json"), 3)
    assert refused["refused"]["code"].startswith("ATTACHMENT_")


def test_a_signed_document_is_handed_in_with_its_head(
    qcdc: Run, engine: Engine, tmp_path: Path
) -> None:
    assert import_form(engine, OPERATOR, PLAN_FORM) == ()
    assert setup.import_programme(engine, OPERATOR, PROGRAMME + PLAN_DUTY) == ()
    plan = written(tmp_path / "Kế hoạch.pdf", PDF)
    signed = ("--number", "12-KH/BCĐ", "--signed-on", "2022-03-28", "--signer", "Lê Thị Hoa")
    about = ("--unit", "001", "--period", "2022", "--abstract", "Kế hoạch năm 2022", *signed)
    kept = said(qcdc("document", "ke-hoach", plan, *about, "--as", "can-bo-a", "--json"))
    assert (kept["accepted"], kept["form"], kept["period"]) == (True, "ke-hoach", "2022")
    of = ("--unit", "001", "--period", "2022")
    assert len(said_list(qcdc("versions", "ke-hoach", *of, "--json"))) == 1
    wrong = [word if word != "12-KH/BCĐ" else "x" for word in about]
    missed = said(qcdc("document", "ke-hoach", plan, *wrong, "--as", "can-bo-a", "--json"), 1)
    assert [one["label"] for one in missed["issues"]] == ["Số, ký hiệu"]
