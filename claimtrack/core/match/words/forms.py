"""Whether two words of one stem are one word: a stem has "farms" and "farmers" in common, a word has not."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.match.words.lexicon import IRREGULAR, words_of
from claimtrack.core.match.words.normal import without_accents
from claimtrack.core.match.words.spellings import AMERICAN, is_respelt
from claimtrack.core.match.words.terms import inflection

_DEEDS = ("ion", "ation", "ition", "cation", "al", "ment", "ement", "anc", "enc", "ur")
"""What a noun that tells a deed has behind its verb, but for an "e" at its end."""
_LONG_DEEDS = ("ation", "ition", "cation", "ment", "ement")
"""Those that a verb may have in the present, too: "deploys", "deployment"; but "bills" is no "billion"."""
_THINGS = words_of(
    "states plants forms parts documents limits stations implements reforms tests quotes presents"
)
"""What ends like such a verb and is several of something."""
_PLURALS = words_of(
    "men women children people persons lives wives feet teeth mice dead deaths death worse worst better best"
)
_PAST = words_of("freed agreed disagreed guaranteed decreed refereed owed used sued axed eyed iced aged")
"""Verbs as they were done whose "-ed" `inflection` leaves on."""
_WITH_ES = ("xe", "se", "ze", "che", "she", "oe")
"""How a word ends that may have "-es" in the plural."""
_OTHER_MANNERS = words_of("lately nearly shortly highly fairly")
"""With "-ly" these are other words than without."""
_SHORT, _LONG = 3, 6
"""Letters of a word that has no ending, and of one that may end in "-er" and in "-or"."""


@lru_cache(maxsize=50_000)
def are_one_word(a: str, b: str) -> bool:
    """Whether two lower-case words of one stem are forms or spellings of one, or a verb as it was done and the noun of that deed, or a word with "-ly".

    Nothing else that a stem has in common is: the farmer is not the farm, the governor not the government, a loan not a lender. Of a
    deed the verb must be in a form that hardly any noun has: "approved" is an approval, a "bill" is no billion.
    """
    ours, theirs = _dictionary_forms(a), _dictionary_forms(b)
    if not ours.isdisjoint(theirs) or is_respelt(a, b) or _with_one_l(ours) & _with_one_l(theirs):
        return True
    x, y = (min(forms, key=len).removesuffix("e") for forms in (ours, theirs))
    return _is_deed(a, x, y) or _is_deed(b, y, x) or _is_manner(x, b, y) or _is_manner(y, a, x)


def _with_one_l(forms: frozenset[str]) -> frozenset[str]:
    """Some forms as they are but for an "l" that is only doubled before an ending: "travel", "travelling"."""
    return frozenset(form[:-1] if form.endswith("ell") else form for form in forms)


@lru_cache(maxsize=50_000)
def _dictionary_forms(word: str) -> frozenset[str]:
    """What a word may be without its ending of a plural, a time or an owner, and without what two spellings of it differ in."""
    word = without_accents(word).removesuffix("'s").replace("'", "")
    word = AMERICAN.get(word, word)
    word = bare = "bite" if word == "bit" else IRREGULAR.get(word, word)
    if word in _PAST:
        bare = word[:-1]
    elif len(word) > _SHORT and word.isascii():
        bare = inflection(word)
        bare = IRREGULAR.get(bare, bare) if is_plural(word) else bare
    either = {bare}
    if bare != word and (word.endswith(("ed", "ing")) or bare.endswith(_WITH_ES)):
        root = bare.removesuffix("e")
        either = {root, f"{root}e"}
    return frozenset(map(_in_one_spelling, either))


def _in_one_spelling(word: str) -> str:
    word = word.replace("z", "s").replace("our", "or")
    if len(word) >= _LONG and word.endswith("or"):
        word = f"{word[:-2]}er"
    return f"{word[:-1]}i" if word[-1:] == "y" else word


def is_plural(word: str) -> bool:
    """Whether a lower-case word is told of several by its ending."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def tells_a_deed(word: str) -> bool:
    """Whether a lower-case word is no doer's: "production" and "produced", but not "producer"."""
    return not any(form.endswith(("er", "ist", "ee", "ant")) for form in _dictionary_forms(word))


def _is_deed(verb: str, root: str, noun: str) -> bool:
    if root.endswith("i") and not noun.startswith(root):
        root = f"{root[:-1]}y"  # "deploys", "deployment"
    if not noun.startswith(root) or (ending := noun[len(root) :]) not in _DEEDS:
        return False
    done = verb.endswith(("ed", "ing")) or (verb in IRREGULAR and verb not in _PLURALS)
    return done or (is_plural(verb) and ending in _LONG_DEEDS and verb not in _THINGS)


def _is_manner(root: str, manner: str, form: str) -> bool:
    if not form.endswith("li") or manner in _OTHER_MANNERS:
        return False
    return root in (
        form[:-2].removesuffix("e"),
        form[:-4] if form.endswith("alli") else "",
        form[:-1] if root[-1:] == "l" else "",
    )
