"""The error that stops a build with one plain sentence and no traceback."""

from __future__ import annotations


class HandoutError(Exception):
    """Something a person has to put right before the handout can be built.

    :param message: one plain sentence: what is wrong and what to do.
    :param location: ``file`` or ``file:line``, as seen from the top folder.
    """

    def __init__(self, message: str, location: str | None = None) -> None:
        super().__init__(f"{location}: {message}" if location else message)
        self.location = location
