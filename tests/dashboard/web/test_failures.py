"""What broke is in the log under the reference that the person was told."""

import logging
import re

import pytest
from starlette.requests import Request

from dashboard.web.failures import broke


def test_the_reference_on_the_page_is_the_one_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    scope = {"type": "http", "method": "GET", "path": "/tep/x", "query_string": b"", "headers": []}
    scope |= {"scheme": "http", "server": ("here", 80)}
    with caplog.at_level(logging.ERROR):
        answer = broke(Request(scope), KeyError("inner secret"))
    page = answer.body.decode()
    reference = re.search(r"mã ([0-9A-F]{4})\.", page)
    assert answer.status_code == 500
    assert reference and f"{reference[1]} GET /tep/x" in caplog.text
    assert "inner secret" in caplog.text and "secret" not in page
    assert answer.headers["x-content-type-options"] == "nosniff"
