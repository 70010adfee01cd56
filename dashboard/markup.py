"""View-models as HTML. Every word of theirs is escaped here; knows no Streamlit call."""

from collections.abc import Callable, Iterable
from html import escape

from dashboard.views.heading import Heading
from dashboard.views.noted import Noted
from dashboard.views.overview import KeyFigure
from dashboard.views.places import Prints
from dashboard.views.receipts import Outcome
from dashboard.views.table import Basis, Cell, Column, Link, Part, Row, Span, Table
from dashboard.views.tiles import Square, TileMap
from dashboard.wording import StateWords

# From a link of a view-model to an address: the page's address decides what it keeps.
Address = Callable[[Link], str]

_ROW_PIXELS = 62
BASIS = "Xem căn cứ"


def heading(view: Heading) -> str:
    scope = " · ".join(escape(words) for words in view.scope)
    mark = " · <strong>số liệu minh họa</strong>" if view.illustrative else ""
    return (
        f'<header class="q-head"><p class="q-page">{escape(view.page)}</p>'
        f"<h1>{escape(view.title)}</h1>"
        f'<p class="q-scope">{scope}{mark}</p></header>'
    )


def strip(figures: Iterable[KeyFigure], address: Address) -> str:
    return f'<div class="q-strip">{"".join(_figure(one, address) for one in figures)}</div>'


def _figure(one: KeyFigure, address: Address) -> str:
    tone = " q-alarm" if one.alarm else ""
    return (
        f'<a class="q-figure{tone}" href="{escape(address(one.link))}" target="_self">'
        f'<span class="q-label">{escape(one.label)}</span>'
        f'<span class="q-value">{escape(one.value)}</span>'
        f'<span class="q-sentence">{escape(one.sentence)}</span></a>'
    )


def state(words: StateWords) -> str:
    border = "#DEDAD2" if words.bordered else "transparent"
    style = f"color:{words.ink};background:{words.ground};border-color:{border}"
    return f'<span class="q-state" style="{style}">{mark(words)} {escape(words.word)}</span>'


def mark(words: StateWords) -> str:
    return f'<i class="q-mark">{words.mark}</i>'


def legend(tiles: TileMap) -> str:
    """What the colours mean, how many there are of each, and who has no square."""
    entries = "".join(f"<li>{state(entry.state)} {entry.count}</li>" for entry in tiles.legend)
    elsewhere = "; ".join(
        f"{escape(name)} ({mark(words)} {escape(words.word)})" for name, words in tiles.elsewhere
    )
    others = f'<p class="q-note">Không có trên sơ đồ: {elsewhere}.</p>' if elsewhere else ""
    return f'<ul class="q-legend">{entries}</ul><p class="q-note">{tiles.caption}</p>{others}'


def tiles(view: TileMap, address: Address) -> str:
    """The map in small: links, placed by share of the width, so that it fits every screen."""
    squares = "".join(_square(one, view.columns, address) for one in view.squares)
    height = round(view.rows * _ROW_PIXELS)
    return f'<div class="q-tiles" style="height:{height}px">{squares}</div>'


def _square(one: Square, columns: int, address: Address) -> str:
    side = 100 / columns
    style = (
        f"left:{one.column * side:.2f}%;top:{one.row * _ROW_PIXELS:.0f}px;"
        f"width:calc({side:.2f}% - 5px);color:{one.state.ink};background:{one.state.ground};"
        f"border-color:{one.state.ink}"
    )
    name = "<br>".join(escape(line) for line in one.lines)
    return (
        f'<a class="q-tile" style="{style}" title="{escape(one.sentence)}" target="_self" '
        f'href="{escape(address(one.link))}"><b>{name}</b>'
        f"<span>{mark(one.state)} {escape(one.state.word)}</span></a>"
    )


def table(view: Table | None, address: Address) -> str:
    if view is None:
        return ""
    title = f"<h2>{escape(view.title)}</h2>" if view.title else ""
    heads = "".join(_head(column) for column in view.columns)
    rows = "".join(_row(row, view.columns, address) for row in view.rows)
    notes = "".join(f'<p class="q-note">{escape(note)}</p>' for note in view.notes)
    return (
        f'{title}<table class="q-table q-{view.shape}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>{notes}"
    )


def _head(column: Column) -> str:
    return f'<th scope="col"{_classes(column)}>{escape(column.heading)}</th>'


def _classes(column: Column) -> str:
    marks = {
        "q-n": column.number,
        "q-minor": column.minor,
        "q-whole": column.unbroken,
        "q-wide": column.wide,
    }
    names = " ".join(name for name, on in marks.items() if on)
    return f' class="{names}"' if names else ""


def _row(row: Row, columns: tuple[Column, ...], address: Address) -> str:
    kind = "q-group" if row.heading else "q-chosen" if row.chosen else ""
    if row.heading and len(row.cells) == 1:
        inner = f'<th scope="rowgroup" colspan="{len(columns)}">{_cell(row.cells[0], address)}</th>'
    else:
        pairs = zip(columns, row.cells, strict=True)
        inner = "".join(_data(column, cell, address) for column, cell in pairs)
    return f'<tr class="{kind}">{inner}</tr>' if kind else f"<tr>{inner}</tr>"


def _data(column: Column, cell: Cell, address: Address) -> str:
    label = escape(column.heading)
    return f'<td{_classes(column)} data-label="{label}">{_cell(cell, address)}</td>'


def _cell(cell: Cell, address: Address) -> str:
    words = escape(cell.text)
    if cell.alarm:
        words = f'<span class="q-late">{words}</span>'
    if cell.link is not None:
        words = f'<a href="{escape(address(cell.link))}" target="_self">{words}</a>'
    if cell.state is not None:
        words += state(cell.state)
    if cell.bar is not None:
        bar = f'<span class="q-bar"><i style="width:{cell.bar}%"></i></span>'
        words = f'{bar}<span class="q-total">{words}</span>'
    if cell.span is not None:
        words = span(cell.span) + words
    if cell.parts:
        words = parts(cell.parts) + words
    detail = f'<span class="q-detail">{escape(cell.detail)}</span>' if cell.detail else ""
    return words + detail + basis(cell.basis, address)


def parts(view: Iterable[Part]) -> str:
    """Side by side in proportion; mark and number tell them apart where colours do not."""
    inner = "".join(
        f'<span style="flex-grow:{one.count};color:{one.state.ink};background:{one.state.ground};'
        f'border-color:{one.state.ink}" title="{escape(one.state.word)}: {one.count}">'
        f"{mark(one.state)} {one.count}</span>"
        for one in view
    )
    return f'<span class="q-parts">{inner}</span>'


def span(view: Span) -> str:
    """A band from the lowest to the highest, and a mark where it stands."""
    steps = max(1, view.last - view.first)
    low, high, at = (100 * (n - view.first) / steps for n in (view.low, view.high, view.at))
    said = escape(view.sentence)
    return (
        f'<span class="q-span" role="img" aria-label="{said}" title="{said}">'
        f'<i style="left:{low:.1f}%;width:{high - low:.1f}%"></i>'
        f'<b style="left:{at:.1f}%"></b></span>'
    )


def basis(parts: Iterable[Basis], address: Address) -> str:
    """Opened when it is wanted: by a click, or by the Enter key on its summary."""
    lines = "".join(
        f"<dt>{escape(one.label)}</dt><dd>{_linked(one, address)}</dd>" for one in parts
    )
    if not lines:
        return ""
    return f'<details class="q-basis"><summary>{BASIS}</summary><dl>{lines}</dl></details>'


def _linked(one: Basis, address: Address) -> str:
    return anchor(one.words, one.link, address) if one.link else escape(one.words)


def outcome(view: Outcome | None, address: Address) -> str:
    if view is None:
        return ""
    kind = "q-receipt" if view.accepted else "q-receipt q-refused"
    files = links(view.files, address)
    return (
        f'<section class="{kind}"><h2>{escape(view.title)}</h2>{terms(view.receipt)}'
        f'{sentence(view.said)}<p class="q-links">{files}</p></section>'
        f"{table(view.issues, address)}"
    )


def terms(lines: Iterable[tuple[str, str]]) -> str:
    """Labels and words, in two columns."""
    inner = "".join(f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>" for label, words in lines)
    return f"<dl>{inner}</dl>"


def known(lines: Iterable[tuple[str, str]]) -> str:
    """What is known of one thing, on the page itself."""
    return f'<section class="q-known">{terms(lines)}</section>'


def prints(ways: Iterable[Prints], address: Address) -> str:
    return "".join(
        f'<p class="q-links q-controls">{escape(way.words)}: {links(way.links, address)}</p>'
        for way in ways
    )


def links(links: Iterable[tuple[str, Link]], address: Address) -> str:
    return " ".join(f'<span class="q-button">{anchor(*one, address)}</span>' for one in links)


def anchor(words: str, link: Link, address: Address) -> str:
    return f'<a href="{escape(address(link))}" target="_self">{escape(words)}</a>'


def page_title(words: str) -> str:
    return f'<header class="q-head"><h1>{escape(words)}</h1></header>'


def title(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def back(words: str, link: Link | None, address: Address) -> str:
    return f'<p class="q-links q-controls">{anchor(words, link, address)}</p>' if link else ""


def controls(ways: Iterable[tuple[str, Link]], address: Address) -> str:
    return f'<p class="q-links q-controls">{links(ways, address)}</p>'


def looking_back(words: str, today: str) -> str:
    """Said wherever the day looked at is not today; `today` is the address that goes back."""
    if not words:
        return ""
    link = f'<a href="{escape(today)}" target="_self">Về hôm nay</a>'
    return f'<p class="q-another-day" role="status">{escape(words)} {link}</p>'


def sentence(words: str) -> str:
    """Nothing at all for no words: a page need not ask."""
    return f'<p class="q-said">{escape(words)}</p>' if words else ""


def sentences(said: Iterable[str]) -> str:
    return "".join(sentence(words) for words in said)


def refusal(words: str) -> str:
    return f'<p class="q-refusal" role="alert">{escape(words)}</p>'


def field_remark(words: str) -> str:
    return f'<p class="q-field-remark" role="alert">{escape(words)}</p>'


def note(words: str) -> str:
    return f'<p class="q-note">{escape(words)}</p>'


def noted(left: Noted) -> str:
    """What an action said before the page was drawn anew."""
    if left.refused:
        return "".join(refusal(words) for words in left.said)
    return "".join(f'<p class="q-done" role="status">{escape(words)}</p>' for words in left.said)


def committee(name: str) -> str:
    return (
        f'<div class="q-committee"><b>{escape(name)}</b>'
        "<span>Theo dõi, đánh giá, xếp loại</span></div>"
    )


def section(title: str) -> str:
    """Above the pages that belong together in the list at the side."""
    return f'<p class="q-section">{escape(title)}</p>'


def signed_in(name: str, role: str) -> str:
    return (
        f'<div class="q-person"><b>{escape(name)}</b><span>{escape(role)}</span>'
        '<form method="post" action="/dang-xuat"><button type="submit">Đăng xuất</button></form>'
        "</div>"
    )
