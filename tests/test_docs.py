"""The documents are read by people who do not read code: what is in the code must be in them."""

import re
from pathlib import Path

import click

from dashboard.cli.main import main
from scoring.criteria_terms import PERIOD_MARKS, WhenAbsent
from scoring.obligations import State
from scoring.rule_types import RULES
from scoring.rules.veto import Veto

ROOT = Path(__file__).parent.parent
TERMINAL = (ROOT / "docs" / "terminal.md").read_text(encoding="utf-8")
CRITERIA = (ROOT / "docs" / "criteria.md").read_text(encoding="utf-8")


def commands(group: click.Group, prefix: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found |= commands(command, f"{prefix}{name} ")
        else:
            found[prefix + name] = command
    return found


def test_every_command_and_option_is_documented_and_has_help() -> None:
    for name, command in commands(main).items():
        assert f"`{name}" in TERMINAL, name
        assert command.help, name
        for option in command.params:
            if isinstance(option, click.Option):
                long = next(word for word in option.opts[::-1])
                assert long in TERMINAL or option.opts[0] in TERMINAL, (name, long)


def test_every_rule_type_is_documented_with_an_example() -> None:
    for rule in (*RULES, Veto):
        section = re.search(rf"### {rule.word}\n(.*?)(?=\n##)", CRITERIA, re.DOTALL)
        assert section, rule.word
        assert f"type: {rule.word}" in section[1], rule.word
        assert "*Example:*" in section[1] or rule is Veto, rule.word


def test_every_word_a_table_may_use_is_documented() -> None:
    for word in (*WhenAbsent, *PERIOD_MARKS):
        assert f"`{word}`" in CRITERIA or f" {word} " in CRITERIA or f"`{word} " in CRITERIA, word


def test_every_state_is_documented() -> None:
    for state in State:
        assert state.value in TERMINAL, state


def test_links_between_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8")):
            assert target.startswith("http") or (document.parent / target).exists(), (
                document.name,
                target,
            )
