"""A person's own workbook given back with its remarks in it. The work is done by a worker."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from data_access.workbook import limits, workers
from scoring.issues import Severity


@dataclass(frozen=True)
class Remark:
    """A ready sentence for one cell; without a cell it concerns a sheet or the whole file."""

    sheet: str | None
    cell: str | None
    severity: Severity
    sentence: str


@dataclass(frozen=True)
class MarkingWords:
    """Every word on the list of remarks. `sheet` names the list, `title` heads it; `place`,
    `severity` and `sentence` head its columns; `whole_file` stands for a place without a cell;
    `author` signs the comments."""

    sheet: str
    title: str
    number: str
    place: str
    severity: str
    sentence: str
    error: str
    warning: str
    whole_file: str
    author: str


def mark_workbook(content: bytes, remarks: Sequence[Remark], heading: MarkingWords) -> bytes | None:
    """A marked copy, always an xlsx without macros: the person's own workbook or, of an xls, xlsb
    or ods, one rebuilt from what was read. None for files that cannot be marked."""
    if not content or len(content) > limits.COMPRESSED_BYTES:
        return None
    request = {
        "task": "mark",
        "remarks": [asdict(remark) for remark in remarks],
        "words": asdict(heading),
    }
    header, marked = workers.ask(request, content)
    return None if "code" in header else marked
