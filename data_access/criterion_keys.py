"""Which criterion a row or an answer of the self-score form belongs to."""

from scoring.criteria import CriteriaSet

_OF_A_CRITERION = ("@claim.", "@evidence.", "@note.")


class CriterionKeys:
    """Of one table."""

    def __init__(self, table: CriteriaSet) -> None:
        leaves = table.leaves()
        self._codes = frozenset(leaf.code for leaf in leaves)
        self._by_figure = {asked.key: leaf.code for leaf in leaves for asked in leaf.inputs}

    def criterion_of(self, key: str) -> str | None:
        """The code of the criterion, given it, its rows ("1.2.a") or its answers; None of anything
        else, as of the signed scan, whose key is empty."""
        for prefix in _OF_A_CRITERION:
            key = key.removeprefix(prefix)
        row, _, _ = key.rpartition(".")
        candidates = (key, self._by_figure.get(key), row)
        return next((one for one in candidates if one in self._codes), None)
