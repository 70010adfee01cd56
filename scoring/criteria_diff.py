"""What changed between two versions of a criteria table, in Vietnamese words."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.criteria import CriteriaSet
from scoring.criteria_words import WordLine, criteria_in_words
from scoring.table_words import table_in_words

# Of a line: what is compared, and what it is called.
_COMPARED = (
    ("text", "nội dung"),
    ("max", "điểm tối đa"),
    ("rule", "cách chấm"),
    ("asked", "số liệu yêu cầu"),
    ("absent", "không phát sinh, không áp dụng"),
    ("periods", "kỳ chấm"),
    ("article", "căn cứ"),
    ("assessor", "cơ quan thẩm định"),
)


@dataclass(frozen=True)
class Change:
    """One difference. `code` is that of the criterion, empty for what holds for the whole table;
    `what` names what changed; `before` or `after` is empty where something was added or left."""

    code: str
    what: str
    before: str
    after: str

    @property
    def said(self) -> str:
        """The change as one sentence."""
        if not self.before:
            return f"{self.what}: {self.after}"
        if not self.after:
            return f"{self.what}: {self.before}"
        return f"{self.what}: {self.before} → {self.after}"


def difference(old: CriteriaSet, new: CriteriaSet) -> tuple[Change, ...]:
    """Criteria in the printed order of the new table, those it left out after them, then the
    table as a whole. Empty: the two say the same."""
    return (*_criteria(old, new), *_whole(old, new))


def _criteria(old: CriteriaSet, new: CriteriaSet) -> Iterator[Change]:
    before = {line.code: line for line in criteria_in_words(old)}
    after = {line.code: line for line in criteria_in_words(new)}
    for code, line in after.items():
        if code in before:
            yield from _line(before[code], line)
            yield from _unprinted(code, old, new) if before[code] == line else ()
        else:
            yield Change(code, "Thêm tiêu chí", "", _short(line))
    for code, line in before.items():
        if code not in after:
            yield Change(code, "Bỏ tiêu chí", _short(line), "")
    moved = [code for code in before if code in after]
    if moved != [code for code in after if code in before]:
        yield Change("", "Đổi thứ tự các tiêu chí", ", ".join(before), ", ".join(after))


def _line(before: WordLine, after: WordLine) -> Iterator[Change]:
    for name, called in _COMPARED:
        was, is_now = getattr(before, name), getattr(after, name)
        if was != is_now:
            yield Change(after.code, f"Đổi {called}", was or "(không có)", is_now or "(không có)")
    if before.parent != after.parent:
        was, is_now = before.parent or "(ngoài các mục)", after.parent or "(ngoài các mục)"
        yield Change(after.code, "Chuyển mục", was, is_now)


def _unprinted(code: str, old: CriteriaSet, new: CriteriaSet) -> Iterator[Change]:
    """Two criteria may read alike and yet look at figures of other keys."""
    was, is_now = old.leaf(code), new.leaf(code)
    if was is not None and is_now is not None and was != is_now:
        before, after = ", ".join(was.rule.figures()), ", ".join(is_now.rule.figures())
        yield Change(code, "Đổi khóa số liệu hoặc tham số không in", before, after)


def _short(line: WordLine) -> str:
    most = f" ({line.max} điểm)" if line.max else ""
    rule = f": {line.rule}" if line.rule else ""
    return f"{line.text}{most}{rule}"


def _whole(old: CriteriaSet, new: CriteriaSet) -> Iterator[Change]:
    before = {line.what: line.words for line in table_in_words(old)}
    after = {line.what: line.words for line in table_in_words(new)}
    for what in dict.fromkeys((*before, *after)):
        was, is_now = before.get(what, ""), after.get(what, "")
        if was != is_now:
            kind = "Đổi" if was and is_now else ("Thêm" if is_now else "Bỏ")
            yield Change("", f"{kind} {what[0].lower()}{what[1:]}", was, is_now)
