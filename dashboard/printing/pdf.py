"""Sets documents as PDF with typst. Knows no ranking rules and no official words."""

import json
import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst

from dashboard.printing.document import Document

_RANKING = "ranking.typ"
# A fixed moment in the file's properties: the same content is the same bytes.
_CREATED = 946_684_800
# Typst breaks lines only between words; one longer than any column would run over its neighbour.
_LONG_WORD = re.compile(r"\S{22}")
_MAY_BREAK = "\u200b"
# A compiler keeps the fonts and its parsed template; it serves one thread at a time.
_one_at_a_time = Lock()


def to_pdf(document: Document) -> bytes:
    return typeset(_RANKING, document)


def typeset(template: str, document: object) -> bytes:
    """A dataclass, by a template that lies beside this file and reads it as JSON."""
    # People's text enters as JSON only: inside the template it is a string, never markup.
    words = json.dumps(asdict(document, dict_factory=_breakable), default=str)
    given = {"document": words}
    with _one_at_a_time:
        return _compiler(template).compile(sys_inputs=given, format="pdf", timestamp=_CREATED)


@lru_cache(maxsize=4)
def _compiler(template: str) -> typst.Compiler:
    # Only the embedded faces: the paper looks the same on every machine.
    return typst.Compiler(Path(__file__).with_name(template), ignore_system_fonts=True)


def _breakable(fields: list[tuple[str, object]]) -> dict[str, object]:
    return {key: _broken(value) for key, value in fields}


def _broken(value: object) -> object:
    if isinstance(value, str):
        return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", value)
    if isinstance(value, tuple):
        return tuple(_broken(one) for one in value)
    return value
