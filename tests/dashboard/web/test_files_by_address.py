"""Files go out to those who may have them, under their own names, and nothing breaks the rest."""

from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from dashboard.web.answers import attachment
from data_access.accounts import Actor, Role
from data_access.actions.evidence import attach
from data_access.database import open_database
from scoring.periods import parse_period
from tests.visitor import Visitor

TEMPLATE = "/tep/bieu-mau?form=tu-cham&period=2022-Q3&unit="
TEMPLATES = "/tep/bo-bieu-mau?period=2022-Q3&unit="
SCAN = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200) + b"\xff\xd9"


@pytest.fixture(scope="module", autouse=True)
def evidence(url: str) -> None:
    """One scan attached by Bình Sơn: number 1."""
    engine = open_database(url)
    clerk = Actor("binh-son", "Bình Sơn", Role.UNIT, "524")
    attach(engine, clerk, "tu-cham", "524", parse_period("2022-Q3"), "", "bản ký.jpg", SCAN)


def test_a_unit_gets_its_own_template(stranger: Visitor) -> None:
    answer = stranger.sign_in_as("binh-son").get(TEMPLATE + "524")
    assert (answer.status, answer.body[:2]) == (200, b"PK")
    assert 'filename="tu-cham_524_2022-Q3.xlsx"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"


def test_an_upload_goes_out_byte_for_byte_under_its_vietnamese_name(stranger: Visitor) -> None:
    for user in ("binh-son", "to-giup-viec", "thuong-truc"):
        answer = stranger.sign_in_as(user).get("/tep/bai-nop?id=1")
        assert (answer.status, answer.body) == (200, b"no workbook")
        named = f"filename*=UTF-8''{quote('Báo cáo quý 3.xlsx')}"
        assert named in answer.headers["content-disposition"]


def test_all_forms_of_a_period_go_out_in_one_archive(stranger: Visitor) -> None:
    for user in ("binh-son", "to-giup-viec"):
        answer = stranger.sign_in_as(user).get(TEMPLATES + "524")
        assert (answer.status, answer.headers["content-type"]) == (200, "application/zip")
        names = ZipFile(BytesIO(answer.body)).namelist()
        expected = {f"{form}_524_2022-Q3.xlsx" for form in ("tu-cham", "tien-do", "thong-ke")}
        assert set(names) == expected
    assert stranger.sign_in_as("binh-son").get(TEMPLATES + "524").body == answer.body


def test_evidence_goes_out_as_what_it_is_and_never_inside_a_page(stranger: Visitor) -> None:
    for user in ("binh-son", "to-giup-viec", "thuong-truc"):
        answer = stranger.sign_in_as(user).get("/tep/minh-chung?id=1")
        assert (answer.status, answer.body) == (200, SCAN)
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-disposition"].startswith("attachment; ")
        assert quote("bản ký.jpg") in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.PDF", "application/pdf"),
        ("a.xls", "application/vnd.ms-excel"),
        ("a.html", "application/octet-stream"),
        ("a.svg", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_only_known_kinds_are_named_to_the_browser(name: str, kind: str) -> None:
    assert attachment(name, b"").headers["content-type"] == kind


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_the_secretariat_prints_the_draft_ranking(
    stranger: Visitor, kind: str, begins: bytes
) -> None:
    path = f"/tep/xep-loai?period=2022-Q3&profile=nha-nuoc&format={kind}"
    answer = stranger.sign_in_as("to-giup-viec").get(path)
    assert (answer.status, answer.body[: len(begins)]) == (200, begins)
    assert f'"xep-loai_2022-Q3_nha-nuoc.{kind}"' in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("user", "path", "why"),
    [
        ("ba-to", TEMPLATE + "524", "another unit's template carries its name and last figures"),
        ("ba-to", "/tep/bai-nop?id=1", "another unit's file"),
        ("ba-to", "/tep/ban-danh-dau?id=1", "the marked copy is that file"),
        ("ba-to", "/tep/phieu-tiep-nhan?id=1", "the receipt names that file"),
        ("ba-to", TEMPLATES + "524", "another unit's templates"),
        ("ba-to", "/tep/minh-chung?id=1", "another unit's evidence"),
        ("uy-vien", "/tep/minh-chung?id=1", "members see no evidence"),
        ("uy-vien", "/tep/bai-nop?id=1", "members see no files"),
        ("binh-son", "/tep/xep-loai?period=2022-Q3", "not published: no unit sees the places"),
        ("uy-vien", "/tep/xep-loai?period=2022-Q3&format=xlsx", "nor does a member"),
    ],
)
def test_what_is_not_ones_own_is_refused(stranger: Visitor, user: str, path: str, why: str) -> None:
    answer = stranger.sign_in_as(user).get(path)
    assert (why, answer.status) == (why, 403)
    assert "text/html" in answer.headers["content-type"]
    assert "Không thực hiện được" in answer.text


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/tep/bai-nop?id=999", "no such upload"),
        ("/tep/ban-danh-dau?id=1", "no workbook: nothing can be marked in it"),
        ("/tep/phieu-tiep-nhan?id=1", "refused files have no receipt"),
        ("/tep/minh-chung?id=999", "no such evidence"),
        ("/tep/bo-bieu-mau?unit=524&period=2019-Q1", "nothing is owed then"),
        (TEMPLATE + "000", "no such unit"),
        ("/tep/bieu-mau?form=khong-co&period=2022-Q3&unit=524", "no such form"),
        ("/tep/xep-loai?period=2022-Q3&group=không có", "no such group"),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(stranger: Visitor, path: str, why: str) -> None:
    answer = stranger.sign_in_as("to-giup-viec").get(quote(path, safe="/?=&%"))
    assert (why, answer.status) == (why, 404)
    assert "Không tìm thấy" in answer.text


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("/tep/bai-nop", "id"),
        ("/tep/bai-nop?id=", "id"),
        ("/tep/bai-nop?id=-1", "id=-1"),
        ("/tep/bai-nop?id=1e3", "id=1e3"),
        ("/tep/bai-nop?id=²", "id=²"),
        ("/tep/bai-nop?id=99999999999999999999", "id=9999"),
        ("/tep/minh-chung", "id"),
        ("/tep/bo-bieu-mau?unit=524", "period"),
        ("/tep/bieu-mau?form=tu-cham&unit=524", "period"),
        ("/tep/bieu-mau?form=tu-cham&unit=524&period=2022-Q5", "period=2022-Q5"),
        ("/tep/xep-loai?period=<script>", "&lt;script&gt;"),
        ("/tep/xep-loai?period=2022-Q3&format=doc", "pdf, xlsx"),
        ("/tep/xep-loai?period=2022-Q3&profile=x", "dang, nha-nuoc"),
    ],
)
def test_a_mistyped_address_is_answered_by_a_sentence(
    stranger: Visitor, path: str, named: str
) -> None:
    answer = stranger.sign_in_as("to-giup-viec").get(quote(path, safe="/?=&%"))
    assert answer.status == 400
    assert named in answer.text
    assert "Traceback" not in answer.text and "<script" not in answer.text


def test_a_broken_character_in_an_address_breaks_nothing(stranger: Visitor) -> None:
    inside = stranger.sign_in_as("to-giup-viec")
    for path in ("/tep/bieu-mau?form=%00&unit=%ff&period=2022-Q3", "/tep/bieu-mau?unit=%ed%a0%80"):
        assert inside.get(path).status in (400, 404)
