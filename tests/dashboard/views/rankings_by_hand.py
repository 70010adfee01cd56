"""Ranking results written by hand, as the queries give them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from data_access.moments import HANOI
from data_access.queries.publications import Correction
from data_access.queries.scores import RankingResult
from data_access.rankings import CriteriaHead, Publication, PublicationKind
from scoring.periods import parse_period
from scoring.ranking import rank
from scoring.scorecards import BlockTotal, Scorecard
from scoring.side_by_side import GivenPlace, PlacePair

GROUP = "Huyện, thị, thành ủy"
CRITERIA = CriteriaHead("bang-2022", "2", "Bảng tiêu chí năm 2022", illustrative=False)
LONG_BLOCK = "Tham mưu, tổ chức thực hiện Quy chế dân chủ ở cơ sở"


def card(
    name: str,
    first: str,
    second: str,
    plus: str = "0.00",
    minus: str = "0.00",
    *,
    unit: str = "",
    group: str | None = GROUP,
    class_name: str | None = None,
    note: str = "",
    unranked: str | None = None,
) -> Scorecard:
    points = [Decimal(number) for number in (first, second, plus, minus)]
    blocks = (
        BlockTotal("1", "Văn bản", Decimal(10), points[0]),
        BlockTotal("2", LONG_BLOCK, Decimal(90), points[1]),
    )
    return Scorecard(
        unit or name,
        name,
        group,
        None,
        (),
        blocks,
        Decimal(100),
        total=None if unranked else sum(points, Decimal(0)),
        plus=None if unranked else points[2],
        minus=None if unranked else points[3],
        class_name=class_name,
        note=note,
        unranked=unranked,
    )


FOUR = (
    card("Trà Bồng", "9.50", "80.00", class_name="Hoàn thành tốt"),
    card("Ba Tơ", "9.00", "80.50", class_name="Hoàn thành tốt"),
    card("Đức Phổ", "10.00", "84.00", "1.50", "-0.25", class_name="Hoàn thành xuất sắc"),
    card("Lý Sơn", "8.00", "70.00", class_name="Hoàn thành", note="Bị hạ loại"),
)
WAITING = card("Sơn Hà", "9.00", "0.00", unranked="Chưa nộp bảng tự chấm điểm")


def result(
    cards: Sequence[Scorecard] = (*FOUR, WAITING),
    period: str = "2022",
    *,
    published: bool = True,
    criteria: CriteriaHead = CRITERIA,
) -> RankingResult:
    known = parse_period(period)
    at = datetime(2023, 1, 12, 9, 30, tzinfo=HANOI)
    publication = Publication(1, known, None, 7, at) if published else None
    provisional = not published or not known.is_year
    cards = tuple(cards)
    return RankingResult(known, None, criteria, provisional, publication, rank(cards), cards)


def many(count: int) -> tuple[Scorecard, ...]:
    prefix = "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở xã"
    return tuple(
        card(
            f"{prefix} {number}",
            "8.00",
            f"{70 + number / 100:.2f}",
            unit=f"{number:05}",
            class_name="Hoàn thành",
        )
        for number in range(count)
    )


def given(rank: int | None, total: str | None, class_name: str | None = None) -> GivenPlace:
    return GivenPlace(rank, None if total is None else Decimal(total), class_name, "")


MOVED = (
    PlacePair(
        "Ba Tơ",
        "Ba Tơ",
        GROUP,
        given(3, "88.50", "Hoàn thành"),
        given(2, "89.50", "Hoàn thành tốt"),
    ),
    PlacePair(
        "Lý Sơn", "Lý Sơn", GROUP, given(4, "77.50", "Hoàn thành"), given(4, "78.00", "Hoàn thành")
    ),
)


def corrected(*places: PlacePair) -> Correction:
    """An erratum of publication 7 under document 12-QĐ/BCĐ."""
    old = replace(result().published, decision="12-QĐ/BCĐ", decided_on=date(2023, 1, 12))
    new = replace(
        old,
        id=2,
        number=9,
        kind=PublicationKind.ERRATUM,
        reason="Cộng nhầm mục 2",
        decision="15-QĐ/BCĐ",
        decided_on=date(2023, 2, 1),
        replaces=1,
    )
    return Correction(old, new, PublicationKind.ERRATUM, new.reason, places)
