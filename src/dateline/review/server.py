"""Runs the workbench: opens the database, listens, and closes both in order."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from dateline.errors import DatelineError
from dateline.review.app import create_app
from dateline.review.desk import Desk
from dateline.review.page import read_templates
from dateline.review.security import Access
from dateline.store.duckdb import Database


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Where to listen (``port`` 0: a free one), who may come, and what may be done."""

    host: str = "127.0.0.1"
    port: int = 8321
    token: str | None = None
    names: tuple[str, ...] = ()
    read_only: bool = False
    seed: str = "1"


def serve(path: Path, options: ServeOptions, ready: Callable[[str], None]) -> None:
    """Serves the workbench until it is interrupted.

    Args:
        path: the database; it is locked meanwhile.
        options: where and for whom.
        ready: is told the address once it can be opened.

    Raises:
        DatelineError: E611 for an open address without a token, E612 where it cannot listen, E201 to E203 for the database.
    """
    access = Access(options.host, options.token, options.names)
    listener = _listen(options)
    port = listener.getsockname()[1]
    try:
        with Database(path, read_only=options.read_only) as database:
            desk = Desk(database, read_only=options.read_only, seed=options.seed)
            desk.warm()
            read_templates()
            config = uvicorn.Config(create_app(desk, access), log_level="warning", access_log=False, server_header=False, lifespan="off")
            ready(_address(options, port))
            asyncio.run(uvicorn.Server(config).serve(sockets=[listener]))
    finally:
        listener.close()


def _listen(options: ServeOptions) -> socket.socket:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((options.host, options.port))
        listener.listen(128)  # so that whoever reads the address can connect, and waits until it is answered
    except OSError as error:
        listener.close()
        raise DatelineError("E612", f"{options.host}:{options.port}", str(error)) from error
    return listener


def _address(options: ServeOptions, port: int) -> str:
    host = f"[{options.host}]" if ":" in options.host else options.host
    query = f"/?token={options.token}" if options.token else "/"
    return f"http://{host}:{port}{query}"
