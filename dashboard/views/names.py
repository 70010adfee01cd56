"""How a return is called: its form, its unit, its period. Knows codes only through their names."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from dashboard.wording import period_name
from data_access.queries.returns import SubmissionEntry
from scoring.forms import Mark
from scoring.periods import Period

NOT_RECOGNISED = "Không nhận ra biểu mẫu"


@dataclass(frozen=True)
class Names:
    """Titles of the forms and names of the units, both by code. `senders`: for which units the
    accounts of a name report (empty: for none, as the secretariat's)."""

    forms: Mapping[str, str]
    units: Mapping[str, str]
    senders: Mapping[str, Set[str]] = field(default_factory=dict)

    def form(self, code: str | None) -> str:
        return self.forms.get(code or "", code or "")

    def unit(self, code: str | None) -> str:
        return self.units.get(code or "", code or "")

    def of_return(self, form: str | None, unit: str | None, period: Period | None) -> str:
        """ "Biểu “Bảng tự chấm điểm”, đơn vị Ba Tơ, quý III năm 2022"."""
        when = period_name(period) if period else ""
        said = (
            f"biểu “{self.form(form)}”" if form else "",
            f"đơn vị {self.unit(unit)}" if unit else "",
            when[:1].lower() + when[1:],
        )
        return ", ".join(words for words in said if words)

    def of_mark(self, mark: Mark) -> str:
        return self.of_return(mark.form, mark.unit, mark.period)

    def is_sent_for_another(self, entry: SubmissionEntry) -> bool:
        """An account that is gone says nothing of whom it reported for."""
        return entry.unit not in self.senders.get(entry.sent_by, {entry.unit})

    def sender(self, entry: SubmissionEntry) -> str:
        if not self.is_sent_for_another(entry):
            return entry.sent_by
        return f"{entry.sent_by} nộp thay"
