"""Closed label sets of the corpus notation: the ontology's own tables and the record contract, version 1."""

from __future__ import annotations

from dateline.ontology.plover import plover
from dateline.types import Certainty, Status

_PLOVER = plover()
#: type -> its modes, in the order of the codebook.
MODES: dict[str, tuple[str, ...]] = {kind.name: tuple(mode.name for mode in kind.modes) for kind in _PLOVER.types}
TYPES: tuple[str, ...] = tuple(MODES)
CONTEXTS: tuple[str, ...] = tuple(term.name for term in _PLOVER.contexts)
SECTORS: tuple[str, ...] = tuple(term.name for term in _PLOVER.sectors)
STATUSES: tuple[str, ...] = tuple(Status)
CERTAINTIES: tuple[str, ...] = tuple(Certainty)
ATTRIBUTION_KINDS: tuple[str, ...] = ("speaker", "institution", "media", "unnamed", "document", "poll")
CLAIM_KINDS: tuple[str, ...] = ("motive", "cause", "exchange", "outlook", "dependency", "stance", "opinion")
GENRES: tuple[str, ...] = (
    "headline", "lead", "wire", "paragraph", "commentary", "communique", "report", "historical",
)  # fmt: skip
#: ISO 3166-1 alpha-3 (independent states and the exceptions of the PLOVER manual, section on country names), PLOVER's own
#: codes for international actors, and alpha-3 codes of former states (ISO 3166-3) for historical passages.
COUNTRY_CODES: frozenset[str] = frozenset(
    """AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV
    KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI
    FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI VAT HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN
    KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR
    MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA KNA LCA VCT WSM
    SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR
    TKM TUV UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB ZWE TWN PSE HKG ESH KOS ATA
    UNO EUR IGO NGO ISM IMG MNC SUN YUG CSK DDR SCG YMD VDR""".split()
)
