"""A browser without a screen: HTTP with a cookie, and a page's websocket in Streamlit's words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass
class Visitor:
    """One person at one browser; `cookie` is the session's token, empty when signed out."""

    address: str
    cookie: str = ""

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        typed = {"Origin": self.address, "Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, typed | headers, urlencode(fields))

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: str = "") -> Answer:
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        mine = {"Cookie": f"qcdc={self.cookie}"} if self.cookie else {}
        connection.request(method, path, body or None, {**mine, **headers})
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer

    def sign_in_as(self, user: str) -> "Visitor":
        """By one click on a demonstration."""
        answer = self.post("/dang-nhap", {"demonstration": user})
        cookie = answer.headers["set-cookie"].partition("=")[2].partition(";")[0]
        return Visitor(self.address, cookie)

    @contextmanager
    def open_page(self, resumed: str = "", **headers: str) -> Iterator["Page"]:
        """The websocket of one tab; `resumed` is the id of the Streamlit session to go on with."""
        origin = headers.pop("Origin", self.address)
        mine = {"Cookie": f"qcdc={self.cookie}"} if self.cookie else {}
        asked = ["streamlit", "-", resumed] if resumed else ["streamlit"]
        stream = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        with connect(
            stream,
            origin=origin,
            subprotocols=asked,
            additional_headers=mine | headers,
            max_size=None,
            proxy=None,
        ) as connection:
            yield Page(connection)


@dataclass
class Page:
    connection: ClientConnection
    session: str = ""
    texts: list[str] = field(default_factory=list)

    def run(self, address: str = "") -> str:
        """Run the page once and return what it says, as one text."""
        page, _, query = address.partition("?")
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        self.connection.send(asked.SerializeToString())
        self.texts = []
        while not self._finished():
            pass
        return "\n".join(self.texts)

    def _finished(self) -> bool:
        message = ForwardMsg.FromString(self.connection.recv(timeout=30))
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
        if kind == "delta":
            element = message.delta.new_element
            shown = element.WhichOneof("type")
            if shown in ("markdown", "alert", "html", "heading", "exception"):
                part = getattr(element, shown)
                self.texts.append(getattr(part, "body", "") or str(part))
        return kind == "script_finished"
