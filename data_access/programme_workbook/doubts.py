"""What of a workbook is let in and told all the same, together with whatever is wrong in it."""

from collections.abc import Collection, Iterator, Mapping

from data_access.yaml_files import Plain
from scoring.issues import Code, Issue, Where, issue
from scoring.timing import read_timing
from scoring.timing_readings import Reading

# Where the sheet names no year: of a leap year, that no day is unreadable for want of it.
_ANY_YEAR = 2000


def unread_words(programme: Mapping[str, Plain]) -> Iterator[Issue]:
    """Let in, because the person says on the page what is meant; but told here already."""
    known = programme.get("year")
    year = known if isinstance(known, int) and 1900 <= known <= 2100 else _ANY_YEAR
    for at, task in enumerate(programme.get("tasks") or []):
        if task.get("due") is None:
            yield from _unread(f"tasks[{at}].when", str(task.get("when") or ""), year)
    for at, report in enumerate(programme.get("reports") or []):
        for mark, words in (report.get("when") or {}).items():
            yield from _unread(f"reports[{at}].when.{mark}", str(words), year)


def unknown_forms(programme: Mapping[str, Plain], forms: Collection[str]) -> Iterator[Issue]:
    for at, report in enumerate(programme.get("reports") or []):
        form = report.get("form")
        if form and form not in forms:
            yield issue(Where(path=f"reports[{at}].form"), Code.DUTY_FORM_UNKNOWN, value=form)


def _unread(path: str, words: str, year: int) -> Iterator[Issue]:
    if read_timing(words, year).reading is Reading.UNREAD:
        yield issue(Where(path=path), Code.TIMING_UNREAD, value=words)
