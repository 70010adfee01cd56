"""What a page shows, as one text."""

from streamlit.testing.v1 import AppTest


def shown(app: AppTest) -> str:
    assert not app.exception, app.exception
    return "\n".join(element.proto.body for element in app.get("html"))
