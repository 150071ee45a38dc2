"""Runs a command of the handout and writes down what it reads, writes, starts and calls.

A program of its own: what Python tells of such things (its audit events) is heard until the end
of the process.  ``python -m tests.watched FILE COMMAND ...`` writes JSON into FILE.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from pathlib import Path

from handout.__main__ import main

# Events that are heard of, by how they begin (https://docs.python.org/3/library/audit_events.html).
CALLS = (
    "socket.connect",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostby",
    "urllib.",
    "http.",
)
PROGRAMS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.")
# Which argument names what is made, moved or removed.
CHANGES = {"os.rename": 1, "os.mkdir": 0, "os.link": 1, "os.symlink": 1, "shutil.rmtree": 0}
WRITING = os.O_WRONLY | os.O_RDWR

heard: dict[str, set[str]] = defaultdict(set)


def place(name: object) -> str:
    """Return where a file lies."""
    return str(Path(os.fsdecode(name) if isinstance(name, bytes) else str(name)).absolute())


def listen(event: str, arguments: tuple[object, ...]) -> None:
    """Note an event, if it is one that matters."""
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        _, mode, flags = arguments
        writes = set(str(mode or "")) & set("wax+") or (mode is None and int(str(flags)) & WRITING)
        heard["writes" if writes else "reads"].add(place(arguments[0]))
    # What is removed with its whole folder is named as seen from there.
    elif event == "os.remove" and arguments[1] == -1:
        heard["writes"].add(place(arguments[0]))
    elif event in CHANGES:
        heard["writes"].add(place(arguments[CHANGES[event]]))
    elif event.startswith(CALLS):
        heard["calls"].add(f"{event} {arguments!r}")
    elif event.startswith(PROGRAMS):
        heard["programs"].add(f"{event} {arguments!r}")


if __name__ == "__main__":
    sys.addaudithook(listen)
    status = main(sys.argv[2:])
    told = {name: sorted(heard[name]) for name in ("reads", "writes", "calls", "programs")}
    Path(sys.argv[1]).write_text(json.dumps(told), encoding="utf-8")
    sys.exit(status)
