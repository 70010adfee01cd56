"""Sentences left by an action for the run after it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Noted:
    said: tuple[str, ...] = ()
    refused: bool = False
