"""What every page needs: the desk, the templates, who is reviewing, and short messages from one page to the next."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dateline.decisions.fields import NOTHING
from dateline.errors import DatelineError
from dateline.ontology.plover import plover
from dateline.review import codebook
from dateline.review.desk import Desk
from dateline.review.queues import LISTED
from dateline.review.security import Access, cookies_of, csrf_of, read_form, set_cookie
from dateline.review.views import safe_url
from dateline.version import __version__

#: Errors whose cause says it all by itself.
_SAID_IN_FULL: Final = frozenset({"E613", "E614"})
NAME_COOKIE: Final = "dateline_reviewer"
#: A name is a person's; what is longer is a mistake.
MAX_NAME: Final = 60
#: Messages kept for the page that follows; each is read once, a moment later.
MAX_MESSAGES: Final = 200


@dataclass(slots=True)
class Messages:
    """Messages to be shown once, by an id that the address carries."""

    _kept: OrderedDict[str, tuple[str, bool]] = field(default_factory=OrderedDict)

    def put(self, text: str, *, failed: bool = False) -> str:
        """Keeps a message; gives its id."""
        key = secrets.token_hex(6)
        self._kept[key] = (text, failed)
        while len(self._kept) > MAX_MESSAGES:
            self._kept.popitem(last=False)
        return key

    def take(self, key: str) -> tuple[str, bool] | None:
        """The message and whether it tells of a failure; ``None`` where it was read already."""
        return self._kept.pop(key, None)


@dataclass(slots=True)
class Room:
    """What the handlers share."""

    desk: Desk
    access: Access
    messages: Messages = field(default_factory=Messages)


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("dateline.review"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"percent": _percent, "figure": _figure, "exact": exact, "quad": _quad, "name": isolated, "names": _names}
    environment.globals |= {
        "codebook": codebook,
        "NOTHING": NOTHING,
        "version": __version__,
        "link": link,
        "listed_queues": LISTED,
        "safe_url": safe_url,
    }
    return environment


def read_templates() -> None:
    """Reads every template, so that nobody waits for it: the server does so before it answers."""
    for name in _templates().list_templates(extensions=["j2"]):
        _templates().get_template(name)


def isolated(name: str) -> Markup:
    """A name apart from the text around it: one written from the right would pull the figures after it to its other side."""
    return Markup("<bdi>{}</bdi>").format(name)


def _names(names: Iterable[str]) -> Markup:
    return Markup(", ").join(isolated(one) for one in names)


def apart(name: str) -> str:
    """The same within a message, which is plain text: between the characters that isolate (Unicode Standard Annex 9)."""
    return f"\u2068{name}\u2069"


def _percent(share: float | None) -> str:
    return NOTHING if share is None else f"{100 * share:.0f}%"


def _figure(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.2f}"


def _quad(name: str) -> int:
    """The number of a quad class."""
    return next(one.number for one in plover().quads if one.name == name)


def exact(text: str) -> Markup:
    """The text escaped so that the browser keeps it character by character: a bare carriage return would become a line feed, and a
    null character would vanish, and every offset after it would be wrong."""
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))


def link(path: str, **query: object) -> str:
    """An address with its query; empty values are left out."""
    kept = {name: str(value) for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def room_of(request: Request) -> Room:
    """The room of the application."""
    found = request.app.state.room
    assert isinstance(found, Room)
    return found


def reviewer_of(request: Request) -> str:
    """The reviewer's name; ``""`` before one is given."""
    cookies = request.scope.get("dateline.cookies")
    kept = cookies if isinstance(cookies, dict) else cookies_of(request.headers)
    return clean_name(str(kept.get(NAME_COOKIE, "")))[:MAX_NAME]


def clean_name(name: str) -> str:
    """A name on one line, without control characters."""
    return "".join(char for char in " ".join(name.split()) if char.isprintable())


def render(request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page from its template."""
    room = room_of(request)
    said = room.messages.take(request.query_params.get("said", ""))
    text = _templates().get_template(template).render(
        reviewer=reviewer_of(request),
        read_only=room.desk.read_only,
        csrf=csrf_of(request),
        message=said,
        path=request.url.path,
        database=room.desk.database.path.name,
        **values,
    )
    return HTMLResponse(text, status)


def redirect(request: Request, path: str, message: str | None = None, *, failed: bool = False, **query: object) -> Response:
    """To another page, with a message that it shows."""
    said = None if message is None else room_of(request).messages.put(message, failed=failed)
    return RedirectResponse(link(path, **query, said=said), 303)


async def form_of(request: Request) -> dict[str, list[str]]:
    """The fields that were posted."""
    return read_form(await request.body())


def one(form: dict[str, list[str]], name: str) -> str:
    """The first value of a field; empty where there is none."""
    return (form.get(name) or [""])[0]


def number(form: dict[str, list[str]], name: str) -> int | None:
    """A whole number of a field; ``None`` where it is absent or none."""
    text = one(form, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def remember_name(response: Response, name: str) -> None:
    """Keeps the reviewer's name in the browser."""
    set_cookie(response, NAME_COOKIE, name)


def error_page(request: Request, error: DatelineError, status: int = 404) -> HTMLResponse:
    """A page that says what is wrong and what to do."""
    detail = (error.found or error.detail) if error.code in _SAID_IN_FULL else error.detail
    return render(request, "error.html.j2", status=status, code=error.code, missing=error.code == "E614", detail=detail, fix=error.fix)
