"""The head of a signed document, checked for plausibility. Knows no file and no database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data_access.admitting import written_day
from scoring.issues import Code, Issue, Where, issue
from scoring.periods import Period

SHORTEST_ABSTRACT, LONGEST_ABSTRACT = 5, 500
LONGEST_SIGNER = 200

# 12-KH/BCĐ, 03/BC-UBND, 34/2007/PL-UBTVQH11, 810-TB/TU; never a symbol without its number.
_NUMBER = re.compile(r"[0-9]{1,5}[a-z]?(?: ?[-/] ?[0-9A-ZĐƯƠĂÂÊÔ]{1,15}){1,5}", re.IGNORECASE)


@dataclass(frozen=True)
class DocumentHead:
    """Số/ký hiệu, ngày ký, người ký, trích yếu."""

    number: str
    signed_on: date
    signer: str
    abstract: str

    def tidy(self) -> "DocumentHead":
        return DocumentHead(
            " ".join(self.number.split()),
            self.signed_on,
            " ".join(self.signer.split()),
            " ".join(self.abstract.split()),
        )


def head_issues(head: DocumentHead, period: Period, day: date) -> Iterator[Issue]:
    """Everything implausible at once, in the order in which it is asked."""
    if not _NUMBER.fullmatch(head.number):
        yield issue(Where(label="Số, ký hiệu"), Code.DOCUMENT_NUMBER, value=head.number)
    earliest = date(period.year - 1, 1, 1)
    if not earliest <= head.signed_on <= day:
        limits = {"earliest": written_day(earliest), "latest": written_day(day)}
        signed = written_day(head.signed_on)
        yield issue(Where(label="Ngày ký"), Code.DATE_OUTSIDE, value=signed, **limits)
    if not _is_a_name(head.signer):
        yield issue(Where(label="Người ký"), Code.DOCUMENT_SIGNER, value=head.signer)
    length, most = len(head.abstract), LONGEST_ABSTRACT
    if not SHORTEST_ABSTRACT <= length <= most:
        where = Where(label="Trích yếu")
        least = SHORTEST_ABSTRACT
        yield issue(where, Code.DOCUMENT_ABSTRACT, length=length, least=least, most=most)


def _is_a_name(signer: str) -> bool:
    words = [word for word in signer.split() if any(letter.isalpha() for letter in word)]
    return len(words) >= 2 and len(signer) <= LONGEST_SIGNER
