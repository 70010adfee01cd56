"""View-models of points as HTML. Every word of theirs is escaped here."""

from collections.abc import Iterable
from html import escape

from dashboard.markup import (
    Address,
    anchor,
    back,
    basis,
    controls,
    prints,
    sentence,
    sentences,
    table,
    terms,
)
from dashboard.return_markup import feed
from dashboard.views.appraisal_grid import GridLine
from dashboard.views.places import Places
from dashboard.views.publication import Official
from dashboard.views.score_talk import Question
from dashboard.views.scorecard import ScorecardView

ALL_UNITS = "Xem bảng của tất cả đơn vị"
CURRENT = "Xem kết quả đang có hiệu lực"
BEFORE = "Xem bảng đã công bố trước đó"


def grid_line(line: GridLine, address: Address) -> str:
    """What the points are about, the figures side by side, and the evidence to be opened."""
    figures = "".join(
        f"<span><i>{escape(label)}:</i> <b>{escape(points)}</b></span>"
        for label, points in line.figures
    )
    evidence = " ".join(anchor(one.words, one.link, address) for one in line.evidence if one.link)
    notice = f'<p class="q-detail">{escape(line.notice)}</p>' if line.notice else ""
    opened = f'<p class="q-evidence">Minh chứng: {evidence}</p>' if evidence else ""
    return (
        f'<div class="q-line"><b>{escape(line.title)}</b>'
        f'<p class="q-rounds">{figures}<span class="q-detail">{escape(line.state)}</span></p>'
        f"{notice}{opened}{basis(line.basis, address)}</div>"
    )


def questions(title: str, asked: Iterable[Question]) -> str:
    """What waits for the reader's answer stands first and marked."""
    items = "".join(
        f"<li><b>{escape(one.title)}</b><p>{escape(one.words)}</p>"
        f'<span class="q-detail">{escape(one.said)}</span></li>'
        for one in asked
    )
    if not items:
        return ""
    return f'<section class="q-sent-back"><h2>{escape(title)}</h2><ul>{items}</ul></section>'


def asked(view: ScorecardView) -> str:
    """What this unit has still to answer, and what it asked for and waits for."""
    return questions("Yêu cầu giải trình", view.talk.explanations) + questions(
        "Đề nghị xem xét lại, chưa trả lời", view.talk.requests
    )


def scorecard(view: ScorecardView, address: Address) -> str:
    return (
        f"{sentences(view.summary)}{back(ALL_UNITS, view.back, address)}"
        f"{controls(view.links, address) if view.links else ''}"
        f"{table(view.table, address)}{table(view.lost, address)}{table(view.moved, address)}"
        f"{table(view.remedies.table, address)}{feed(view.talk.feed, address)}"
    )


def places(view: Places, address: Address) -> str:
    return (
        f"{sentence(view.instead)}{back(CURRENT, view.back, address)}"
        f"{_official(view.official, address)}"
        f"{table(view.table, address)}{prints(view.prints, address)}"
    )


def _official(view: Official | None, address: Address) -> str:
    """Number and decision, and of a correction both ranks."""
    if view is None:
        return ""
    return (
        f'<section class="q-receipt">{terms(view.lines)}'
        f"{back(BEFORE, view.older, address)}</section>"
        f"{sentence(view.moved_said)}{table(view.moved, address)}"
    )
