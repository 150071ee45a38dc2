"""A plain file server on this machine, as a clinic may have one for its site."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Host:
    """The server: its address, and a line for each thing that it was asked for."""

    address: str = ""
    asked: list[str] = field(default_factory=list)


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve the files in *folder* as they lie there."""
    host = Host()

    class Files(SimpleHTTPRequestHandler):
        def log_message(self, form: str, *arguments: object) -> None:
            host.asked.append(form % arguments)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=folder)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        host.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
