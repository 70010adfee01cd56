"""The settings hold wherever the server is started from."""

import subprocess
import sys
from pathlib import Path

ASK = """
from dashboard.web.configuration import apply_configuration
from streamlit import config
apply_configuration()
for name in ("client.showErrorDetails", "server.trustedUserHeaders", "server.fileWatcherType",
             "browser.gatherUsageStats", "theme.primaryColor", "theme.sidebar.backgroundColor"):
    print(config.get_option(name))
"""


def test_a_settings_file_in_the_folder_of_the_start_changes_nothing(tmp_path: Path) -> None:
    foreign = tmp_path / ".streamlit" / "config.toml"
    foreign.parent.mkdir()
    foreign.write_text(
        '[client]\nshowErrorDetails = "full"\n[server]\ntrustedUserHeaders = \'{"x": "session"}\'\n'
    )
    command = [sys.executable, "-c", ASK]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert printed.stdout.splitlines() == [
        "none",
        "{'x-qcdc-session': 'session'}",
        "none",
        "False",
        "#9B1C1F",
        "#FBFAF7",
    ]
