"""A plain file server on this machine, as a clinic may have one for its site."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass
class Host:
    """The server: its address, and a line for each thing that it was asked for."""

    address: str = ""
    asked: list[str] = field(default_factory=list)


class Server(ThreadingHTTPServer):
    """A server that says nothing when a browser hangs up in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of all other errors."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve the files in *folder* as they lie there, uncompressed, for the time of the block."""
    host = Host()

    class Files(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, form: str, *arguments: object) -> None:
            host.asked.append(form % arguments)

    with Server(("127.0.0.1", 0), partial(Files, directory=folder)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        host.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
