"""Carries what rst2pdf and svglib log over to Sphinx, so that ``-W`` and exit status see it.

rst2pdf logs to loggers of its own, keeps going after nearly every failure and lets the
build end with status 0.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx.util import logging as sphinx_logging

from rst2pdf_tagged.errors import PdfBuildError, place_at_work
from rst2pdf_tagged.typefaces import same_name

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = sphinx_logging.getLogger(__name__)

FOREIGN_LOGGERS = ("rst2pdf", "svglib")

LONGEST = 300

# What the libraries say, and the same in words for the author of a document.
PLAINER = [
    (
        r"Image (?P<file>.+) is too (?P<how>tall|wide) for the frame, rescaling",
        r"the picture '\g<file>' is too \g<how> for its place and is made smaller; "
        "give it a smaller width",
    ),
    (
        r"Language '(?P<language>.+)' not supported by Docutils, using 'en' instead\.",
        r"docutils has no words in '\g<language>' for what it prints by itself, such as the title "
        "of a note; they stay English",
    ),
    (
        r"NotImplementedError: <class '.+'> visiting unknown node type: (?P<kind>.+)",
        r"rst2pdf with Sphinx cannot draw a \g<kind>; leave it out",
    ),
    (
        r"\w+ too wide to fit in frame .*",
        "this is wider than its place on the page; shorten its longest line",
    ),
    (
        r"Missing (?P<which>background|foreground) image file: (?P<file>.+)",
        r"there is no page \g<which> '\g<file>'; correct its name in the style sheet",
    ),
    (
        r"Template '(?P<name>.+)' is not defined",
        r"there is no page template '\g<name>'; correct its name or define it in a style sheet",
    ),
    (
        r"Using undefined style '(?P<name>.+)', aliased to style '.+'\.",
        r"there is no style '\g<name>'; correct the class name or define it in a style sheet",
    ),
    (
        r"ValueError: format not resolved, probably missing URL scheme or undefined "
        r"destination target for '(?P<name>.+)'",
        r"a link leads to '\g<name>', which has no place in this document; correct its target",
    ),
]

# rst2pdf says this right after it has logged the failure itself.
ECHO = "Cannot generate PDF, exiting"
LANGUAGE = re.compile(r"Language '.+' not supported by Docutils")
SUBSTITUTE = re.compile(r"Could not find font '(?P<asked>.+)'\. Substituting with (?P<given>.+)\.")


def plain(text: str) -> str:
    """Return *text* in words for the author of a document, as far as they are known."""
    text = " ".join(text.split())
    for pattern, words in PLAINER:
        match = re.fullmatch(pattern, text)
        if match:
            return match.expand(words)
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."


def plain_words(error: BaseException) -> str:
    """Return one line that says what *error* is, without a traceback."""
    # ReportLab raises some exceptions anew with its own objects' names in front.
    while type(error.__context__) is type(error) and str(error.__context__) in str(error):
        error = error.__context__
    if isinstance(error, PdfBuildError):
        return str(error.args[0])
    return plain(f"{type(error).__name__}: {str(error) or 'no reason given'}")


class Bridge(logging.Handler):
    """Sends rst2pdf's warnings and errors on to Sphinx, each only once.

    :ivar failed: whether anything at ERROR or above has passed.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.failed = False
        self._seen: set[tuple[str, str | None]] = {(ECHO, None)}

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one foreign record on as a Sphinx warning or error."""
        error = record.exc_info[1] if record.exc_info else None
        if error:
            self.fail(plain_words(error), getattr(error, "location", None))
            return
        text = record.getMessage()
        font = SUBSTITUTE.match(text)
        if font and same_name(font["asked"], font["given"]):
            return  # rst2pdf compares a typeface's name with its file's
        # Of its own type, so that a project without such words can do without it.
        about = "language" if LANGUAGE.match(text) else "layout"
        self._pass_on(record.levelno, plain(text), place_at_work(), about)

    def fail(self, message: str, location: str | None = None) -> None:
        """Report *message* as an error at *location* and remember that the build failed."""
        self._pass_on(logging.ERROR, message, location)

    def _pass_on(
        self, level: int, message: str, location: str | None, about: str = "layout"
    ) -> None:
        if level >= logging.ERROR and message != ECHO:
            self.failed = True
        if {(message, location), (message, None)} & self._seen:
            return
        self._seen.add((message, location))
        if level >= logging.ERROR:
            logger.error("%s", message, location=location)
        else:
            logger.warning("%s", message, type="rst2pdf", subtype=about, location=location)


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
