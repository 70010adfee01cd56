"""What a person is told when something is not allowed, not there, mistyped or broken."""

import logging
import secrets

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response

from dashboard import wording
from dashboard.web.guard import secured
from dashboard.web.plain import FIRST_PAGE, PLAIN_PAGE, Back, sentence_page
from scoring.refusals import Refusal, Refused

_LOG = logging.getLogger("qcdc")

_NOT_THERE = frozenset(
    {
        Refusal.UNKNOWN_UNIT,
        Refusal.UNKNOWN_CRITERIA_VERSION,
        Refusal.UNKNOWN_GROUP,
        Refusal.UNKNOWN_PERIOD,
        Refusal.UNKNOWN_FORM,
        Refusal.UNKNOWN_CRITERION,
        Refusal.UNKNOWN_SUBMISSION,
        Refusal.UNKNOWN_ATTACHMENT,
        Refusal.UNKNOWN_PROGRAMME,
        Refusal.UNKNOWN_PROGRAMME_VERSION,
        Refusal.UNKNOWN_DRAFT,
        Refusal.NO_CRITERIA,
    }
)
_NOT_ALLOWED = frozenset({Refusal.ROLE_NOT_ALLOWED, Refusal.NOT_YOUR_UNIT, Refusal.NOT_PUBLISHED})


class WrongAddress(Exception):
    """A parameter of the address is missing or cannot be read; the sentence says which."""


class NotThere(Exception):
    """What the address names cannot be had; the sentence says why."""


class WrongEntry(Exception):
    """Something typed or chosen in a form cannot be taken; the sentence says what to do."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def wrong_entry(request: Request, wrong: WrongEntry) -> Response:
    return sentence_page("Chưa nhận được", str(wrong), wrong.status, _back(request))


def wrong_address(request: Request, wrong: WrongAddress) -> Response:
    return sentence_page("Địa chỉ không đúng", str(wrong), 400, _back(request))


def not_there(request: Request, missing: NotThere) -> Response:
    return sentence_page("Không tìm thấy", str(missing), 404, _back(request))


def refused(request: Request, refused: Refused) -> Response:
    status = 404 if refused.code in _NOT_THERE else 403 if refused.code in _NOT_ALLOWED else 409
    title = "Không tìm thấy" if status == 404 else "Không thực hiện được"
    return sentence_page(title, wording.refusal(refused), status, _back(request))


def broke(request: Request, error: Exception) -> Response:
    reference = _noted(f"{request.method} {request.url.path}", error)
    sentence = wording.SOMETHING_BROKE.format(reference=reference)
    return secured(sentence_page("Có lỗi của hệ thống", sentence, 500, _back(request)))


def page_broke(error: Exception) -> bool:
    """Streamlit asks this when a page's script raises; True: nothing else is to be shown."""
    if isinstance(error, Refused):
        st.warning(wording.refusal(error))
    else:
        st.error(wording.SOMETHING_BROKE.format(reference=_noted("page", error)))
    return True


def _back(request: Request) -> Back:
    """Whoever uses the plain page may have a browser that shows no other."""
    path = request.url.path
    plain = path == PLAIN_PAGE.address or path.startswith(f"{PLAIN_PAGE.address}/")
    return PLAIN_PAGE if plain else FIRST_PAGE


def _noted(where: str, error: Exception) -> str:
    """The short reference a person can read out over the telephone, and find in the log."""
    reference = secrets.token_hex(2).upper()
    _LOG.error("%s %s", reference, where, exc_info=error)
    return reference


HANDLERS = {
    WrongEntry: wrong_entry,
    WrongAddress: wrong_address,
    NotThere: not_there,
    Refused: refused,
    Exception: broke,
}
