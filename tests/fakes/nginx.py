"""A real nginx in the foreground on loopback ports, below a folder of its own."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin")

_CONFIG = """
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
worker_rlimit_nofile {files};
events {{ worker_connections {connections}; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    root {root};
    server {{ listen 127.0.0.1:{plain}; }}
    server {{
        listen 127.0.0.1:{store};
        # As an object store without the right to list: what is missing is forbidden.
        error_page 404 =403 @missing;
        location @missing {{ return 403; }}
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Nginx:
    """Addresses of a web server and of one like an object store, over the same ``root``."""

    root: Path
    url: str
    store_url: str
    access_log: Path
    pid: int


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port: int = sock.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, connections: int = 64) -> Iterator[Nginx]:
    """Serve ``folder/root`` until the block ends, to so many connections at once."""
    root = folder / "root"
    root.mkdir()
    plain, store = _free_port(), _free_port()
    config = folder / "nginx.conf"
    config.write_text(
        _CONFIG.format(
            folder=folder,
            root=root,
            plain=plain,
            store=store,
            connections=connections,
            files=2 * connections,
        )
    )
    folder.chmod(0o755)
    command = [str(NGINX), "-p", str(folder), "-c", str(config), "-e", "stderr"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(store, process)
            yield Nginx(
                root,
                f"http://127.0.0.1:{plain}/",
                f"http://127.0.0.1:{store}/",
                folder / "access.log",
                process.pid,
            )
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as sock:
            if sock.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("nginx did not start")
