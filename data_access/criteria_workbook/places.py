"""Where in a workbook each part of a table was typed, by the part's path in the data file."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scoring.issues import Issue, Where

_LAST_STEP = re.compile(r"(\.[^.\[\]]*|\[\d+\])$")


class Places:
    """Paths as `classes[1].from`, each with the sheet and the cell."""

    def __init__(self) -> None:
        self._cells: dict[str, tuple[str, str]] = {}

    def put(self, path: str, sheet: str, cell: str) -> None:
        self._cells[path] = (sheet, cell)

    def alias(self, path: str, known: str) -> None:
        """Another name for a path that was put before."""
        self._cells.setdefault(path, self._cells[known])

    def located(self, issues: Sequence[Issue]) -> tuple[Issue, ...]:
        """The same issues, by sheet and cell instead of path."""
        return tuple(replace(one, where=self._where(one.where)) for one in issues)

    def _where(self, where: Where) -> Where:
        path = where.path or ""
        while path and path not in self._cells:
            path = _LAST_STEP.sub("", path) if _LAST_STEP.search(path) else ""
        if not path:
            return where
        sheet, cell = self._cells[path]
        return Where(sheet, cell)
