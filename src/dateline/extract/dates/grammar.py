"""The patterns of date expressions in news English, each with the builder that reads it.

Rules are tried at the places where :data:`TRIGGER` finds a word that can begin an expression; the longest reading
wins. The rules know
nothing of the words around the expression: prepositions, ranges and licensing are in the package's ``__init__``.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.dates import nodes, relatives
from dateline.extract.dates.nodes import TIMES, Node
from dateline.extract.dates.numerals import FIGURE, WORDS
from dateline.extract.dates.openings import by_opening

MONTH: Final = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY: Final = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
)
#: What follows a number that measures something or tells the time, so that it is no year.
_MEASURED: Final = (
    r"(?!\s*%|\s+(?:per\s?cent|percent|tonnes|tons|kilomet\w+|km|miles|met(?:re|er)s|dollars|euros|pounds"
    r"|million|billion|hundred|thousand"
    r"|years?|days|hours|weeks|months|GMT|hrs|UTC|local\s+time)\b)"
)
#: What follows a number that counts something, so that it is no day of the month before it ("In January 20 soldiers
#: died").
COUNTED: Final = _MEASURED[:-4] + (
    r"|(?:or\s+more\s+|more\s+|other\s+)?(?:people|persons|men|women|children|soldiers|troops|fighters|civilians"
    r"|members|others|dead|homes"
    r"|houses|villages|families|refugees|migrants|prisoners|police|jobs|workers))\b)"
)
_YEAR_DIGITS: Final = r"(?:1[5-9]|20)\d\d"
_YEAR_END: Final = rf"(?![\d%])(?!,\d)(?!\.\d)(?!-(?:strong|year|odd|plus|page|m\b|man\b))(?!\w){_MEASURED}"
YEAR: Final = rf"(?P<year>{_YEAR_DIGITS}){_YEAR_END}"
_DAY_END: Final = r"(?!\w)(?![,.]\d|:\d|\s*%)"
_DAY_DIGITS: Final = r"(?:3[01]|[12]\d|0?[1-9])"
DAY: Final = rf"(?P<day>{_DAY_DIGITS})(?:st|nd|rd|th)?{_DAY_END}"
_DAY2: Final = rf"(?P<day2>{_DAY_DIGITS})(?:st|nd|rd|th)?{_DAY_END}"
_DASH: Final = r"(?:\s*[-–—/&]\s*|\s+(?:to|and|through|until|till|or)\s+)"
_WD: Final = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_OPT_YEAR: Final = rf"(?:,?\s+(?:of\s+)?{YEAR}|-(?P<year_dash>{_YEAR_DIGITS}){_YEAR_END})?"
_WHOSE: Final = (
    rf"(?:\s+of\s+(?:the\s+)?(?:year\s+)?(?:{YEAR}|(?P<whose>last\s+year|this\s+year|next\s+year|year)\b)"
    rf"|,?\s+(?P<year_plain>{_YEAR_DIGITS}){_YEAR_END})"
)
#: "In June **last year**".
_BESIDE_YEAR: Final = r",?\s+(?:(?:of\s+)?(?P<whose>last|this|next)|of\s+(?P<named>that(?:\s+same)?|the\s+same))\s+year\b(?![’'])"
_WHICH: Final = r"(?P<which>last|next|this\s+(?:past|coming)|this|past|coming|upcoming)\s+"
#: Not before "said that **August talks** failed", where a clause begins with a noun in the plural.
_NO_SUBJECT: Final = r"(?!\s+[a-z]+\s+(?!does\b|this\b|thus\b|perhaps\b|always\b|towards\b)(?-i:[a-z]{3,})(?<!s)s\b)"
_BESIDE: Final = rf"(?P<which>following|previous|preceding|that\s+same|same|that{_NO_SUBJECT})\s+"
#: "He said that August was the worst month": a clause begins.
_NO_CLAUSE: Final = r"(?!\s+(?:was|is|will|would|had|has|could|should|might)\b|['’]s)"
#: What is called by its season and is none: "in the **autumn term**", "the **spring offensive**".
_NO_TERM: Final = r"(?!\s+(?:terms?|semesters?|sessions?|budget|collections?|harvest|offensive|campaign|games|Olympics)\b)"
_PART: Final = (
    r"(?P<part>early|mid|late|(?:the\s+)?(?:beginning|start|middle|end|close|turn|opening)\s+of"
    r"|(?:the\s+)?(?:first|second)\s+half\s+of"
    r"|earlier\s+in|later\s+in)[-\s]+(?:in\s+)?(?:the\s+)?(?:month\s+of\s+|year\s+)?"
)
#: Of what a week is the last one: "the last week of **October**".
_LONGER: Final = r"(?:the\s+(?:year|month)|next|last|this|each|every|(?:1[5-9]|20)\d\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)\b"
_COUNTED_UNIT: Final = (
    r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?=y|ies))(?:y|ies|s)?\b"
)
_NUMBER: Final = rf"(?P<number>{FIGURE}|a\s+couple\s+of|half\s+a\s+dozen|(?:a\s+)?few|several|{WORDS}|an?\b)"
_SHARE: Final = r"(?P<share>half\s+an?|half-a|a\s+quarter\s+of\s+a|a\s+quarter-?)"
_CALENDAR: Final = r"(?P<unit>week|month|quarter|year|decade|century)\b"
#: Where two numbers are a day without its year: "on 15/07", "(08/06)", "15/07: Gunmen ..."; a share or a decimal stands elsewhere.
_DATED: Final = (
    r"(?:(?<=\bon )|(?<=\bof )|(?<=\bby )|(?<=\bto )|(?<=\bfrom )|(?<=\bbetween )|(?<=\band )|(?<=\bsince )|(?<=\buntil )|(?<=\bdated )|(?<=\()|\A(?=[\d/]+\s*(?:[:–—-]|\Z)))"
)
_DOTTED: Final = r"(?:(?<=\bon )|(?<=\bnight of )|(?<=\bdated )|(?<=\()|\A(?=[\d.]+\s*(?:[:–—-]|\Z)))"
#: Where "the day before" ends a phrase: "the day before the summit" names another anchor.
_PHRASE_END: Final = (
    r"(?=\s*(?:[,.;:)\]?!\"”’—–]|$|-\s|(?:and|but|when|that|as|while|in|at|by|with|on|had|was|were)\b))"
)

Rule = tuple[re.Pattern[str], nodes.Builder]


def _rule(pattern: str, builder: nodes.Builder) -> Rule:
    return re.compile(pattern, re.IGNORECASE), builder


#: Six figures are day and hour where a zone or a year is named beside the month.
_MONTH_BEGUN: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ZONED: Final = rf"\s?(?:ZULU|GMT|UTC|[A-Z])\s*{_MONTH_BEGUN}|\s*{_MONTH_BEGUN}[a-z]*\.?\s*(?:19|20)?\d\d\b"

_ABSOLUTE: Final = (
    _rule(rf"(?P<iso_year>{_YEAR_DIGITS})(?P<sep>[-/.])(?P<iso_month>\d\d?)(?P=sep)(?P<iso_day>\d\d?)(?:T[\d:.]+Z?)?(?![\d/-])"
          rf"|(?P<a>\d\d?)(?P<sep2>[/.-])(?P<b>\d\d?)(?P=sep2)(?P<year>{_YEAR_DIGITS})(?![\d/-])", nodes.read_numeric),
    _rule(rf"(?:{WEEKDAY},?\s+|{_DATED})(?P<a>\d\d?)/(?P<b>\d\d?)(?:/(?P<short>\d\d))?(?![\w/]|[.,-]\d){_MEASURED}", nodes.read_short_figures),
    _rule(rf"(?:{WEEKDAY},?\s+|{_DOTTED})(?P<a>\d\d?)\.(?P<b>0\d|1[0-2])(?:\.(?P<short>\d\d)\b|\.|(?!\)))(?![\w.]|,\d){_MEASURED}", nodes.read_short_figures),
    _rule(rf"(?P<day>{_DAY_DIGITS})(?<=\d\d)(?:[01]\d|2[0-3])[0-5]\d(?={_ZONED})\s?(?:ZULU|GMT|UTC|[A-Z])?\s*{MONTH}(?:\s*(?P<year>(?:19|20)?\d\d)(?!\w))?",
          nodes.read_time_group),
    _rule(rf"(?P<day>{_DAY_DIGITS})\s?[./-]\s?(?P<roman>(?-i:XI{{0,2}}|IX|IV|VI{{0,3}}|I{{1,3}}))\s?[./-]\s?(?P<year>(?:19|20)\d\d|(?<!\W[IVX]\W)(?<!\W[IVX]\W\s)\d\d)(?![\w./-]\w)(?!\d)",
          nodes.read_roman_month),
    _rule(rf"{MONTH}\s+{DAY}(?=,?\s+(?:\w+\s+)?(?:terror|attacks?)\b)", nodes.read_named_day),
    _rule(rf"{_WD}{DAY}(?:{_DASH}{_DAY2})?(?:\s+of\s+|-|\s+){MONTH}{_OPT_YEAR}", nodes.read_day_month),
    _rule(rf"(?P<day>{nodes.DAY_WORDS})\s+of\s+{MONTH}(?!['’]s){_OPT_YEAR}", nodes.read_day_month),
    _rule(rf"{_WD}(?<!\bin ){MONTH}\s+(?:the\s+)?{DAY}{COUNTED}(?:{_DASH}{_DAY2}{COUNTED})?(?:,?\s+{YEAR})?",
          nodes.read_day_month),
    _rule(rf"{MONTH}\s+{DAY},?\s+{YEAR}", nodes.read_day_month),
    _rule(rf"{WEEKDAY}\s+\((?:{DAY}\s+{MONTH}{_OPT_YEAR})\)", nodes.read_day_month),
    _rule(rf"{WEEKDAY}\s+\((?:{MONTH}\s+{DAY}(?:,?\s+{YEAR})?)\)", nodes.read_day_month),
    _rule(rf"week\s+of\s+(?:{DAY}\s+{MONTH}{_OPT_YEAR})", nodes.read_week_of_day),
    _rule(rf"week\s+of\s+(?:{MONTH}\s+{DAY}(?:,?\s+{YEAR})?)", nodes.read_week_of_day),
    _rule(rf"(?P<ordinal>first|second|third|fourth|last|final)\s+week\s+(?:of"
          rf"|in)\s+{MONTH}{_OPT_YEAR}", nodes.read_nth_week),
    _rule(rf"{_PART}{MONTH}(?!\s+Day\b){_OPT_YEAR}", nodes.read_month),
    _rule(rf"{_WHICH}{MONTH}(?!\s+\d)", nodes.read_month),
    _rule(rf"{_BESIDE}{MONTH}(?!\s+\d){_NO_CLAUSE}", nodes.read_month),
    _rule(rf"{_BESIDE}(?P<season>spring|summer|autumn|winter|fall)\b{_NO_CLAUSE}{_NO_TERM}", nodes.read_season),
    _rule(rf"{MONTH}(?!\s+Day\b){_OPT_YEAR}", nodes.read_month),
    _rule(rf"(?:{_PART})?{MONTH}{_BESIDE_YEAR}", nodes.read_month),
    _rule(rf"{_WD}{DAY}(?:\s+of)?\s+{MONTH}{_BESIDE_YEAR}", nodes.read_day_month),
    _rule(rf"{_WD}{MONTH}\s+{DAY}{_BESIDE_YEAR}", nodes.read_day_month),
    _rule(rf"(?P<ordinal>Q[1-4]|first|second|third|fourth|last|final|1st|2nd|3rd"
          rf"|4th)(?:[\s-]+quarter\b)?{_WHOSE}", nodes.read_quarter),
    _rule(r"(?P<ordinal>Q[1-4]\b|(?:first|second|third|fourth|1st|2nd|3rd|4th)(?=[\s-]+quarter))(?:[\s-]+quarter\b)?"
          r"(?!\s+of\s+a)", nodes.read_quarter),
    _rule(rf"(?P<ordinal>first|second|latter|1st|2nd|H1|H2)(?:[\s-]+half\b)?{_WHOSE}", nodes.read_half_year),
    _rule(rf"{_PART}(?P<season>spring|summer|autumn|winter|fall(?=\s+of\s+(?:1|2))){_WHOSE}?", nodes.read_season),
    _rule(rf"(?P<season>spring|summer|autumn|winter|fall)\b{_WHOSE}(?!\s*[-–/]\s*\d)", nodes.read_season),
    _rule(rf"(?P<season>winter)\b(?:\s+of)?\s+(?P<year_plain>{_YEAR_DIGITS})\s*[-–/]\s*(?:\d\d)?\d\d\b",
          nodes.read_season),
    _rule(rf"{_WHICH}(?P<season>spring|summer|autumn|winter|fall)\b{_NO_TERM}", nodes.read_season),
    _rule(r"(?:(?<=\bthe )|(?<=\bin )|(?<=\bby )|(?<=\buntil )|(?<=\bsince ))(?P<season>spring|summer|autumn"
          rf"|winter)\b{_NO_TERM}", nodes.read_season),
    _rule(rf"(?:{_PART})?(?:the\s+)?(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b|['’](?P<short>[2-9]0)s\b"
          r"|(?:(?<=\bthe )|(?<=early )|(?<=late )|(?<=mid-))"
          r"(?P<nineties>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
          nodes.read_decade),
    _rule(rf"(?:{_PART})?(?P<century>1[5-9]|2[01])(?:th|st)[\s-]century\b", nodes.read_century),
    _rule(rf"{_PART}{YEAR}", nodes.read_year),
    _rule(rf"{YEAR}(?:\s*[-–—/]\s*(?P<year2>{_YEAR_DIGITS}|\d\d)(?![\d-])(?!\w))?", nodes.read_year),
    _rule(rf"(?:{_WHICH})?(?P<holiday>Christmas)\b(?!\s+[A-Za-z]*(?:s|ing|day|tree|market|eve|truce"
          rf"|ceasefire)\b)(?P<year>(?!))?", nodes.read_holiday),
    _rule(rf"(?P<holiday>Christmas\s+(?:Day|Eve)|New\s+Year['’]s\s+(?:Day|Eve)"
          rf"|May\s+Day)\b(?:,?\s+{YEAR})?", nodes.read_holiday),
)  # fmt: skip

_NTH: Final = rf"(?P<ordinal>{nodes.DAY_WORDS}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?"
#: What goes on for days, which a story counts: the fighting, a strike, somebody's captivity.
_EVENTS: Final = (
    r"(?:the|that|this|his|her|its|their)\s+(?:[\w'’-]+\s+){0,2}?(?:fighting|battle|siege|strike|walk-?out|stoppage|war|offensive|bombardment|shelling|bombing|uprising|rising|revolt|"
    r"rebellion|mutiny|riots?|unrest|protests?|demonstrations?|sit-in|occupation|blockade|crisis|invasion|campaign|operation|assault|attack|adventure|confinement|captivity|"
    r"detention|imprisonment|fast|ordeal|stand-?off|lockdown|curfew|truce|ceasefire|cease-fire|massacre|coup|putsch)\b"
)
_FATES: Final = (
    r"(?:his|her|their|that)\s+(?:(?:own|violent|sudden)\s+)?(?:death|murder|killing|assassination|execution|arrest|capture|kidnapping|abduction|release|burial|funeral|flight|fall|"
    r"resignation|overthrow|surrender|departure|escape|expulsion|return|landing|seizure|coup|massacre|attack|raid|shooting|bombing)\b"
)
#: What is numbered by such a word and is no day: "the 19th **Congress**", "the 82nd **Airborne**".
_NUMBERED: Final = (
    r"(?:\w+\s+)?(?:Congress|Amendment|Plenum|Politburo|Parliament|Assembly|Session|Summit|Conference|Division|Brigade|Battalion|Regiment|Corps|Army|Fleet|"
    r"Airborne|Infantry|Parallel|Street|Avenue|District|Circuit|Anniversary|Meeting|Round|Century)\b"
)
_RELATIVE: Final = (
    _rule(rf"(?:(?P<which>last|next|this\s+(?:past|coming)|this|past|coming|following|previous|preceding|same"
          rf"|that)\s+)?{WEEKDAY}",
          relatives.read_weekday),
    _rule(rf"{WEEKDAY}(?:\s+{TIMES})?(?:,|\s+of)?\s+(?P<week>last|this|next)\s+week\b", relatives.read_weekday),
    _rule(rf"{_NUMBER}\s+(?P<unit>week|fortnight)s?\s+(?:from|on)\s+(?:next\s+|this\s+(?:coming\s+)?)?(?:{WEEKDAY}|(?P<word>today|tomorrow))\b", relatives.read_weeks_from),
    _rule(rf"(?P<word>(?:day\s+before\s+)?yesterday|(?:day\s+after\s+)?tomorrow|(?:earlier\s+|later\s+|late\s+"
          rf"|early\s+)?today|tonight"
          rf"|last\s+(?:night|evening)|(?:earlier\s+|later\s+)?this\s+{TIMES})\b", relatives.read_day_word),
    _rule(r"overnight\b", relatives.read_overnight),
    _rule(r"(?P<which>last|next|this\s+(?:past|coming)|this|past|coming|same|that"
          r"|the)\s+weekend\b(?!\s+of\b)", relatives.read_weekend),
    _rule(r"next\s+(?P<unit>week|month|year)(?=,?\s+(?:(?-i:[A-Z])|(?:it|he|she|they|we|the|an?|its|his|her|their|on|in|at|when)\b))"
          r"(?![^.;]*\b(?:will|shall|would|is\s+to|are\s+to)\b)", relatives.read_next_unit),
    _rule(rf"(?:(?P<part>earlier|later|early|mid|late|so\s+far|(?:the\s+)?(?:beginning|start|middle|end)\s+of"
          rf"|(?:the\s+)?(?:first|second)\s+half\s+of|earlier\s+in|later\s+in)[-\s]+(?:in\s+)?)?"
          rf"(?P<which>last|next|this|the(?=\s+\w+\b))\s+{_CALENDAR}(?!-)(?!\s+of\s+(?!the\s+year|next|last"
          rf"|this))", relatives.read_calendar_unit),
    _rule(rf"(?<=[a-z] )(?<!\bthe )(?<!\b(?:his|her|its|our) )(?<!\btheir )(?P<which>last)\s+(?P<unit>week|month|year)\b(?=\s+of\s+(?!{_LONGER}))",
          relatives.read_calendar_unit),
    _rule(r"(?<=[a-z] )(?<!\bin )(?P<which>this)\s+(?P<unit>week|month|year)\b(?=\s+of\s+(?:an?|its|his|her|their|some|at\s+least|\d+|[a-z]+teen|[a-z]+ty|two|three|four|five"
          r"|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds)\s)", relatives.read_calendar_unit),
    _rule(rf"(?:(?:earlier|later|late|early)\s+)?(?P<side>following|next|previous|preceding|same"
          rf"|that)\s+(?P<after>)(?P<unit>day|night|week|month|year|{TIMES})\b(?!\s+(?:as|that)\b)"
          rf"(?<!next week)(?<!next month)(?<!next year)", relatives.read_beside_unit),
    _rule(rf"(?P<side>)(?P<unit>day|night|week|month|year|{TIMES})\s+(?P<after>before|after"
          rf"|earlier){_PHRASE_END}", relatives.read_beside_unit),
    _rule(r"those\s+(?:two|three|four|same)?\s*days\b", relatives.read_those_days),
    _rule(rf"(?:(?P<share>half\s+an?|a\s+quarter\s+of\s+a|a\s+quarter[-\s])\s*|{_NUMBER}\s+|(?<!\d ))(?:(?:long"
          rf"|full|whole)\s+)?{_COUNTED_UNIT}\s+"
          r"(?P<sign>ago|from\s+now)\b(?P<exact>\s+(?:today|on\s+\w+day|this\s+(?P<exact_unit>week|month"
          r"|year)))?", relatives.read_ago),
    _rule(rf"(?:{_SHARE}\s*|{_NUMBER}\s+)?{_COUNTED_UNIT}\s+(?:(?P<sign>earlier|later(?!\s+than)|previously|afterwards"
          rf"|(?:before|prior|after){_PHRASE_END}|on(?=,))\b)", relatives.read_later),
    _rule(rf"(?:following|ensuing|subsequent)\s+(?:{_NUMBER}\s+)?(?P<unit>day|week|month|year)s\b", relatives.read_time_after),
    _rule(r"(?P<number>)(?P<unit>day|week|month|year)s\s+(?:that\s+followed|thereafter|afterwards?)\b", relatives.read_time_after),
    _rule(rf"(?P<way>past|last|previous|next|coming)\s+(?:{_NUMBER}\s+){_COUNTED_UNIT}", relatives.read_rolling),
    _rule(r"(?P<number>)(?P<way>past)\s+(?P<unit>day|week|month|year|decade|century)\b", relatives.read_rolling),
    _rule(r"(?:(?<=over the )|(?<=in the )|(?<=during the )|(?<=within the )|(?<=for the ))(?P<number>)(?P<way>last)\s+"
          r"(?P<unit>week|month|year|decade|century)\b", relatives.read_rolling),
    _rule(rf"(?P<inside>in"
          rf"|within)\s+(?:the\s+next\s+)?{_NUMBER}\s+{_COUNTED_UNIT}(?:['’]\s+time)?", relatives.read_within),
    _rule(r"within\s+(?P<unit>moment|minute|hour|day|week)s\b(?!\s+of\b)", relatives.read_shortly),
    _rule(r"within\s+the\s+(?P<unit>minute|hour)\b(?!\s+of\b)", relatives.read_shortly),
    _rule(rf"{_NUMBER}\s+{_COUNTED_UNIT}\s+into(?=\s+{_EVENTS})", relatives.read_into_event),
    _rule(rf"(?<=\bon the ){_NTH}\s+day(?=\s+of\s+{_EVENTS})", relatives.read_into_event),
    _rule(rf"{_NUMBER}\s+{_COUNTED_UNIT}\s+(?P<after>after)(?=\s+{_FATES}(?!\s+(?:on|in|of)\s))", relatives.read_into_event),
    _rule(rf"(?<=\bon the ){_NTH}\s+anniversary(?=\s+of\s+(?:the|that|his|her|its|their)\s)", relatives.read_anniversary),
    _rule(r"(?P<number>)(?P<share>)(?P<unit>moment)s\s+(?P<sign>later|earlier|before(?=\s*[,.;]))", relatives.read_later),
    _rule(r"(?:(?<=\bon the )|(?<=\bthe ))(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
          r"(?=\s*(?:[,.;:)\]?!\"”’—–]|$|(?:and|but|when|that|as|while|in|at|by|with|after"
          r"|before)\s))", relatives.read_ordinal_day),
    _rule(r"(?<=\bon the )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?=\s+(?:the|an?|its|his|her|their|our|both|all|some|several|most|no|two|three|it|he|she|they|we|i)\s)",
          relatives.read_ordinal_day),
    _rule(rf"(?:(?<=\bmorning of the )|(?<=\bafternoon of the )|(?<=\bevening of the )|(?<=\bnight of the )|(?<=\bhours of the ))"
          rf"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?!\s+{_NUMBERED})",
          relatives.read_ordinal_day),
    _rule(rf"(?<=\bon the )(?P<day>{nodes.DAY_WORDS})\b(?=\s*(?:[,.;:)]|$)|\s+(?:(?!{_NUMBERED})(?-i:[A-Z])"
          r"|(?:the|an?|its|his|her|their|both|it|he|she|they|and|but|when|in|at)\s))",
          relatives.read_ordinal_day),
    _rule(rf"(?:(?<=(?-i:\bOn the ))|(?<=(?-i:\bBy the )))(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?=\s+(?!{_NUMBERED})(?-i:[A-Z]))", relatives.read_ordinal_day),
)  # fmt: skip

RULES: Final[tuple[Rule, ...]] = (*_ABSOLUTE, *_RELATIVE)
#: The rules that may begin with a letter or digit; a fifth of them on average.
_OPENED: Final = by_opening(RULES, [pattern for pattern, _ in RULES])

#: A word that can begin an expression, of a text in lower case; a text without one holds no date. It stands at the head of every rule.
TRIGGER: Final = re.compile(
    r"(?<![\w.$€£#])(?:\d(?!\d{4})|\d{6}\s?(?:zulu|gmt|utc|[a-z])?\s*(?=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)|today|tomorrow|tonight|yesterday|overnight|weekend"
    r"|earl(?:y|ier)\b|mid\b|mid-|later?\b|last\b|next\b|this\b|that\s|those\s|past\b|coming\b|upcoming\b|following\b"
    r"|ensuing\b|subsequent\b|(?:day|week|month|year)s\s+(?:that\s+followed|thereafter|afterwards?)\b|previous\b|preceding\b|same\b|so\s+far\b"
    r"|first\b|second\b|third\b|fourth\b|(?:fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|twentie|thirtie)th\b|latter\b|final\b|beginning\b|start\b|middle\b|end\b|close\b|turn\b"
    r"|opening\b|q[1-4]\b|h[12]\b"
    r"|spring\b|summer\b|autumn\b|fall\b|winter\b|(?:twen|thir|for|fif|six|seven|eigh|nine)t?(?:y|ies)\b|['’]\d0s"
    r"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|half|few|several)[\s-]"
    r"|(?:moment|second|minute|hour|day|night|week|fortnight|month|year|decade|centur)(?:y|ies|s)?\s+(?:ago|earlier"
    r"|later|before|after|from|previously|of)\b"
    rf"|{TIMES}\s+(?:before|after)\b|the\s+(?:week|month|year|decade|century|weekend|quarter)\b|in\s+\w+\s+\w+"
    rf"|within\s|christmas\b|new\s+year)"
)


def read_at(text: str, position: int) -> tuple[int, Node] | None:
    """The longest date expression that begins at a position.

    Args:
        text: any text.
        position: code point at which the expression begins.

    Returns:
        Its end and meaning, or ``None``. Of two readings of one length the earlier rule's is kept.
    """
    best: tuple[int, Node] | None = None
    for pattern, build in _OPENED.get(text[position : position + 1], ()):
        match = pattern.match(text, position)
        if match is not None and match.end() > position and (best is None or match.end() > best[0]):
            node = build(match)
            if node is not None:
                best = (match.end(), node)
    return best
