"""Proxies, TLS, names and addresses: whatever stands in the way ends at the deadline, in words."""

import socket
import threading
from collections.abc import Iterator

import pytest

from player.errors import FetchError, FetchTimeoutError
from player.refresh.http_origin import HttpOrigin
from tests.fakes.bounds import DEADLINE_S, LIMIT, PATH, bounded, slow_header
from tests.fakes.loopback_origin import Line, LoopbackOrigin


def test_environment_does_not_choose_the_proxy(
    server: LoopbackOrigin, origin: HttpOrigin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    server.files[PATH] = b"x"
    assert origin.read(PATH, LIMIT) == b"x"


def test_configured_proxy_is_used(server: LoopbackOrigin) -> None:
    server.files[PATH] = b"x"
    origin = HttpOrigin("http://origin.invalid", proxy=server.url, deadline_s=DEADLINE_S)
    assert origin.read(PATH, LIMIT) == b"x"


def test_slow_proxy_ends_at_the_deadline(server: LoopbackOrigin) -> None:
    server.scripts["*"] = slow_header
    origin = HttpOrigin("http://origin.invalid", proxy=server.url, deadline_s=DEADLINE_S)
    with bounded(), pytest.raises(FetchTimeoutError):
        origin.read(PATH, LIMIT)


def test_proxy_that_drips_its_answer_to_connect_ends_at_the_deadline(
    server: LoopbackOrigin,
) -> None:
    server.scripts["*"] = slow_header
    origin = HttpOrigin("https://origin.invalid", proxy=server.url, deadline_s=DEADLINE_S)
    with bounded(), pytest.raises(FetchTimeoutError):
        origin.read(PATH, LIMIT)


def test_tls_handshake_that_drips_ends_at_the_deadline(server: LoopbackOrigin) -> None:
    def drip(line: Line) -> None:
        line.send(b"\x16\x03\x03\x40\x00")
        line.drip(b"\x02")

    server.on_connect = drip
    origin = HttpOrigin(server.url.replace("http", "https"), deadline_s=DEADLINE_S)
    with bounded(), pytest.raises(FetchTimeoutError):
        origin.read(PATH, LIMIT)


def silent() -> socket.socket:
    """Return a server that takes connections, by its backlog, and never says a word."""
    return socket.create_server(("127.0.0.1", 0))


def test_tls_that_never_answers_ends_at_the_deadline() -> None:
    with silent() as server:
        url = f"https://127.0.0.1:{server.getsockname()[1]}"
        with bounded(), pytest.raises(FetchTimeoutError):
            HttpOrigin(url, deadline_s=DEADLINE_S).read(PATH, LIMIT)


def test_closed_port_is_said_in_words() -> None:
    with silent() as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match="refuses connections"):
        HttpOrigin(f"http://127.0.0.1:{port}", deadline_s=DEADLINE_S).read(PATH, LIMIT)


def test_unknown_name_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match="name cannot be found"):
        HttpOrigin("http://origin.invalid", deadline_s=DEADLINE_S).read(PATH, LIMIT)


def test_second_address_is_tried_when_the_first_is_dead(
    server: LoopbackOrigin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def two(host: str, port: int, *_: object, **__: object) -> list[object]:
        numbers = ("127.0.0.2", "127.0.0.1") if host == "origin.invalid" else (host,)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    server.files[PATH] = b"x"
    origin = HttpOrigin(f"http://origin.invalid:{server.port}", deadline_s=DEADLINE_S)
    assert origin.read(PATH, LIMIT) == b"x"


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a name server that does not answer while the test lasts."""
    released = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        released.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield
    released.set()


@pytest.mark.usefixtures("resolver")
def test_name_server_that_hangs_ends_at_the_deadline() -> None:
    with bounded(), pytest.raises(FetchTimeoutError):
        HttpOrigin("http://origin.invalid", deadline_s=DEADLINE_S).read(PATH, LIMIT)


@pytest.mark.parametrize("url", ["http://[::1", "http://a b/", "http://" + "a" * 300])
def test_address_that_is_none_is_an_error_of_ours(url: str) -> None:
    with pytest.raises(FetchError):
        HttpOrigin(url, deadline_s=DEADLINE_S).read(PATH, LIMIT)


def test_name_holds_no_password() -> None:
    assert HttpOrigin("https://me:secret@host/packs").name == "https://host/packs/"
