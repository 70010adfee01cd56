"""The one stylesheet of the pages; no page writes style of its own."""

from functools import cache
from pathlib import Path

import streamlit as st

_STYLESHEET = Path(__file__).with_name("assets") / "style.css"


def dress() -> None:
    st.html(_style())


@cache
def _style() -> str:
    return f"<style>{_STYLESHEET.read_text(encoding='utf-8')}</style>"
