"""Examples written in one line: `a=1 b=KPS @attr.vung=nui`."""

from tests.oracle.cards import scorecards
from tests.oracle.reading import load_set


def answers(written: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in written.split())


def card_of(table: str, figures: str, period: str | None = None) -> dict:
    return scorecards(load_set(table), {"u": answers(figures)}, period)[0]


def finals(table: str, figures: str) -> dict[str, str | None]:
    return {line["code"]: line["final"] for line in card_of(table, figures)["lines"]}
