"""What stands around a return on the plain pages: signed documents, scans, words, receipts."""

import json
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import Engine

from data_access.queries.templates import form_for
from data_access.workbook.filling import fill_template
from data_access.workbook.template import write_template
from scoring.periods import parse_period
from tests.builders import ones
from tests.dashboard.web.sending import followed, send
from tests.visitor import Visitor

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
PLAN = {"form": "ke-hoach", "unit": "524", "period": "2022"}
HEAD = {
    "number": "12-KH/BCĐ",
    "signed_on": "28/3/2022",
    "signer": "Nguyễn Văn Minh",
    "abstract": "Kế hoạch thực hiện Quy chế dân chủ ở cơ sở năm 2022",
}
BA_TO = {"form": "tu-cham", "unit": "535", "period": "2022-Q4"}
OF_BA_TO = "/nop/qua-trinh?form=tu-cham&unit=535&period=2022-Q4"


def handed_in(clerk: Visitor, engine: Engine) -> str:
    form = form_for(engine, "tu-cham", "535", parse_period("2022-Q4"))
    content = fill_template(write_template(form), form, ones(form))
    offer = send(clerk, "/nop", BA_TO, ("x.xlsx", content)).headers["location"]
    kept = send(clerk, "/nop/xac-nhan", {"bai": offer.partition("=")[2]})
    return kept.headers["location"].partition("=")[2]


def test_a_signed_document_is_asked_for_with_its_head(stranger: Visitor) -> None:
    page = stranger.sign_in_as("binh-son").get("/nop?period=2022&form=ke-hoach").text
    for label in ("Số, ký hiệu", "Ngày ký", "Người ký", "Trích yếu"):
        assert label in page
    assert 'accept=".pdf,.docx"' in page and "/tep/bieu-mau" not in page


def test_a_signed_document_gets_a_receipt_that_names_it(stranger: Visitor) -> None:
    clerk = stranger.sign_in_as("binh-son")
    answer = send(clerk, "/nop/van-ban", PLAN | HEAD, ("Kế hoạch.pdf", PDF))
    slip = unescape(followed(clerk, answer).text)
    assert answer.status == 303, slip
    assert "12-KH/BCĐ" in slip and "28/03/2022" in slip and "Nguyễn Văn Minh" in slip
    number = answer.headers["location"].partition("=")[2]
    original = clerk.get(f"/tep/bai-nop?id={number}")
    assert (original.body, original.headers["content-type"]) == (PDF, "application/pdf")


def test_an_implausible_head_is_said_in_sentences(stranger: Visitor) -> None:
    clerk = stranger.sign_in_as("binh-son")
    wrong = PLAN | HEAD | {"number": "không số", "signer": "X"}
    page = unescape(followed(clerk, send(clerk, "/nop/van-ban", wrong, ("a.pdf", PDF))).text)
    assert "Số, ký hiệu" in page and "không số" in page and "Người ký" in page
    assert (
        send(clerk, "/nop/van-ban", PLAN | HEAD | {"signed_on": ""}, ("a.pdf", PDF)).status == 400
    )


def test_scans_words_and_versions_stand_on_one_page(stranger: Visitor, engine: Engine) -> None:
    clerk = stranger.sign_in_as("ba-to")
    number = handed_in(clerk, engine)
    about = {"key": "", "number": "30/BC-BCĐ", "dated": "09/01/2023"}
    scan = followed(clerk, send(clerk, "/nop/minh-chung", BA_TO | about, ("ký.pdf", PDF)))
    said = unescape(scan.text)
    assert "ký.pdf" in said and "30/BC-BCĐ" in said and "/tep/minh-chung?id=" in said
    talk = BA_TO | {"bai": number, "text": "Đã bổ sung <b>hai</b> xã"}
    said = followed(clerk, send(clerk, "/nop/y-kien", talk)).text
    assert "Đã bổ sung &lt;b&gt;hai&lt;/b&gt; xã" in said
    assert "Rút bản đã nộp" in said and "<script" not in said


def test_evidence_of_a_kind_not_taken_is_refused_with_a_way_back(stranger: Visitor) -> None:
    clerk = stranger.sign_in_as("ba-to")
    answer = send(clerk, "/nop/minh-chung", BA_TO | {"key": ""}, ("a.pdf", b"MZ\x90\x00program"))
    assert answer.status == 409
    assert 'href="/nop"' in answer.text


def test_nobody_looks_at_or_adds_to_another_units_return(stranger: Visitor) -> None:
    other = stranger.sign_in_as("binh-son")
    assert other.get(OF_BA_TO).status == 403
    assert send(other, "/nop/minh-chung", BA_TO | {"key": ""}, ("a.pdf", PDF)).status == 403
    assert send(other, "/nop/van-ban", PLAN | HEAD | {"unit": "535"}, ("a.pdf", PDF)).status == 403
    member = stranger.sign_in_as("uy-vien")
    assert "dành cho đơn vị" in unescape(member.get(OF_BA_TO).text)


def test_the_receipt_as_json_says_how_it_came(stranger: Visitor, engine: Engine) -> None:
    clerk = stranger.sign_in_as("ba-to")
    number = handed_in(clerk, engine)
    slip = json.loads(clerk.get(f"/tep/phieu-tiep-nhan?id={number}").text)
    assert slip["receipt"].endswith("/PTN") and len(slip["sha256"]) == 64
    keys = {"received", "recorded", "sent_by", "estimate", "arrived", "channel", "receivers"}
    assert keys <= set(slip)


@pytest.mark.parametrize("period", ["2022-Q3", "2022-Q4"])
def test_the_archive_names_its_period(stranger: Visitor, period: str) -> None:
    path = f"/tep/bo-bieu-mau?unit=535&period={period}"
    names = ZipFile(BytesIO(stranger.sign_in_as("ba-to").get(path).body)).namelist()
    assert all(name.endswith(f"_535_{period}.xlsx") for name in names)
