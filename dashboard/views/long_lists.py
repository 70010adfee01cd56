"""A long list a screenful at a time: what is shown of how many, and the ways to the rest."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.views.table import Link

# In the address.
PAGE_NUMBER = "trang"


@dataclass(frozen=True)
class Paging:
    """Rows `first` to `last`, counted from 0, `last` not among them; `said` is empty where all
    stand on one page."""

    first: int = 0
    last: int = 0
    said: str = ""
    ways: tuple[tuple[str, Link], ...] = ()


def paging(count: int, most: int, page: int, link: Callable[[int], Link]) -> Paging:
    """`most` rows on a page; a page that there is not is the last one."""
    pages = max(1, -(-count // most))
    page = min(page, pages)
    first, last = (page - 1) * most, min(page * most, count)
    if pages == 1:
        return Paging(0, count)
    ways = []
    if page > 1:
        ways.append(("Trang trước", link(page - 1)))
    if page < pages:
        ways.append(("Trang sau", link(page + 1)))
    said = f"Dòng {first + 1}–{last} trong {count}, trang {page}/{pages}."
    return Paging(first, last, said, tuple(ways))
