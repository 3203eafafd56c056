"""Lets python-tuf read its metadata through an ``Origin``."""

from collections.abc import Iterator

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from player.errors import FetchError, FetchHttpError
from player.refresh.origin import Origin


class MetadataFetcher(FetcherInterface):
    """What python-tuf asks for, as our origins answer it.

    Args:
        origin: answers.
    """

    def __init__(self, origin: Origin) -> None:
        self._origin = origin

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """Return a file of at most ``max_length`` bytes.

        Raises:
            DownloadHTTPError: the origin has none; its cause is one of our errors.
            DownloadError: it did not arrive; likewise.
        """
        try:
            return self._origin.read(url.removeprefix("/"), max_length)
        except FetchHttpError as e:
            raise DownloadHTTPError(str(e), e.status) from e
        except FetchError as e:
            raise DownloadError(str(e)) from e

    def _fetch(self, url: str) -> Iterator[bytes]:
        raise DownloadError(f"{url}: only metadata is read this way")
