"""Prints at the end of a run how much was withstood."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Counts are added up over all workers; a worst case stays the worst one."""
    totals: dict[str, int] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties if report.when == "call" else ():
            worst = name.startswith(("slowest", "largest"))
            before = totals.get(name, 0)
            totals[name] = max(before, value) if worst else before + value
    for name, value in totals.items():
        terminalreporter.write_line(f"{name}: {value:,}")
