"""Carries what rst2pdf and svglib log over to Sphinx, so that ``-W`` and exit status see it.

rst2pdf logs to loggers of its own, keeps going after nearly every failure and lets the
build end with status 0.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportlab.platypus.doctemplate import LayoutError
from sphinx.util import logging as sphinx_logging

from rst2pdf_tagged.errors import PdfBuildError

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = sphinx_logging.getLogger(__name__)

FOREIGN_LOGGERS = ("rst2pdf", "svglib")

# rst2pdf says this right after it has logged the failure itself.
ECHOES = ("Cannot generate PDF, exiting",)


def plain_words(error: BaseException) -> str:
    """Return one line that says what *error* is, without a traceback."""
    if isinstance(error, PdfBuildError):
        return str(error)
    text = " ".join(str(error).split()) or "no reason given"
    if isinstance(error, LayoutError):
        return f"something does not fit on a page: {text}"
    return f"{type(error).__name__}: {text}"


class Bridge(logging.Handler):
    """Sends rst2pdf's warnings and errors on to Sphinx, each only once.

    :ivar failed: whether anything at ERROR or above has passed.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.failed = False
        self._seen: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one foreign record on as a Sphinx warning or error."""
        error = record.exc_info[1] if record.exc_info else None
        message = plain_words(error) if error else record.getMessage()
        if message in self._seen or message in ECHOES:
            return
        self._seen.add(message)
        if record.levelno >= logging.ERROR:
            self.fail(message, getattr(error, "location", None))
        else:
            logger.warning("%s", message, type="rst2pdf", subtype="layout")

    def fail(self, message: str, location: str | None = None) -> None:
        """Report *message* as an error at *location* and remember that the build failed."""
        self.failed = True
        logger.error("%s", message, location=location)


@contextmanager
def bridged() -> Iterator[Bridge]:
    """Let the foreign loggers speak through one :class:`Bridge` for the time of the block."""
    bridge = Bridge()
    loggers = [logging.getLogger(name) for name in FOREIGN_LOGGERS]
    before = [(log.handlers[:], log.propagate, log.level) for log in loggers]
    for log in loggers:
        log.handlers, log.propagate = [bridge], False
        # At INFO rst2pdf logs its exceptions whole instead of only their text.
        log.setLevel(logging.INFO)
    try:
        yield bridge
    finally:
        for log, (handlers, propagate, level) in zip(loggers, before, strict=True):
            log.handlers, log.propagate = handlers, propagate
            log.setLevel(level)
