"""Reading YAML so that what was typed is what is read. Knows YAML, no subject matter.

Numbers are exact, only true and false are booleans, and a key written twice is an issue: YAML's
own rules would read `no` as false, 010 as eight, and let the second key silently win.
"""

import re
from datetime import date
from decimal import Decimal

import yaml

from scoring.issues import Code, Issue, Where, issue

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | Decimal | date | None

# More than any table of criteria has; aliases could otherwise unfold without end.
_MOST_NODES = 100_000
_DEEPEST = 60
_TEXT = "tag:yaml.org,2002:str"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_BROKEN = re.compile(r"[-+]?[0-9]{0,18}\.[0-9]{1,18}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def load_yaml(text: str) -> tuple[object, tuple[Issue, ...]]:
    """The document as plain values, or the place where it stops being YAML."""
    try:
        root = yaml.compose(text.removeprefix("\ufeff"), Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, (_not_yaml(text, error),)
    except RecursionError:
        return None, (issue(Where(), Code.NOT_YAML, line="", text=""),)
    unfolding = _Unfolding()
    value = unfolding.value(root, "", 0) if root is not None else None
    return (None, unfolding.stopped) if unfolding.stopped else (value, tuple(unfolding.twice))


class _Unfolding:
    """One document's nodes turned into values, counting them and noting keys given twice."""

    def __init__(self) -> None:
        self.twice: list[Issue] = []
        self.stopped: tuple[Issue, ...] = ()
        self._nodes = 0

    def value(self, node: yaml.Node, path: str, depth: int) -> Plain:
        self._nodes += 1
        if self._nodes > _MOST_NODES or depth > _DEEPEST:
            self._stop(node, path)
        if self.stopped:
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            children = enumerate(node.value)
            return [self.value(child, f"{path}[{at}]", depth + 1) for at, child in children]
        return node.value if node.style or node.tag == _TEXT else _plain(node.value)

    def _mapping(self, node: yaml.MappingNode, path: str, depth: int) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key_node, child in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._stop(key_node, path)
                return {}
            key = key_node.value
            at = f"{path}.{key}" if path else key
            if key in found:
                line = str(key_node.start_mark.line + 1)
                self.twice.append(issue(Where(path=at), Code.CODE_TWICE, value=key, line=line))
            found[key] = self.value(child, at, depth + 1)
        return found

    def _stop(self, node: yaml.Node, path: str) -> None:
        line = node.start_mark.line + 1
        self.stopped = (issue(Where(path=path or None), Code.NOT_YAML, line=line, text=""),)


def _plain(written: str) -> Plain:
    if written in _NOTHING:
        return None
    if written in _TRUTH:
        return _TRUTH[written]
    if _WHOLE.fullmatch(written):
        return int(written)
    if _BROKEN.fullmatch(written):
        return Decimal(written)
    return _day(written) if _DAY.fullmatch(written) else written


def _day(written: str) -> date | str:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return written


def _not_yaml(text: str, error: yaml.YAMLError) -> Issue:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return issue(Where(), Code.NOT_YAML, line="", text="")
    lines = text.splitlines()
    shown = lines[mark.line].strip()[:80] if mark.line < len(lines) else ""
    return issue(Where(path=f"line {mark.line + 1}"), Code.NOT_YAML, line=mark.line + 1, text=shown)
