"""What stands between the workbench and the network: Host check, token, origin and CSRF checks, headers, size limit.

The workbench shows documents that anybody may have written, in a browser that visits other sites too. So a page of another site must
neither read it (Host check against DNS rebinding) nor post to it (origin and CSRF token), and no document may run a script in it
(escaping, and a Content-Security-Policy that allows none but the workbench's own files).
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.errors import DatelineError

#: A correction is a few hundred bytes; nothing larger has business here.
MAX_BODY: Final = 64 * 1024
CSRF_COOKIE: Final = "dateline_csrf"
TOKEN_COOKIE: Final = "dateline_token"
CSRF_FIELD: Final = "csrf"
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
#: Own files only: no inline script or style, no frame, no plug-in, no form to elsewhere.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_CHANGING: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Access:
    """Who may reach the workbench.

    ``host`` is where it listens, ``names`` further names under which it is reached, ``token`` what a browser must bring where it is
    open to the network.

    Raises:
        DatelineError: E611 for an address other than this machine's without a token.
    """

    host: str = "127.0.0.1"
    token: str | None = None
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.token:
            raise DatelineError("E611", self.host)

    def allows_host(self, host: str) -> bool:
        """Whether a ``Host`` header names this workbench. On all addresses (``0.0.0.0``) any address in figures does: a page that
        rebinds a name cannot send one."""
        name = host_name(host)
        if name in self.names or name == self.host:
            return True
        if is_loopback(self.host):
            return name in LOOPBACK
        return _is_address(name) if self.host in {"0.0.0.0", "::"} else False


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own."""
    return host in LOOPBACK


def host_name(host: str) -> str:
    """The name of a ``Host`` header without its port, lower case: ``[::1]:80`` gives ``::1``; ``""`` where it is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def cookies_of(headers: Mapping[str, str]) -> dict[str, str]:
    """The cookies of a request; none where the header is malformed."""
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: unquote(morsel.value) for name, morsel in jar.items()}


def set_cookie(response: Response, name: str, value: str) -> None:
    """A cookie that scripts cannot read and other sites cannot send; its value may be any text."""
    response.set_cookie(name, quote(value, safe=""), httponly=True, samesite="strict", path="/", max_age=180 * 24 * 3600)


class Guard:
    """Middleware with every check; what passes it may be answered.

    Args:
        app: what is guarded.
        access: who may reach it.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app, self.access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = cookies_of(headers)
        csrf = cookies.get(CSRF_COOKIE) or secrets.token_urlsafe(24)
        scope["dateline.cookies"], scope["dateline.csrf"] = cookies, csrf
        fresh = None if CSRF_COOKIE in cookies else csrf
        refused = self._refused(scope, headers, cookies)
        if refused is None and scope["method"] in _CHANGING:
            body = await _read(receive)
            refused = _refused_body(body, cookies)
            receive = _replay(body or b"")
        await (refused or self.app)(scope, receive, _with_headers(send, fresh))

    def _refused(self, scope: Scope, headers: Headers, cookies: Mapping[str, str]) -> Response | None:
        if not self.access.allows_host(headers.get("host", "")):
            return PlainTextResponse("This name is not the workbench's. Open it by its address.", 421)
        if self.access.token is not None:
            given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token")
            if given is not None and _same(given, self.access.token):
                response = RedirectResponse("/", 303)  # so that the token leaves the address line
                set_cookie(response, TOKEN_COOKIE, given)
                return response
            if not _same(cookies.get(TOKEN_COOKIE, ""), self.access.token):
                return PlainTextResponse("Open the address with its token, as the workbench printed it.", 401)
        if scope["method"] in _CHANGING:
            origin = headers.get("origin")
            if origin is None or urlsplit(origin).netloc != headers.get("host"):
                return PlainTextResponse("The request comes from another site.", 403)
        return None


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


async def _read(receive: Receive) -> bytes | None:
    """The body; ``None`` where it is too large."""
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > MAX_BODY:
            return None
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def read_form(body: bytes) -> dict[str, list[str]]:
    """The fields of an urlencoded body."""
    form: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
        form.setdefault(name, []).append(value)
    return form


def _refused_body(body: bytes | None, cookies: Mapping[str, str]) -> Response | None:
    if body is None:
        return PlainTextResponse("The request is too large.", 413)
    given = (read_form(body).get(CSRF_FIELD) or [""])[0]
    wanted = cookies.get(CSRF_COOKIE, "")
    if not wanted or not _same(given, wanted):
        return PlainTextResponse("The form does not carry this browser's token. Reload the page and try again.", 403)
    return None


def _with_headers(send: Send, csrf: str | None) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if csrf is not None:
                headers.append("set-cookie", f"{CSRF_COOKIE}={csrf}; HttpOnly; Path=/; SameSite=strict")
        await send(message)

    return wrapped


def csrf_of(request: Request) -> str:
    """The token that the page's forms carry."""
    return str(request.scope["dateline.csrf"])
