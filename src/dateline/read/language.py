"""Whether a text is in English, from the function words in it.

Method: the share of tokens that are function words, per language (Grefenstette 1995, "Comparing two language identification
schemes"). Dateline asks only "English or not", which function words answer in microseconds without a model: see
``tests/read/test_language.py`` for the texts it is measured on.
"""

from __future__ import annotations

import re
from typing import Final

#: Shorter texts are not judged: a headline of names has too few function words.
MIN_WORDS: Final = 20
#: Only the beginning is looked at; 400 words settle it.
_SAMPLE_CHARS: Final = 12_000
#: Real English news has 0.30-0.50 of its tokens in the list, tables of contents and note lists down to 0.12; text in the other
#: languages tested has at most 0.08, but quotes with English in them more.
_ENGLISH_SHARE: Final = 0.10
#: Text of which more than half of the letters are not Latin is not English, whatever its function words.
_LATIN_SHARE: Final = 0.5

_ENGLISH: Final = frozenset(
    "the of and to that is was for with as his be by at on from are have has had which this they their were been will would it its "
    "an not or who but more after said about than when also other into over could should new there what been before between "
    "against under while where during because through since any all some these those he she we you our if".split()
)
#: Function words of other languages in Latin script that are not English words ("die", "an" and "in" would mislead).
_OTHERS: Final[dict[str, frozenset[str]]] = {
    "German": frozenset("der das und ist nicht von mit den dem ein eine auf für sich im des auch wird als zu sie werden".split()),
    "French": frozenset("le la les des et est une du dans que qui pour pas sur au avec par ce aux ont été sont plus".split()),
    "Spanish": frozenset("el los las una del que por con para se su como más lo ha sus al fue entre y en la".split()),
    "Portuguese": frozenset("os uma da do que não com para dos das em por mais são foi ao como na no se ou".split()),
    "Italian": frozenset("il di che gli della per non una con sono del dei delle nel alla più anche da dal è".split()),
    "Dutch": frozenset("het een van en niet zijn voor met dat de te op door ook aan bij naar deze heeft wordt".split()),
    "Polish": frozenset("nie się jest na do że przez oraz dla jak który po są od za to ale został".split()),
    "Czech": frozenset("se na je že by jsou také pro jako který po ve bylo ale jeho podle až".split()),
    "Turkish": frozenset("ve bir bu için ile olarak da de daha sonra çok olan gibi ancak kadar tarafından".split()),
    "Indonesian": frozenset("yang dan di untuk dengan dari pada ini itu tidak oleh dalam akan telah juga kepada".split()),
    "Vietnamese": frozenset("và của là có không các trong cho được với một những này để người đã".split()),
    "Swedish": frozenset("och att det som är för på av med den inte till har ett om från".split()),
    "Danish or Norwegian": frozenset("og det som er på av med den ikke til har et at fra ble blev de".split()),
    "Finnish": frozenset("ja on ei että se oli hän mutta ovat myös kun sekä ole sen mukaan".split()),
    "Hungarian": frozenset("a az és hogy nem egy is volt meg csak ez azt szerint már pedig".split()),
    "Romanian": frozenset("și în de la pe că cu din pentru este sunt a fost care mai nu să".split()),
    "Filipino": frozenset("ang ng sa mga na ay at ni si hindi kay para ito siya nang".split()),
    "Swahili": frozenset("ya wa na kwa ni katika za la kuwa hiyo huo kama baada cha".split()),
}
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def foreign_language(text: str) -> str | None:
    """What a text is in, where that is not English.

    Args:
        text: running text; tables and notes may be in it.

    Returns:
        ``None`` for English and for texts too short to tell (under 20 words); else a language's name, or "another language".

    Example:
        >>> foreign_language("Der Minister ist nach Kiew gereist, und das Parlament hat " * 4)
        'German'
    """
    sample = text[:_SAMPLE_CHARS]
    letters = sum(1 for character in sample if character.isalpha())
    latin = sum(1 for character in sample if character.isalpha() and ord(character) < 0x250)
    if letters >= MIN_WORDS and latin < _LATIN_SHARE * letters:
        return "another script"
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < MIN_WORDS:
        return None
    english = sum(word in _ENGLISH for word in words)
    other, name = max((sum(word in profile for word in words), name) for name, profile in _OTHERS.items())
    if english > other and english >= _ENGLISH_SHARE * len(words) / 2:
        return None
    if english >= _ENGLISH_SHARE * len(words) and english >= 0.8 * other:
        return None
    # Lists of names and titles have few function words of any language: judged only where another language shows.
    return name if other >= _ENGLISH_SHARE * len(words) else (None if english else "another language")
