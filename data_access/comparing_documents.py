"""Two documents of plain values compared, each difference by unit, criterion and what it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

# What names an entry of a list, the first that all of its entries have.
_NAMES = ("unit", "code", "key")
_CRITERIA = ("lines", "blocks")


@dataclass(frozen=True)
class Difference:
    """`what` is the path below the unit and criterion: final, places.rank, figures.da_hop.value;
    `stored` and `again` are None where there is nothing."""

    unit: str | None
    criterion: str | None
    what: str
    stored: str | None = None
    again: str | None = None


def differences(
    stored: object, again: object, *, missing_is_default: bool = False
) -> tuple[Difference, ...]:
    """In the order of the keys and of the lists. `missing_is_default`: what `stored` lacks is no
    difference, it was written before that was known."""
    return tuple(_compared(stored, again, Difference(None, None, ""), missing_is_default))


def _compared(stored: object, again: object, at: Difference, lenient: bool) -> Iterator[Difference]:
    if isinstance(stored, dict) and isinstance(again, dict):
        yield from _mappings(stored, again, at, lenient)
    elif isinstance(stored, list) and isinstance(again, list):
        yield from _lists(stored, again, at, lenient)
    elif stored != again or type(stored) is not type(again):
        yield replace(at, stored=_shown(stored), again=_shown(again))


def _mappings(stored: dict, again: dict, at: Difference, lenient: bool) -> Iterator[Difference]:
    for key in sorted(stored.keys() | again.keys()):
        if lenient and key not in stored:
            continue
        below = _below(at, key)
        if key in stored and key in again:
            yield from _compared(stored[key], again[key], below, lenient)
        else:
            yield replace(below, stored=_shown(stored.get(key)), again=_shown(again.get(key)))


def _lists(stored: list, again: list, at: Difference, lenient: bool) -> Iterator[Difference]:
    name = _name((*stored, *again))
    olds, news = _named(stored, name), _named(again, name)
    for key in dict.fromkeys((*olds, *news)):
        below = _entry(at, name, key)
        if key in olds and key in news:
            yield from _compared(olds[key], news[key], below, lenient)
        else:
            yield replace(below, stored=_shown(olds.get(key)), again=_shown(news.get(key)))
    if olds.keys() == news.keys() and list(olds) != list(news):
        yield replace(_below(at, "order"), stored=", ".join(olds), again=", ".join(news))


def _name(entries: Sequence[object]) -> str | None:
    """What tells the entries apart; None: only their position does."""
    for name in _NAMES:
        if all(isinstance(one, dict) and isinstance(one.get(name), str) for one in entries):
            return name
    return None


def _named(entries: list, name: str | None) -> dict[str, object]:
    """By name; an entry that repeats one is told by its position too."""
    found: dict[str, object] = {}
    for position, one in enumerate(entries, start=1):
        key = str(position) if name is None else one[name]
        found[f"{key} ({position})" if key in found else key] = one
    return found


def _entry(at: Difference, name: str | None, key: str) -> Difference:
    if name == "unit":
        return replace(at, unit=key)
    if name == "code" and at.what in _CRITERIA:
        return replace(at, criterion=key, what="" if at.what == "lines" else at.what)
    return _below(at, key)


def _below(at: Difference, key: str) -> Difference:
    if at.unit is None and key in ("cards", "ranking"):
        return at
    return replace(at, what=f"{at.what}.{key}" if at.what else key)


def _shown(value: object) -> str | None:
    """A value as it stands; of a whole entry only that it is there."""
    if value is None or isinstance(value, str):
        return value
    return "…" if isinstance(value, dict | list) else str(value)
