"""A ranking table set on official paper: every word and width decided. Writes no file."""

from dataclasses import dataclass
from datetime import date

from dashboard.printing.issuer import Issuer
from dashboard.printing.profiles import Profile, Superior
from dashboard.printing.widths import Paper, paper_for
from dashboard.views.ranking import RankingTable
from dashboard.views.ranking_notes import ILLUSTRATIVE

DRAFT = "DỰ THẢO"
BLANK_DAY = "ngày …… tháng …… năm ………"


@dataclass(frozen=True)
class Document:
    """What PDF and XLSX both say. `running` stands at the head of every page after the first."""

    profile: Profile
    table: RankingTable
    paper: Paper
    superior: str
    issuer: str
    number: str
    place_and_day: str
    draft: str
    illustrative: str
    running: str
    title: str
    subject: str
    qualifier: str
    signature: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]


def document_for(
    table: RankingTable, profile: Profile, issuer: Issuer, day: date | None, number: str | None
) -> Document:
    """Day and number belong to the clerical office: unknown ones are left blank, never guessed."""
    draft = DRAFT if table.draft else ""
    illustrative = ILLUSTRATIVE if table.illustrative else ""
    return Document(
        profile=profile,
        table=table,
        paper=paper_for(table, profile),
        superior=issuer.superior(profile.superior),
        issuer=issuer.name,
        number=_number(profile, issuer, number),
        place_and_day=f"{issuer.place}, {_day(day)}",
        draft=draft,
        illustrative=illustrative,
        running=" · ".join(mark for mark in (draft, illustrative) if mark),
        title=table.title.upper(),
        subject=table.subject,
        qualifier=f"({table.qualifier})" if table.qualifier else "",
        signature=signing_office(profile, issuer),
        signer=issuer.signer,
        recipients=_recipients(profile, issuer),
    )


_BLANK_NUMBER = "\u00a0" * 8


def _number(profile: Profile, issuer: Issuer, number: str | None) -> str:
    """A bare number goes where the clerk would write it, padded below 10; "05-BC/BCĐ" stands as
    given."""
    if number and not number.isdigit():
        return f"{profile.number} {number}"
    # Spaces that neither a browser nor the typesetter folds: the clerk writes on them.
    written = " " + number.zfill(2) if number else _BLANK_NUMBER
    return profile.number_blank.format(number=written, symbol=issuer.symbol)


def _day(day: date | None) -> str:
    """Days below 10 and the months 1 and 2 are padded, so that no digit can be put before them."""
    if day is None:
        return BLANK_DAY
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def signing_office(profile: Profile, issuer: Issuer) -> tuple[str, ...]:
    """The office that signs, line by line."""
    collective = (profile.collective,) if profile.collective else ()
    head = issuer.head if profile.superior is Superior.PARTY else issuer.state_head
    if issuer.deputy_signs:
        return (*collective, f"{profile.deputy_mark} {head[-1]}", issuer.deputy)
    return (*collective, *head)


def _recipients(profile: Profile, issuer: Issuer) -> tuple[str, ...]:
    archive = profile.archive.format(archive=issuer.archive).strip()
    listed = (f"- {one}{profile.recipient_end}" for one in issuer.recipients)
    return (*listed, f"- {archive}.")
