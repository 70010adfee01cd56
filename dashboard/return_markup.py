"""View-models of returns and forms as HTML. Every word of theirs is escaped here."""

from collections.abc import Iterable
from html import escape

from dashboard.markup import Address, anchor, links, sentence, state, table, terms
from dashboard.views.batch import Batch
from dashboard.views.feed import FeedEntry, SentBack
from dashboard.views.forms import Checked, FormPage
from dashboard.views.offer import Offer
from dashboard.views.own_work import OwnWork
from dashboard.views.process import Difference
from dashboard.views.review import Opened
from dashboard.views.submission import Asked, History
from dashboard.views.table import Table


def steps(view: Asked, address: Address) -> str:
    """What to do before the file can be handed in; the file itself is the last step."""
    due = f"<p>{state(view.state)} {escape(view.due)}</p>" if view.state else ""
    template = ""
    if view.template is not None:
        every = ""
        if view.templates is not None:
            every = f" ({anchor('tải cả bộ biểu của kỳ', view.templates, address)})"
        first = anchor(view.template_words, view.template, address)
        template = f"<li>{first}{every} và điền số liệu.</li>"
    said = "".join(f"<li>{escape(step)}</li>" for step in view.steps)
    listed = f'<ol class="q-steps">{template}{said}</ol>'
    if not template:
        listed = "".join(map(sentence, view.steps))
    onward = ""
    if view.process is not None:
        onward = f" {anchor('Quá trình, bản ký, minh chứng', view.process, address)}"
    return f'{due}{listed}<p class="q-note">{escape(view.warning)}{onward}</p>'


def own_work(view: OwnWork | None, address: Address) -> str:
    return "" if view is None else sentence(view.said) + table(view.table, address)


def sent_back(view: SentBack | None) -> str:
    if view is None:
        return ""
    remarks = _remarks(view.remarks)
    return (
        f'<section class="q-sent-back"><h2>{escape(view.title)}</h2>'
        f"<p>{escape(view.reason)}</p>{remarks}"
        "<p>Đề nghị sửa trong bảng tính rồi nộp bản mới.</p></section>"
    )


def offer(view: Offer | None, address: Address) -> str:
    """What the press is about stands above the button; what it is made of beneath it."""
    if view is None:
        return ""
    kind = "q-receipt" if view.confirmation else "q-receipt q-refused"
    return (
        f'<section class="{kind}"><h2>{escape(view.title)}</h2>{terms(view.lines)}'
        f'{sentence(view.said)}<p class="q-links">{links(view.files, address)}</p></section>'
    )


def offer_details(view: Offer | None, address: Address) -> str:
    return "" if view is None else table(view.issues, address) + table(view.changes, address)


def batch(view: Batch | None, address: Address) -> str:
    return "" if view is None else table(view.table, address)


def history(view: History, address: Address) -> str:
    return table(view.latest, address) + folded(view.earlier, address)


def difference(view: Difference | None, address: Address) -> str:
    return "" if view is None else sentence(view.said) + table(view.table, address)


def feed(entries: Iterable[FeedEntry], address: Address) -> str:
    items = "".join(_entry(one, address) for one in entries)
    return f'<h2>Quá trình</h2><ol class="q-feed">{items}</ol>' if items else ""


def opened(view: Opened, address: Address) -> str:
    """What is needed to decide: the return itself, what is doubtful, what has changed."""
    return (
        f'{sentence(view.said)}<section class="q-receipt">{terms(view.lines)}'
        f'<p class="q-links">{links(view.files, address)}</p></section>'
        f"{tables((view.issues, view.changes, view.evidence), address)}"
        f"{folded(view.values, address)}"
    )


def folded(view: Table | None, address: Address) -> str:
    """A long table, opened when it is wanted."""
    if view is None:
        return ""
    inner = table(Table(view.columns, view.rows, "", view.shape, view.notes), address)
    return f'<details class="q-folded"><summary>{escape(view.title)}</summary>{inner}</details>'


def form_page(view: FormPage, address: Address) -> str:
    guide = "".join(f"<li>{escape(words)}</li>" for words in view.guide)
    files = f'<p class="q-links">{links(view.files, address)}</p>' if view.files else ""
    return (
        f'<section class="q-receipt">{terms(view.lines)}{files}</section>'
        f"{f'<h2>Hướng dẫn</h2><ul class=q-guide>{guide}</ul>' if guide else ''}"
        f"{tables(view.tables, address)}"
    )


def checked_form(view: Checked, address: Address) -> str:
    lines = f'<section class="q-receipt">{terms(view.lines)}</section>' if view.lines else ""
    return sentence(view.said) + table(view.issues, address) + lines


def tables(views: Iterable[Table | None], address: Address) -> str:
    return "".join(table(view, address) for view in views)


def _entry(one: FeedEntry, address: Address) -> str:
    title = (
        f'<b class="q-late">{escape(one.title)}</b>' if one.alarm else f"<b>{escape(one.title)}</b>"
    )
    said = f"<p>{escape(one.said)}</p>" if one.said else ""
    return (
        f'<li>{title}<span class="q-detail">{escape(one.when)} · {escape(one.who)}</span>'
        f"{said}{_remarks(one.remarks)}{folded(one.changes, address)}</li>"
    )


def _remarks(remarks: Iterable[tuple[str, str]]) -> str:
    items = "".join(f"<li>{escape(label)}: {escape(words)}</li>" for label, words in remarks)
    return f'<ul class="q-remarks">{items}</ul>' if items else ""
