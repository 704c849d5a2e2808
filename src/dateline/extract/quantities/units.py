"""Currencies and measures by the signs and words that name them."""

from __future__ import annotations

from typing import Final

SYMBOLS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL",
    "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH", "₺": "TRY", "₦": "NGN", "Rs": "INR",
    "Rs.": "INR",
}  # fmt: skip
CODES: Final = "USD EUR GBP JPY CNY RMB RUB CHF AUD CAD INR KRW ILS UAH TRY SEK NOK DKK PLN SAR AED"
#: Currency words; where several states share a name ("pesos") only the adjective before it can say the code.
CURRENCY_WORDS: Final = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB",
    "ruble": "RUB",
    "won": "KRW", "shekel": "ILS", "hryvnia": "UAH", "lira": "TRY", "riyal": "SAR", "naira": "NGN",
    "rand": "ZAR", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dirham": "AED", "dong": "VND",
    "rupee": "rupees", "rial": "rials", "shilling": "shillings", "franc": "francs", "peso": "pesos", "dinar": "dinars",
    "zloty": "PLN", "krona": "SEK", "krone": "NOK", "kroner": "NOK", "kronor": "SEK", "real": "BRL", "reais": "BRL",
    "birr": "ETB",
}  # fmt: skip
NATIONAL: Final = {
    ("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD", ("taiwan", "dollar"): "TWD",
    ("singapore", "dollar"): "SGD",
    ("pakistani", "rupee"): "PKR", ("egyptian", "pound"): "EGP", ("syrian", "pound"): "SYP",
    ("sudanese", "pound"): "SDG",
    ("lebanese", "pound"): "LBP", ("iraqi", "dinar"): "IQD", ("cfa", "franc"): "XOF", ("argentine", "peso"): "ARS",
    ("colombian", "peso"): "COP", ("philippine", "peso"): "PHP", ("chilean", "peso"): "CLP",
    ("ugandan", "shilling"): "UGX",
    ("omani", "rial"): "OMR", ("iranian", "rial"): "IRR", ("mexican", "peso"): "MXN", ("swiss", "franc"): "CHF",
    ("kenyan", "shilling"): "KES", ("tanzanian", "shilling"): "TZS", ("somali", "shilling"): "SOS",
    ("indian", "rupee"): "INR",
    ("serbian", "dinar"): "RSD", ("jordanian", "dinar"): "JOD", ("kuwaiti", "dinar"): "KWD",
    ("libyan", "dinar"): "LYD", ("yemeni", "rial"): "YER", ("qatari", "riyal"): "QAR",
}  # fmt: skip
#: Measures by the word that names them, singular or plural.
MEASURES: Final = {
    word: unit
    for unit, words in {
        "tons": "ton tons tonne tonnes",
        "kg": "kg kilogram kilograms kilogramme kilogrammes kilo kilos",
        "km": "km kilometre kilometres kilometer kilometers",
        "miles": "mile miles", "m": "metre metres meter meters",
        "hectares": "hectare hectares", "acres": "acre acres",
        "barrels": "barrel barrels", "litres": "litre litres liter liters",
        "MW": "mw megawatt megawatts", "degrees": "degree degrees",
        "minutes": "minute minutes", "hours": "hour hours", "days": "day days", "nights": "night nights",
        "weeks": "week weeks", "months": "month months", "years": "year years", "decades": "decade decades",
        "percent": "percent pc", "points": "points", "votes": "vote votes", "times": "times",
        "families": "family families", "households": "household households",
    }.items()
    for word in words.split()
}  # fmt: skip
TIME_UNITS: Final = frozenset("minutes hours days weeks months years nights decades".split())
