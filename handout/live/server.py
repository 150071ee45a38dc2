"""Serves the page, the site and the pictures of the printed pages, to this machine only."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from handout.webfonts import ORIGINALS

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from handout.live.board import Board

# Where the page's own files lie: below the top folder, or anywhere.
OWN: dict[str, str | Path] = {
    "/": "theme/live/index.html",
    "/live.css": "theme/live/live.css",
    "/live.js": "theme/live/live.js",
    "/panes.js": "theme/live/panes.js",
    "/palette.css": "theme/html/static/palette.css",
    "/icon.svg": "images/icons/brain.svg",
    "/regular.ttf": ORIGINALS / "SourceSansPro-Regular.ttf",
    "/bold.ttf": ORIGINALS / "SourceSansPro-Bold.ttf",
}
# Another site's page may lead a name of its own to this machine, and would then be asked for.
HOSTS = ("127.0.0.1", "localhost")
# For the page itself; each page of the site has a policy of its own.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
)
HEADERS = {
    # Built files have the time stamp of the handout's day, whatever is in them.
    b"cache-control": b"no-store",
    b"content-security-policy": b"frame-ancestors 'self'",
    b"cross-origin-resource-policy": b"same-origin",
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
}
PDF = "application/pdf"


class Guarded:
    """Adds to every answer what keeps other sites out, and old versions."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, as an ASGI application."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                more = [item for item in HEADERS.items() if item[0] not in own]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        await self._app(scope, receive, send_guarded)


class Answers:
    """What a browser may ask for.

    :param root: the project's top folder.
    """

    def __init__(self, board: Board, root: Path) -> None:
        self._board, self._root = board, root

    async def own(self, request: Request) -> Response:
        """Answer with one of the page's own files."""
        policy = {"content-security-policy": f"{POLICY}; frame-ancestors 'none'"}
        return FileResponse(self._root / OWN[request.url.path], headers=policy)

    async def events(self, request: Request) -> Response:
        """Tell what is new for as long as the browser listens."""
        return StreamingResponse(self._events(), media_type="text/event-stream")

    async def _events(self) -> AsyncIterator[str]:
        # Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html
        async for news in self._board.news():
            yield f"data: {news}\n\n"

    async def page(self, request: Request) -> Response:
        """Answer with the picture of a printed page."""
        pages, number = self._board.printed.pages, request.path_params["number"]
        if pages is None or not 1 <= number <= len(pages.papers):
            return Response(status_code=404)
        picture = await asyncio.to_thread(pages.picture, number)
        return Response(picture, media_type="image/jpeg")

    async def pdf(self, request: Request) -> Response:
        """Answer with the printed pages."""
        pages = self._board.printed.pages
        return Response(pages.data, media_type=PDF) if pages else Response(status_code=404)

    async def site(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file of the site, as any host does."""
        await _files(self._board.site.folder)(scope, receive, send)

    async def before(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file of the site as it was before the last change."""
        await _files(self._board.site.before)(scope, receive, send)


def _files(folder: Path | None) -> ASGIApp:
    return StaticFiles(directory=folder, html=True) if folder else Response(status_code=404)


def application(board: Board, root: Path) -> Starlette:
    """Return the server's application.

    :param root: the project's top folder.
    """
    answers = Answers(board, root)
    routes = [
        *(Route(path, answers.own) for path in OWN),
        Route("/events", answers.events),
        Route("/pages/{version:int}/{number:int}.jpg", answers.page),
        Route("/handout.pdf", answers.pdf),
        # The copy in the site is one version behind.
        Route("/site/print/{name}", answers.pdf),
        Mount("/site", answers.site),
        Mount("/before", answers.before),
    ]
    guards = [
        Middleware(Guarded),
        Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
    ]
    return Starlette(routes=routes, middleware=guards)


class Server(uvicorn.Server):
    """A server that does not wait for browsers that listen for news."""

    def __init__(self, board: Board, root: Path) -> None:
        super().__init__(
            uvicorn.Config(
                application(board, root),
                log_config=None,
                access_log=False,
                lifespan="off",
                ws="none",
                timeout_graceful_shutdown=1,
            )
        )
        self._board = board

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End; called when Ctrl-C was pressed."""
        self._board.close()
        await super().shutdown(sockets)
