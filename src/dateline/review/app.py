"""The web application: routes to handlers, behind the guard."""

from __future__ import annotations

from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.errors import DatelineError
from dateline.review.desk import Desk
from dateline.review.page import Room, error_page
from dateline.review.routes import compare, decide, downloads, pages, work
from dateline.review.security import Access, Guard


def create_app(desk: Desk, access: Access | None = None) -> Starlette:
    """The workbench over an open desk.

    Args:
        desk: open; handlers run in the thread that opened it.
        access: who may reach it; this machine alone where ``None``.
    """
    allowed = access or Access()
    static = StaticFiles(directory=str(files("dateline.review") / "static"))
    app = Starlette(
        routes=[
            *pages.ROUTES,
            *work.ROUTES,
            *decide.ROUTES,
            *compare.ROUTES,
            *downloads.ROUTES,
            Route("/favicon.ico", _nothing),
            Mount("/static", static, name="static"),
        ],
        middleware=[Middleware(Guard, access=allowed)],
        exception_handlers={DatelineError: _coded, HTTPException: _missing},
    )
    app.state.room = Room(desk, allowed)
    return app


async def _nothing(request: Request) -> Response:
    return Response(status_code=204)


async def _coded(request: Request, error: Exception) -> Response:
    assert isinstance(error, DatelineError)
    return error_page(request, error)


async def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return error_page(request, DatelineError("E614", request.url.path, "there is no such page"), error.status_code)
