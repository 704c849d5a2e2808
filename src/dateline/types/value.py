"""The decorator of values that are made by the dozen for each sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool, order: bool = False):
        """As ``dataclass``, and frozen to the type checker alone: a class that is frozen at run time too sets each field by a call of its own,
        which takes a thirtieth of all of coding."""
        return lambda cls: dataclass(slots=slots, order=order, unsafe_hash=frozen and "__hash__" not in vars(cls))(cls)
