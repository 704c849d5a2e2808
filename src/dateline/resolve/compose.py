"""Country and sector of a scanned phrase: who is named, under which office, as part of what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import Word
from dateline.ontology.wordlists import words_of
from dateline.resolve import courts
from dateline.resolve.entries import choose, is_forgotten, is_serving, persons_meant, pick_country, spell_of
from dateline.resolve.knowledge import Entity, Knowledge
from dateline.resolve.ledbodies import BRANCHED, PRIVATE, SOCIETIES, body_led, is_acronym, is_general_body, is_public_body, without_party
from dateline.resolve.nounsectors import ARMED, FORCE_LIKE, OFFICIAL, force_before, is_aircraft, is_former, is_military, modified
from dateline.resolve.phraseparts import (
    FRIENDS,
    OF,
    Parts,
    country_named,
    country_of_group,
    country_ruled,
    has_owner,
    has_state,
    head_of,
    homes_of,
    in_personal_name,
    of_tail,
    parts_of,
    person_of,
    place_tails,
)
from dateline.resolve.scan import TITLES, Item
from dateline.types.value import value

#: The method of those who are of other states than the one that a phrase names ("**Ukraine's allies**").
OTHERS: Final = "others"
_ORIGIN: Final = words_of("resolve.compose.origin")
_COMPASS: Final = words_of("resolve.compose.compass")
_CROWD: Final = words_of("resolve.compose.crowd")
#: Who speaks "for" those whose spokesman he is.
_SPOKESPERSONS: Final = frozenset("spokesman spokesmen spokeswoman spokesperson spokespersons".split())
#: Workers, but soldiers on what is military.
_CREWS: Final = frozenset({"crew", "crews", "crewmen", "crewman", "crew member", "crew members"})
_NATIONAL: Final = words_of("resolve.compose.national")
#: Before the name of a people who live in another state than that of their name ("**ethnic** Hungarians", "**local** Russians").
_ABROAD: Final = frozenset({"ethnic", "local"})


@value(frozen=True, slots=True)
class Reading:
    """What a phrase was read as; ``chosen`` is the entry it rests on, ``others`` are those that lost."""

    entity: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    score: float = 0.0
    method: str = "unknown"
    others: tuple[Entity, ...] = ()
    chosen: Entity | None = None

    def with_country(self, country: str, method: str, score: float) -> Reading:
        """The reading with a country found elsewhere."""
        return replace(self, country=country, method=method, score=min(self.score, score))


class Composer:
    """Reads scanned phrases. ``country_of`` gives the country of a town or region, or ``None``."""

    def __init__(self, base: Knowledge, country_of: Callable[[str], str | None]) -> None:
        self._base = base
        self._country_of = country_of

    def read(self, items: Sequence[Item], ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        """Country, sectors and entity of a phrase (see :meth:`dateline.resolve.Resolver.actor`)."""
        parts = parts_of(without_party(items))
        if not parts.core:
            return Reading()
        person = person_of(parts.core)
        if person is not None:
            return self._person(person, parts, ws, day, near)
        head = head_of(parts.core)
        if head.kind == "name" and head.is_a("organisation"):
            found = self._organisation(head, parts, ws, day, near)
            if found is not None:
                return found
        elif head.kind == "name":
            return self._country(head, parts, ws, day, near)
        return self._common(head, parts, ws, day, near)

    # --- persons -------------------------------------------------------------------------------------------------------------

    def _person(self, item: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        stated = self._stated(parts, ws, skip=item)
        entities = [entity for entity in item.entities if entity.kind == "person"]
        names = list(dict.fromkeys(entity.name for entity in entities))
        if len(names) > 1:
            names = persons_meant(entities, day, stated, near)
        spells = [entity for entity in entities if entity.name in names]
        before = [it for it in parts.core if it.start < item.start]
        former = any(it.kind == "former" for it in before)
        if len(names) > 1:
            countries = {entity.country for entity in spells}
            if len(countries) > 1 and stated is None:
                return Reading(method="ambiguous", others=tuple(spells))
            country = stated if stated in countries else spells[0].country
            sectors: tuple[str, ...] = ("ELI",) if former else ("GOV",)
            return Reading("", country, sectors, 0.5, "ambiguous", tuple(spells))
        spell, within = spell_of(spells, day, stated)
        sectors = spell.sectors
        titled = any(it.role is not None and it.role.kind == "head" and it.role.sectors[0] == "GOV" for it in before)
        ranked = is_serving(spell, day) and any(it.role is not None and it.role.sectors[0] == "MIL" for it in before)
        if ranked and not (former or within or titled):
            sectors = ("MIL",)
        elif former or not (within or titled):
            sectors = ("ELI",) if sectors[0] in OFFICIAL | {"MIL"} else sectors
        elif not within:  # the text gives the office that the person held then
            sectors = ("GOV",)
        exact = item.end - item.start > 1
        full = item.end - item.start - sum(word.norm in TITLES for word in ws[item.start : item.end]) > 1
        filed = item.key in self._base.names
        if not ((full and filed) or within or titled) and is_forgotten(entities, day):
            return Reading(method="unknown", others=tuple(entities))
        others = tuple(dict.fromkeys(entity for entity in entities if entity != spell))
        return Reading(spell.name, spell.country, sectors, 0.95 if exact else 0.8, "person" if exact else "surname", others, spell)

    # --- organisations -------------------------------------------------------------------------------------------------------

    def _organisation(self, item: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading | None:
        stated = self._stated(parts, ws, skip=item)
        entity, others = choose(item.entities, day, stated, near)
        if entity is None:
            if item.role is not None:
                return None
            shared = {e.sectors[:1] for e in item.entities}
            sectors = item.entities[0].sectors if len(shared) == 1 else ()
            return Reading("", stated, sectors, 0.5, "ambiguous", item.entities)
        if stated and entity.country != stated and entity.office in _NATIONAL:
            if item.role is not None:
                return None
            return Reading("", stated, entity.sectors, 0.6, "organisation", (entity,))
        return Reading(entity.name, entity.country, entity.sectors, 0.95, "organisation", others, entity)

    # --- countries -----------------------------------------------------------------------------------------------------------

    def _country(self, item: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        entity = pick_country(item.entities, near)
        before = [it for it in parts.core if it.end <= item.start]
        if entity.kind == "country" and (branch := self._branch(before, ws, day, near)) is not None:
            return replace(branch, country=entity.country)
        if entity.kind == "group":
            where = self._tail_country(parts.tails)
            country = country_named(before) or entity.country or where
            if any(it.key == "ethnic" for it in before) and where:
                country = where
            return Reading("", country, entity.sectors, 0.7, "people")
        if entity.kind == "people" and any(it.key in _ABROAD for it in before):
            return Reading("", self._tail_country(parts.tails), ("CVL",), 0.7, "people")
        if entity.kind == "people":
            return Reading("", entity.country, self._crowd(before), 0.8, "people")
        if any(it.key in _COMPASS for it in before if it.kind == "word"):
            return Reading(entity.name, entity.country, ("UNK",), 0.7, "region")
        first = next((it.modifier for it in before if it.kind in {"role", "modifier"} and it.modifier), None)
        if entity.kind == "adjective" and any(it.key in _CROWD for it in before):
            return Reading("", entity.country, ("CVL",), 0.8, "people")
        if entity.kind == "adjective" and first is not None:
            return Reading("", entity.country, first.sectors, 0.6, "composition")
        others = tuple(e for e in item.entities if e.country != entity.country)
        return Reading(entity.name, entity.country, entity.sectors, 0.95, entity.kind, others, entity)

    def _branch(self, before: Sequence[Item], ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading | None:
        """The private body that bears a country behind its name ("Amnesty International **Kenya**", "Business Unity **South Africa**")."""
        if not before or not all(it.capital and not it.possessive for it in before) or any(it.broken for it in before[1:]):
            return None
        if not any(it.is_a("organisation") or it.modifier is not None for it in before):
            return None
        body = self.read(before, ws, day, near)
        return body if body.sectors and body.sectors[0] in BRANCHED else None

    @staticmethod
    def _crowd(before: Sequence[Item]) -> tuple[str, ...]:
        for it in reversed(before):
            if it.modifier is not None and it.modifier.sectors[0] in {"REF", "EDU", "REL", "REB"}:
                return it.modifier.sectors
        return ("CVL",)

    # --- common nouns --------------------------------------------------------------------------------------------------------

    def _common(self, head: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        if head.key in FRIENDS and has_state(parts):
            return Reading("", self._tail_country(place_tails(parts)), ("GOV",), 0.6, OTHERS)
        country = self._stated(parts, ws, skip=head if head.kind == "name" else None) or country_ruled(parts, day)
        found = self._sectors(head, parts, ws, day, near)
        if found is None:
            whole = self._country_of(" ".join(w.text for w in ws)) if any(w.capital for w in ws) else None
            if whole:
                return Reading("", whole, ("UNK",), 0.6, "place")
            if country is None:
                return Reading()
            return Reading("", country, ("GOV",), 0.5, "thing")
        sectors, owner = found
        country = courts.code_of_court(sectors, parts) or self._whole_place(head, sectors, ws) or country or courts.code_of_chamber(head)
        if owner is not None and (country is None or (owner in {"UNO", "EUR", "IGO", "NGO", "MNC", "IMG"} and has_owner(parts))):
            country = owner
        if is_former(parts.core, head, sectors):
            sectors = ("ELI",)
        return Reading("", country, sectors, 0.85 if country else 0.6, "composition")

    def _whole_place(self, head: Item, sectors: Sequence[str], ws: Sequence[Word]) -> str | None:
        """The country of a building or site that is filed by its whole name ("Moria camp" is not in Moria, "Erez crossing" in no Erez)."""
        if sectors[0] != "UNK" or head.end != len(ws) or len(ws) == 1 or not ws[0].capital:
            return None
        return self._country_of(" ".join(word.text for word in ws))

    def _sectors(
        self, head: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]
    ) -> tuple[tuple[str, ...], str | None] | None:
        """Sectors of a common noun with its modifiers, and the country of an organisation it belongs to."""
        before = [it for it in parts.core if it.end <= head.start and not is_general_body(it, head)]
        led = self._led(head, before, parts, ws, day, near)
        if led is not None:
            return led
        owner = self._owner(before, parts, day, near, neutral=head.role is not None and head.role.kind == "neutral")
        code = owner.country if owner else None
        if head.role is None:
            if head.modifier is not None:
                return head.modifier.sectors, code
            if owner is not None:
                return owner.sectors, code
            force = force_before(before, head)
            return None if force is None else (force, code)
        if head.role.sectors[0] == "UNK" and (force := force_before(before, head)) is not None:
            return force, code
        if is_aircraft(before, head) or (head.key in _CREWS and any(is_military(it) for it in (*before, *parts.possessor, *of_tail(parts)))):
            return ("MIL",), code
        if head.key in self._base.kin:
            return self._kin(head, parts, ws, day, near), code
        if head.role.kind == "neutral":
            modifier = next((it.modifier for it in reversed(before) if it.modifier is not None), None)
            if is_public_body(before, head):
                return head.role.sectors, code
            if owner is not None and (modifier is None or owner.sectors[0] in ARMED):
                return owner.sectors, code
            if modifier is not None:
                return modifier.sectors, code
            return self._of_sectors(head, parts, ws, day, near), code
        if owner is not None and owner.sectors[0] in ARMED and head.role.sectors[0] in FORCE_LIKE:
            return owner.sectors, code
        return modified(head.role.sectors, before), code

    def _led(
        self, head: Item, before: Sequence[Item], parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]
    ) -> tuple[tuple[str, ...], str | None] | None:
        """The sectors of the body whose head somebody is, where that is none of a state's: "the **union's** president", "president of the **bar association**"."""
        body = body_led(head, before, parts)
        if not body:
            return None
        if is_acronym(body[-1], ws):
            return ("UNK",), None
        read = self.read(body, ws, day, near)
        private = bool(read.sectors) and (read.sectors[0] in PRIVATE or (read.sectors[0] == "UNK" and body[-1].key in SOCIETIES))
        return (read.sectors, read.chosen.country if read.chosen else None) if private else None

    def _owner(
        self, before: Sequence[Item], parts: Parts, day: str, near: tuple[str, ...], *, neutral: bool
    ) -> Entity | None:
        places = [*reversed(before), *reversed(parts.possessor)]
        if neutral:
            places += [it for prep, tail in parts.tails[:1] if prep in OF for it in tail]
        for it in places:
            if it.kind in {"name", "hint"} and it.is_a("organisation"):
                entity, _ = choose(it.entities, day, None, near)
                if entity is not None:
                    return entity
        return None

    def _of_sectors(self, head: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> tuple[str, ...]:
        """"Commander of the navy", "head of the Houthi movement": a neutral noun takes the sector of what it belongs to."""
        assert head.role is not None
        if parts.tails and (parts.tails[0][0] in OF or (parts.tails[0][0] == "for" and head.key in _SPOKESPERSONS)):
            for it in parts.tails[0][1]:
                if it.modifier is not None and it.modifier.sectors[0] not in {"UNK", "CVL"} and not it.is_a("organisation"):
                    return it.modifier.sectors
        if parts.possessor:
            last = parts.possessor[-1]
            if last.modifier is not None and last.kind != "name":
                return last.modifier.sectors
        return head.role.sectors

    def _kin(self, head: Item, parts: Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> tuple[str, ...]:
        owners = parts.possessor or tuple(it for prep, tail in parts.tails[:1] if prep in OF for it in tail)
        if not owners:
            return ("CVL",)
        of = self.read([replace(it, possessive=False) for it in owners], ws, day, near)
        return ("ELI",) if of.sectors[:1] in {("GOV",), ("ELI",)} and of.method in {"person", "surname", "composition"} else ("CVL",)

    # --- countries in a phrase -----------------------------------------------------------------------------------------------

    def _stated(self, parts: Parts, ws: Sequence[Word], skip: Item | None) -> str | None:
        """The country that a phrase states beside its head: modifiers, then the possessor, then of- and in-phrases."""
        core = [it for it in parts.core if it is not skip]
        ethnic = {it.end for it in parts.core if it.key == "ethnic"}
        strong = [it for it in core if it.start not in ethnic]
        return (
            country_named(strong)
            or country_named(reversed(parts.possessor))
            or self._tail_country(homes_of(parts))
            or self._towns(core, ws)
            or self._towns(parts.possessor, ws)
            or country_named((it for it in core if it.kind == "hint"), hints=True)
            or country_of_group([*core, *parts.possessor])
        )

    def _tail_country(self, tails: Iterable[tuple[str, tuple[Item, ...]]]) -> str | None:
        for prep, tail in tails:
            if prep not in _ORIGIN:
                continue
            found = country_named(tail) or country_of_group(tail)
            if found:
                return found
            text = " ".join(it.key for it in tail if it.kind == "word" and it.capital)
            town = self._country_of(text) if text else None
            if town:
                return town
        return None

    def _towns(self, items: Sequence[Item], ws: Sequence[Word]) -> str | None:
        for size in (2, 1):
            for at in range(len(items) - size + 1):
                run = items[at : at + size]
                if size == 1 and in_personal_name(items, at):
                    continue
                if all(it.kind in {"word", "hint"} and (it.capital or it.kind == "hint") and not it.entities for it in run):
                    found = self._country_of(" ".join(it.key for it in run))
                    if found:
                        return found
        return None
