"""Forms of English words: of one word, of a verb in the past, of a comparative, and the noun made from a verb."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import COMPARATIVES, IRREGULAR, words_of
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.spellings import AMERICAN, is_spelling_variant
from claimtrack.core.match.words.terms import inflection, stem, stems_of
from claimtrack.core.match.words.typography import without_latin_accents

if TYPE_CHECKING:
    from collections.abc import Sequence


_DEEDS = ("ion", "ation", "ition", "cation", "al", "ment", "ement", "anc", "enc", "ur")
"""What a noun that tells a deed has behind its verb, but for an "e" at its end."""
_LONG_DEEDS = ("ation", "ition", "cation", "ment", "ement")
"""Those that a verb may have in the present, too: "deploys", "deployment"; but "bills" is no "billion"."""
_THINGS = words_of(
    "states plants forms parts documents limits stations implements reforms tests quotes presents"
)
"""What ends like such a verb and is several of something."""
IRREGULAR_NOUNS = words_of(
    "men women children people persons death deaths lives wives feet teeth mice worse worst better best knives wolves thieves calves loaves"
    " geese crises analyses hypotheses theses bacteria"
)
"""Irregular forms that are none of a verb."""
_PAST = words_of("freed agreed disagreed guaranteed decreed refereed owed used sued axed eyed iced aged")
"""Verbs as they were done whose "-ed" `inflection` leaves on."""
_WITH_ES = ("xe", "se", "ze", "che", "she", "oe")
"""How a word ends that may have "-es" in the plural."""
_OTHER_MANNERS = words_of("lately nearly shortly highly fairly")
"""With "-ly" these are other words than without."""
_SHORT, _LONG = 3, 6
"""Letters of a word that has no ending, and of one that may end in "-er" and in "-or"."""


@lru_cache(maxsize=50_000)
def are_forms_of_one_word(a: str, b: str) -> bool:
    """Whether two lower-case words of one stem are forms or spellings of one, or a verb as it was done and the noun of that deed, or a word with "-ly".

    Nothing else that a stem has in common is: the farmer is not the farm, the governor not the government, a loan not a lender. Of a
    deed the verb must be in a form that hardly any noun has: "approved" is an approval, a "bill" is no billion.
    """
    ours, theirs = _dictionary_forms(a), _dictionary_forms(b)
    if not ours.isdisjoint(theirs) or is_spelling_variant(a, b) or _with_one_l(ours) & _with_one_l(theirs):
        return True
    x, y = (min(forms, key=len).removesuffix("e") for forms in (ours, theirs))
    return _is_deed(a, x, y) or _is_deed(b, y, x) or _is_manner(x, b, y) or _is_manner(y, a, x)


def _with_one_l(forms: frozenset[str]) -> frozenset[str]:
    """Some forms as they are but for an "l" that is only doubled before an ending: "travel", "travelling"."""
    return frozenset(form[:-1] if form.endswith("ell") else form for form in forms)


@lru_cache(maxsize=50_000)
def _dictionary_forms(word: str) -> frozenset[str]:
    """What a word may be without its ending of a plural, a time or an owner, and without what two spellings of it differ in."""
    word = without_latin_accents(word).removesuffix("'s").replace("'", "")
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


def is_no_agent_noun(word: str) -> bool:
    """Whether a lower-case word is no doer's: "production" and "produced", but not "producer"."""
    return not any(form.endswith(("er", "ist", "ee", "ant")) for form in _dictionary_forms(word))


def _is_deed(verb: str, root: str, noun: str) -> bool:
    if root.endswith("i") and not noun.startswith(root):
        root = f"{root[:-1]}y"  # "deploys", "deployment"
    if not noun.startswith(root) or (ending := noun[len(root) :]) not in _DEEDS:
        return False
    done = verb.endswith(("ed", "ing")) or (verb in IRREGULAR and verb not in IRREGULAR_NOUNS)
    return done or (is_plural(verb) and ending in _LONG_DEEDS and verb not in _THINGS)


def _is_manner(root: str, manner: str, form: str) -> bool:
    if not form.endswith("li") or manner in _OTHER_MANNERS:
        return False
    return root in (
        form[:-2].removesuffix("e"),
        form[:-4] if form.endswith("alli") else "",
        form[:-1] if root[-1:] == "l" else "",
    )


_NOUNS_AND_VERBS = words_of("number corner diver liver earner temper conquer infer")
"""Words that are none, though English has a superlative that looks like theirs: "numbest"."""


def is_comparative(word: str) -> bool:
    """Whether a lower-case word tells that something is more or less than something else: in "-er", where English has it in "-est", or as a word of its own."""
    if word in COMPARATIVES:
        return True
    return word.endswith("er") and is_english(f"{word[:-2]}est") and word not in _NOUNS_AND_VERBS


_ENDINGS = (
    ("uct", "uc"), ("ens", "end"), ("pans", "pand"), ("spons", "spond"), ("vas", "vad"), ("suas", "suad"), ("los", "lod"), ("ros", "rod"), ("lus", "lud"), ("rus", "rud"), ("iss", "it"),
    ("ript", "rib"), ("orpt", "orb"), ("olut", "olv"), ("quis", "quir"), ("cess", "ced"), ("fic", "fi"), ("plic", "pli"),
    ("sumpt", "sum"),
)  # fmt: skip
"""How the stem of a noun ends, and how that of its verb does: reduction, extension, expansion, decision, explosion, permission."""
_ANY_ENDING = tuple(ending for pair in _ENDINGS for ending in pair)
_NO_NOUNS = stems_of("commission conduct product mission miss dismiss process access intense")
_SHORTEST = 5
"""Letters of such a stem at least."""
_LISTED = """
abolish abolition | close closure | seize seizure | fail failure | depart departure | expose exposure | expel expulsion
compel compulsion | convert conversion | divert diversion | retain retention | detain detention | abstain abstention
intervene intervention | grow growth | pay payment | choose choice | injure injury | marry marriage | deliver delivery
recover recovery | enter entry | rob robbery | defend defence | pursue pursuit | analyse analysis | apologise apology
repeat repetition | survive survival | weigh weight | speak speech | succeed success | believe belief | occupy occupation
occur occurrence | prefer preference | expire expiry | inquire inquiry | obey obedience | maintain maintenance
deter deterrence | explain explanation | reveal revelation | advise advice | receive receipt | complain complaint
construct construction | destroy destruction | proceed procedure | deceive deception | extradite extradition | use usage
decide decision | divide division | collide collision | provide provision | publish publication
"""
_VERBS = {
    stem(form): stem(pair.split()[0])
    for pair in _LISTED.strip().replace("\n", "|").split("|")
    for form in pair.split()
}


_NONE: frozenset[str] = frozenset()


def verb_roots(term: str) -> frozenset[str]:
    """What a stemmed verb has in common with the noun made from it; nothing for most words."""
    if term in _VERBS:
        return frozenset({f"{_VERBS[term]}-"})
    if len(term) < _SHORTEST or not term.endswith(_ANY_ENDING) or term in _NO_NOUNS:
        return _NONE
    for noun, verb in _ENDINGS:
        if term.endswith(noun):
            return frozenset({f"{term.removesuffix(noun)}{verb}-"})
        if term.endswith(verb):
            return frozenset({f"{term}-"})
    return _NONE


INVARIABLE_VERBS = words_of("hurt hit cut shut put set cost spread quit let cast split read beat bet shed")
"""Verbs that have one form for all times."""
_IN_THE_PAST = frozenset(form for form in IRREGULAR if not form.endswith("ing"))
"""Without "suing" and "dying", which are no more in the past than "buying" is."""
_FORMS = (_IN_THE_PAST - IRREGULAR_NOUNS) | INVARIABLE_VERBS


def is_verb_form(word: str) -> bool:
    """Whether a word tells what was done, or is done: "killed", "rose", "goes"."""
    return word in _FORMS or (word.endswith("ed") and word.isalpha())


def may_be_past(word: str) -> bool:
    """Whether a word may be a verb in the past, if it is one: "killed", "rose"; so may "need" and "men", but not "suing"."""
    return word.endswith("ed") or word in _IN_THE_PAST


def may_be_finite(word: str) -> bool:
    """Whether a word may be a verb that has a subject, if it is one: "kills", "killed", "rose"; so may "ships"."""
    return word.endswith("s") or may_be_past(word)


_BEING = words_of("been being was were is are get gets got")
_ADVERBS = words_of("not never no longer still now also already then ever always often just yet again")


def is_passive_participle(words: Sequence[str], at: int) -> bool:
    """Whether a form of "be" stands before a participle: "was paid", "are currently not paid"."""
    before = next(
        (word for word in reversed(words[:at]) if word not in _ADVERBS and not word.endswith("ly")), ""
    )
    return before in _BEING
