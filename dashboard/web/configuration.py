"""Streamlit's settings, as written in .streamlit/config.toml beside the entry script."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

_FILE = Path(__file__).parents[1] / ".streamlit" / "config.toml"


def apply_configuration() -> None:
    """Set above every other source: a settings file in the folder the server happens to start
    from, or in the user's home, must not show tracebacks or drop the header that says who is
    signed in."""
    written = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    config.get_config_options(force_reparse=True, options_from_flags=dict(_options(written)))
    # Until the first st.navigation of the process the folder beside the script would be taken for
    # the list of pages, and the first visitor of any page but the first be told it does not exist.
    PagesManager.uses_pages_directory = False


def _options(section: Mapping[str, object], path: str = "") -> Iterator[tuple[str, object]]:
    for name, value in section.items():
        if isinstance(value, dict):
            yield from _options(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value
