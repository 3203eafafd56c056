"""A hostile or broken server costs a bounded time and memory, and ends in a FetchError."""

import gzip
from datetime import UTC, datetime

import pytest

from player.errors import FetchError, FetchHttpError, FetchTimeoutError, FetchTooLargeError
from player.refresh.http_origin import HttpOrigin
from tests.fakes.bounds import LIMIT, PATH, bounded, slow_header
from tests.fakes.loopback_origin import Asked, Line, LoopbackOrigin, Script, answering


def receive(origin: HttpOrigin, into: bytearray) -> None:
    with origin.open_at("b", 0, None, 300) as stream:
        for piece in stream:
            into += piece


def endless(line: Line, _: Asked) -> None:
    line.head("200 OK")
    while True:
        line.send(b"x" * 65_536)


def slow_body(line: Line, _: Asked) -> None:
    line.head("200 OK", "Content-Length: 10000")
    line.drip(b"x")


def stall_near_the_end(line: Line, _: Asked) -> None:
    line.head("200 OK", "Content-Length: 100")
    line.send(b"x" * 99)
    line.hang()


def hang(line: Line, _: Asked) -> None:
    line.hang()


def cut(line: Line, _: Asked) -> None:
    line.head("200 OK", "Content-Length: 100")
    line.send(b"x" * 50)
    line.reset()


def chunked_garbage(line: Line, _: Asked) -> None:
    line.head("200 OK", "Transfer-Encoding: chunked")
    line.send(b"5\r\nabcde\r\nZZZZ not hex\r\n")


def cut_chunk(line: Line, _: Asked) -> None:
    line.head("200 OK", "Transfer-Encoding: chunked")
    line.send(b"100\r\nabc")


def large_headers(line: Line, _: Asked) -> None:
    line.head("200 OK", *(f"X-{n}: {'x' * 50_000}" for n in range(105)))


def many_headers(line: Line, _: Asked) -> None:
    line.send(MANY_HEADERS)


def long_header(line: Line, _: Asked) -> None:
    line.head("200 OK", "X: " + "x" * 5_000_000)


def continuing(line: Line, _: Asked) -> None:
    while True:
        line.send(b"HTTP/1.1 100 Continue\r\n\r\n")


def not_http(line: Line, _: Asked) -> None:
    line.send(b"\x00\xff" * 100 + b"\r\n\r\n")


# Made before memory is measured.
MANY_HEADERS = b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 100_000 + b"\r\n"
BOMB = gzip.compress(b"\0" * 50_000_000)
ROWS: dict[str, tuple[Script, type[FetchError]]] = {
    "slow header": (slow_header, FetchTimeoutError),
    "slow body": (slow_body, FetchTimeoutError),
    "stall at 99 %": (stall_near_the_end, FetchTimeoutError),
    "hang before headers": (hang, FetchTimeoutError),
    "100 Continue for ever": (continuing, FetchTimeoutError),
    "endless": (endless, FetchTooLargeError),
    "one byte over the limit": (answering("200 OK", body=b"x" * (LIMIT + 1)), FetchTooLargeError),
    "truncated": (answering("200 OK", body=b"x", length=100), FetchError),
    "cut with RST": (cut, FetchError),
    "gzip bomb": (answering("200 OK", "Content-Encoding: gzip", body=BOMB), FetchError),
    "chunked garbage": (chunked_garbage, FetchError),
    "chunk cut off": (cut_chunk, FetchError),
    "part nobody asked for": (
        answering("206 Partial Content", "Content-Range: bytes 0-0/9", body=b"x"),
        FetchHttpError,
    ),
    "no content": (answering("204 No Content"), FetchHttpError),
    "304 nobody asked for": (answering("304 Not Modified"), FetchHttpError),
    "redirect to a file": (answering("302 Found", "Location: file:///etc/passwd"), FetchHttpError),
    "redirect to a host": (answering("302 Found", "Location: http://192.0.2.1/"), FetchHttpError),
    "redirect to itself": (answering("301 Moved", f"Location: /{PATH}"), FetchHttpError),
    "503": (answering("503 Service Unavailable"), FetchHttpError),
    "403": (answering("403 Forbidden"), FetchHttpError),
    "511": (answering("511 Network Authentication Required"), FetchHttpError),
    "5 MB of headers": (large_headers, FetchError),
    "a header of 5 MB": (long_header, FetchError),
    "100,000 header lines": (many_headers, FetchError),
    "no HTTP": (not_http, FetchError),
    "length that is no number": (
        lambda line, _: line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nx"),
        FetchError,
    ),
}


@pytest.mark.parametrize(("script", "error"), ROWS.values(), ids=ROWS.keys())
def test_bad_answer_is_an_error_of_ours_in_bounded_time_and_memory(
    server: LoopbackOrigin, origin: HttpOrigin, script: Script, error: type[FetchError]
) -> None:
    server.scripts["*"] = script
    with bounded(), pytest.raises(error):
        origin.read(PATH, LIMIT)


@pytest.mark.parametrize(("script", "error"), ROWS.values(), ids=ROWS.keys())
def test_bad_answer_to_a_blob_is_an_error_of_ours_in_bounded_time_and_memory(
    server: LoopbackOrigin, origin: HttpOrigin, script: Script, error: type[FetchError]
) -> None:
    server.scripts["*"] = script
    come = bytearray()
    with bounded(), pytest.raises(error):
        receive(origin, come)
    assert len(come) <= 300


def test_redirects_are_not_followed(server: LoopbackOrigin, origin: HttpOrigin) -> None:
    server.scripts[PATH] = answering("302 Found", "Location: /other")
    with pytest.raises(FetchHttpError) as caught:
        origin.read(PATH, LIMIT)
    assert (caught.value.status, len(server.asked)) == (302, 1)


def test_bytes_past_the_announced_length_are_no_part_of_the_answer(
    server: LoopbackOrigin, origin: HttpOrigin
) -> None:
    def too_long(line: Line, _: Asked) -> None:
        line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngoodevil")

    server.scripts[PATH] = too_long
    assert origin.read(PATH, LIMIT) == b"good"


def test_login_page_is_bytes_like_any_other(server: LoopbackOrigin, origin: HttpOrigin) -> None:
    page = b"<html>Welcome! Please log in</html>"
    server.scripts["*"] = answering("200 OK", "Content-Type: text/html", body=page)
    assert origin.read(PATH, LIMIT) == page


@pytest.mark.usefixtures("server")
def test_missing_file_says_its_status(origin: HttpOrigin) -> None:
    with pytest.raises(FetchHttpError) as caught:
        origin.read("metadata/2.root.json", LIMIT)
    assert caught.value.status == 404


def test_unchanged_file_is_none_and_costs_no_body(
    server: LoopbackOrigin, origin: HttpOrigin
) -> None:
    server.files[PATH] = b"one"
    answers = [origin.changed(PATH, LIMIT), origin.changed(PATH, LIMIT)]
    server.files[PATH] = b"two"
    answers.append(origin.changed(PATH, LIMIT))
    assert answers == [b"one", None, b"two"]
    assert (origin.meter.requests, origin.meter.bytes) == (3, 6)


def test_hundred_small_files_use_one_connection(server: LoopbackOrigin) -> None:
    server.files[PATH] = b"x"
    origin = HttpOrigin(server.url, deadline_s=30)
    for _ in range(100):
        origin.read(PATH, LIMIT)
    assert server.connections == 1


@pytest.mark.allow_log(r"urllib3\.connection: Failed to parse headers")  # the line break
@pytest.mark.parametrize(
    "tag",
    ['"a\rb"', 'W/"weak"', "bare", '"\xff"', '"' + "x" * 300 + '"', "", '"a\tb"', '"'],
    ids=["line break", "weak", "bare", "not ASCII", "long", "empty", "tab", "one quote"],
)
def test_entity_tag_that_cannot_be_sent_back_is_none(
    server: LoopbackOrigin, origin: HttpOrigin, tag: str
) -> None:
    def script(line: Line, _: Asked) -> None:
        line.send(b"HTTP/1.1 200 OK\r\nETag: " + tag.encode("latin-1") + b"\r\n")
        line.send(b"Content-Length: 1\r\n\r\nx")

    server.scripts["b"] = script
    with origin.open_at("b", 0, None, 1) as stream:
        assert (stream.validator, b"".join(stream)) == (None, b"x")


@pytest.mark.parametrize(
    "said",
    ["bytes 0-9/10", "bytes 40-9/10", "bytes 5-9/99", "bytes 5-", "bytes */10", "", "items 5-9/10"],
)
def test_part_that_was_not_asked_for_is_refused(
    server: LoopbackOrigin, origin: HttpOrigin, said: str
) -> None:
    server.scripts["b"] = answering("206 Partial Content", f"Content-Range: {said}", body=b"56789")
    with pytest.raises(FetchError), origin.open_at("b", 5, '"v"', 10) as stream:
        b"".join(stream)


def test_part_of_another_version_is_refused(server: LoopbackOrigin, origin: HttpOrigin) -> None:
    server.scripts["b"] = answering(
        "206 Partial Content", "Content-Range: bytes 5-9/10", 'ETag: "new"', body=b"56789"
    )
    with pytest.raises(FetchError), origin.open_at("b", 5, '"old"', 10) as stream:
        b"".join(stream)


def test_whole_file_in_answer_to_a_range_begins_at_nought(
    server: LoopbackOrigin, origin: HttpOrigin
) -> None:
    server.scripts["b"] = answering("200 OK", body=b"0123456789")
    with origin.open_at("b", 5, '"v"', 10) as stream:
        assert (stream.offset, b"".join(stream)) == (0, b"0123456789")


def test_rest_of_a_file_begins_where_it_was_asked(
    server: LoopbackOrigin, origin: HttpOrigin
) -> None:
    server.files["b"] = b"0123456789"
    with origin.open_at("b", 0, None, 10) as stream:
        tag = stream.validator
    with origin.open_at("b", 5, tag, 10) as stream:
        assert (stream.offset, b"".join(stream)) == (5, b"56789")


def test_range_past_the_end_says_416(server: LoopbackOrigin, origin: HttpOrigin) -> None:
    server.files["b"] = b"0123456789"
    with pytest.raises(FetchHttpError) as caught, origin.open_at("b", 10, None, 20):
        pass
    assert caught.value.status == 416


def test_bytes_that_drip_are_handed_on_as_they_come(
    server: LoopbackOrigin, origin: HttpOrigin
) -> None:
    server.scripts["b"] = slow_body
    come = bytearray()
    with pytest.raises(FetchTimeoutError):
        receive(origin, come)
    assert come


def test_time_of_the_server_is_kept_and_nonsense_is_not(
    server: LoopbackOrigin, origin: HttpOrigin
) -> None:
    server.scripts["a"] = answering("200 OK", "Date: Thu, 26 Nov 2026 05:00:00 GMT")
    server.scripts["b"] = answering("200 OK", "Date: yesterday, 99 Foo 99999")
    origin.read("a", LIMIT)
    origin.read("b", LIMIT)
    assert origin.server_time == datetime(2026, 11, 26, 5, tzinfo=UTC)


def test_cookies_are_not_sent_back(server: LoopbackOrigin, origin: HttpOrigin) -> None:
    server.scripts[PATH] = answering("200 OK", "Set-Cookie: spy=1")
    origin.read(PATH, LIMIT)
    origin.read(PATH, LIMIT)
    assert "cookie" not in server.asked[1].headers
