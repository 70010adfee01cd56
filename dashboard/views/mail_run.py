"""What one run of sending reminders did, and how it is said."""

from dataclasses import dataclass
from datetime import date

from data_access.reminders import Reminder

_MOST_SAID = 10


@dataclass(frozen=True)
class Run:
    """How many mails it planned anew, which it sent, which failed (with the server's words).
    `elsewhere`: those that another process was at."""

    day: date
    planned: int
    sent: tuple[Reminder, ...]
    failed: tuple[tuple[Reminder, str], ...]
    elsewhere: int


def ran(run: Run) -> tuple[str, ...]:
    said = [f"Đã gửi {len(run.sent)} thư." if run.sent else "Không có thư nào gửi đi."]
    named = run.failed[:_MOST_SAID]
    said += [f"Chưa gửi được tới {mail.notice.address}: {error}" for mail, error in named]
    left = len(run.failed) - len(named)
    if left:
        said.append(f"Còn {left} thư khác chưa gửi được.")
    if run.elsewhere:
        said.append(f"{run.elsewhere} thư đang do một tiến trình khác gửi.")
    return tuple(said)
