"""The fields of a plain form as HTML, each with its label. Whatever people typed is escaped."""

from collections.abc import Mapping
from html import escape

from scoring.forms import Mark


def hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def which(mark: Mark) -> str:
    """Form, unit and period of a return, sent along unseen."""
    said = (("form", mark.form), ("unit", mark.unit), ("period", str(mark.period)))
    return "".join(hidden(name, value) for name, value in said)


def line(
    name: str, label: str, value: str = "", *, required: bool = False, longest: int = 500
) -> str:
    asked = " required" if required else ""
    return (
        f'<label for="{name}">{escape(label)}</label>'
        f'<input id="{name}" name="{name}" value="{escape(value)}" maxlength="{longest}"{asked}>'
    )


def day(name: str, label: str, *, required: bool = False) -> str:
    """A line, not a field for days: those ask for them in the order of the browser's language."""
    asked = " required" if required else ""
    said = f"{label} (ngày/tháng/năm)"
    return (
        f'<label for="{name}">{escape(said)}</label>'
        f'<input id="{name}" name="{name}" maxlength="10" placeholder="05/4/2022"{asked}>'
    )


def choice(name: str, label: str, options: Mapping[str, str], current: str = "") -> str:
    listed = "".join(
        f'<option value="{escape(value)}"{" selected" if value == current else ""}>'
        f"{escape(words)}</option>"
        for value, words in options.items()
    )
    return (
        f'<label for="{name}">{escape(label)}</label>'
        f'<select id="{name}" name="{name}">{listed}</select>'
    )


def one_of(name: str, legend: str, options: Mapping[str, str], current: str) -> str:
    listed = "".join(
        f'<label class="one"><input type="radio" name="{name}" value="{escape(value)}"'
        f"{' checked' if value == current else ''}>{escape(words)}</label>"
        for value, words in options.items()
    )
    return f"<fieldset><legend>{escape(legend)}</legend>{listed}</fieldset>"


def agreed(name: str, words: str) -> str:
    return (
        f'<label class="one"><input type="checkbox" name="{name}" value="1" required>'
        f"{escape(words)}</label>"
    )


def file(label: str, accept: str, name: str = "file") -> str:
    return (
        f'<label for="{name}">{escape(label)}</label>'
        f'<input id="{name}" name="{name}" type="file" accept="{accept}" required>'
    )


def side_by_side(*fields: str) -> str:
    return '<div class="side">' + "".join(f"<div>{one}</div>" for one in fields) + "</div>"


def form(action: str, button: str, *parts: str, method: str = "post", files: bool = False) -> str:
    coded = ' enctype="multipart/form-data"' if files else ""
    return (
        f'<form class="screen" method="{method}" action="{action}"{coded}>{"".join(parts)}'
        f'<button class="primary {method}">{escape(button)}</button></form>'
    )
