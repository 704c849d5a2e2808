"""What the commands say of the actors that they were asked for."""

from __future__ import annotations

import sys


def say_readings(actors: str) -> None:
    """Says on standard error which actors were read as another name: a capital as its country's government.

    Raises:
        DatelineError: E205 where one is no country, organisation or people.
    """
    from dateline.askedactors import asked_actors

    for one in asked_actors(actors):
        if one.reading is not None:
            print(f"dateline: {one.reading}", file=sys.stderr)
