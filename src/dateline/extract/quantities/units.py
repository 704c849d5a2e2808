"""Currencies and measures by the signs and words that name them."""

from __future__ import annotations

from typing import Final

SYMBOLS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH", "₺": "TRY", "₦": "NGN", "Rs": "INR", "Rs.": "INR", "R": "ZAR",
}  # fmt: skip
#: ISO 4217 codes (the circulating ones) and RMB.
CODES: Final = tuple(
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CUP CZK DJF DKK DOP DZD EGP ERN "
    "ETB EUR FJD GBP GEL GHS GMD GNF GTQ HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KPW KRW KWD KZT LAK LBP LKR LRD "
    "LYD MAD MDL MGA MKD MMK MNT MRU MUR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RMB RON RSD RUB RWF "
    "SAR SDG SEK SGD SLE SOS SSP SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XOF YER ZAR ZMW".split()
)
#: Currency words; where several states share a name ("pesos") only the adjective before it can say the code.
CURRENCY_WORDS: Final = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB",
    "won": "KRW", "shekel": "ILS", "hryvnia": "UAH", "hryvnias": "UAH", "lira": "TRY", "riyal": "SAR", "naira": "NGN", "rand": "ZAR",
    "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dirham": "AED", "dong": "VND", "rupee": "rupees", "rial": "rials",
    "shilling": "shillings", "franc": "francs", "peso": "pesos", "dinar": "dinars", "zloty": "PLN", "zlotys": "PLN", "krona": "SEK",
    "krone": "NOK", "kroner": "NOK", "kronor": "SEK", "koruna": "CZK", "real": "BRL", "reais": "BRL", "birr": "ETB", "tenge": "KZT",
    "sol": "PEN", "soles": "PEN", "forint": "HUF", "taka": "BDT", "kyat": "MMK", "cedi": "GHS", "kwacha": "ZMW", "lari": "GEL",
    "manat": "AZN", "dram": "AMD", "som": "KGS", "sum": "UZS", "afghani": "AFN", "leu": "RON", "lei": "RON", "lev": "BGN", "leva": "BGN",
    "kuna": "HRK", "quetzal": "GTQ", "lempira": "HNL", "bolivar": "VES", "bolivares": "VES", "boliviano": "BOB", "guarani": "PYG",
    "colon": "CRC", "gourde": "HTG", "kwanza": "AOA", "pula": "BWP", "metical": "MZN", "meticais": "MZN", "ariary": "MGA",
    "leone": "SLE", "dalasi": "GMD", "tugrik": "MNT", "riel": "KHR", "kip": "LAK", "ouguiya": "MRU", "nakfa": "ERN", "somoni": "TJS",
    "mark": "DEM", "deutschmark": "DEM", "lire": "ITL", "guilder": "NLG", "peseta": "ESP", "escudo": "PTE", "drachma": "GRD",
}  # fmt: skip
#: What wire services shorten: "40 mln dlrs", "two bln stg".
SHORT_CURRENCIES: Final = {"dlr": "dollar", "dlrs": "dollar", "stg": "pound"}
#: Words of the table that mean something else more often: money only behind a thousand or more.
SCALED_ONLY: Final = frozenset({"KRW", "PEN", "KGS", "UZS", "CRC", "BRL", "VND", "DEM"})
NATIONAL: Final = {
    ("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD", ("taiwan", "dollar"): "TWD", ("singapore", "dollar"): "SGD",
    ("pakistani", "rupee"): "PKR", ("egyptian", "pound"): "EGP", ("syrian", "pound"): "SYP", ("sudanese", "pound"): "SDG",
    ("lebanese", "pound"): "LBP", ("iraqi", "dinar"): "IQD", ("cfa", "franc"): "XOF", ("argentine", "peso"): "ARS",
    ("colombian", "peso"): "COP", ("philippine", "peso"): "PHP", ("chilean", "peso"): "CLP", ("ugandan", "shilling"): "UGX",
    ("omani", "rial"): "OMR", ("iranian", "rial"): "IRR", ("mexican", "peso"): "MXN", ("swiss", "franc"): "CHF",
    ("kenyan", "shilling"): "KES", ("tanzanian", "shilling"): "TZS", ("somali", "shilling"): "SOS", ("indian", "rupee"): "INR",
    ("serbian", "dinar"): "RSD", ("jordanian", "dinar"): "JOD", ("kuwaiti", "dinar"): "KWD", ("libyan", "dinar"): "LYD",
    ("algerian", "dinar"): "DZD", ("tunisian", "dinar"): "TND", ("danish", "krone"): "DKK", ("danish", "kroner"): "DKK",
    ("hong", "kong"): "HKD", ("sri", "lankan"): "LKR", ("nepali", "rupee"): "NPR", ("moroccan", "dirham"): "MAD",
    ("yemeni", "rial"): "YER", ("qatari", "riyal"): "QAR",
}  # fmt: skip
#: Measures by the word that names them, singular or plural.
MEASURES: Final = {
    word: unit
    for unit, words in {
        "tons": "ton tons tonne tonnes", "kg": "kg kilogram kilograms kilogramme kilogrammes kilo kilos",
        "km": "km kilometre kilometres kilometer kilometers", "miles": "mile miles", "meters": "m metre metres meter meters",
        "feet": "ft feet foot", "hectares": "ha hectare hectares", "acres": "acre acres", "barrels": "barrel barrels",
        "litres": "litre litres liter liters", "MW": "mw megawatt megawatts", "GW": "gw gigawatt gigawatts",
        "kilotons": "kiloton kilotons", "degrees": "degree degrees",
        "cm": "cm centimetre centimetres", "lb": "lb lbs", "minutes": "minute minutes", "hours": "hour hours", "days": "day days", "nights": "night nights",
        "weeks": "week weeks", "months": "month months", "years": "year years", "decades": "decade decades",
        "percent": "percent pct pc points", "items": "vote votes", "times": "times",
        "households": "family families household households",
    }.items()
    for word in words.split()
}  # fmt: skip
#: The units that "square", "cubic" and "nautical" make of a measure.
POWERS: Final = {
    ("sq", "km"): "km2",
    ("sq", "miles"): "sq_miles",
    ("sq", "meters"): "m2",
    ("cu", "meters"): "cubic_meters",
    ("square", "km"): "km2", ("square", "meters"): "m2", ("square", "miles"): "sq_miles", ("cubic", "meters"): "cubic_meters",
    ("cubic", "km"): "km3", ("nautical", "miles"): "nautical_miles",
}  # fmt: skip
TIME_UNITS: Final = frozenset("minutes hours days weeks months years nights decades".split())
