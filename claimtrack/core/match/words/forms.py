"""Forms of English words: inflected forms, verbs in the past, comparatives, and nouns derived from verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimtrack.core.language.word_lists import COMPARATIVES, IRREGULAR, words_of
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.spellings import AMERICAN, is_spelling_variant
from claimtrack.core.match.words.terms import inflection, stem, stems_of
from claimtrack.core.match.words.typography import without_latin_accents

_ACTION_ENDINGS = ("ion", "ation", "ition", "cation", "al", "ment", "ement", "anc", "enc", "ur")
"""Endings that make an action noun of a verb, apart from a final "e"."""
_LONG_ACTION_ENDINGS = ("ation", "ition", "cation", "ment", "ement")
"""Those that also go with a verb in the present: "deploys", "deployment"; but "bills" is no "billion"."""
_PLURAL_NOUNS = words_of(
    "states plants forms parts documents limits stations implements reforms tests quotes presents"
)
"""Nouns that end like such a verb."""
IRREGULAR_NOUNS = words_of(
    "men women children people persons death deaths lives wives feet teeth mice worse worst better best "
    "knives wolves thieves calves loaves geese crises analyses hypotheses theses bacteria"
)
"""Irregular forms that belong to no verb."""
_PAST_IN_D = words_of("freed agreed disagreed guaranteed decreed refereed owed used sued axed eyed iced aged")
"""Past forms whose "-ed" `inflection` leaves on."""
_PLURAL_IN_ES = ("xe", "se", "ze", "che", "she", "oe")
"""Endings of words that may take "-es" in the plural."""
_UNRELATED_ADVERBS = words_of("lately nearly shortly highly fairly")
"""Words that mean something else with "-ly"."""
_MAX_BARE_LETTERS, _MIN_AGENT_LETTERS = 3, 6
"""Length of a word without an ending, and of one that may end in "-er" and in "-or"."""


@lru_cache(maxsize=50_000)
def are_forms_of_one_word(a: str, b: str) -> bool:
    """Whether two lower-case words of one stem are forms or spellings of one word, a verb and its action noun, or a word and its adverb.

    Other words of one stem differ: farmer and farm, governor and government, loan and lender. For an action noun the verb must be
    in a form that hardly any noun has: "approved" goes with approval, but a "bill" is no billion.
    """
    ours, theirs = _dictionary_forms(a), _dictionary_forms(b)
    if not ours.isdisjoint(theirs) or is_spelling_variant(a, b) or _undouble_l(ours) & _undouble_l(theirs):
        return True
    x, y = (min(forms, key=len).removesuffix("e") for forms in (ours, theirs))
    return (
        _is_action_noun_of(a, x, y)
        or _is_action_noun_of(b, y, x)
        or _is_adverb_of(x, b, y)
        or _is_adverb_of(y, a, x)
    )


def _undouble_l(forms: frozenset[str]) -> frozenset[str]:
    """Return some forms without an "l" that is only doubled before an ending: "travel", "travelling"."""
    return frozenset(form[:-1] if form.endswith("ell") else form for form in forms)


@lru_cache(maxsize=50_000)
def _dictionary_forms(word: str) -> frozenset[str]:
    """Return the possible base forms of a word, without plural, tense or possessive ending and in one spelling."""
    word = without_latin_accents(word).removesuffix("'s").replace("'", "")
    word = AMERICAN.get(word, word)
    word = bare = "bite" if word == "bit" else IRREGULAR.get(word, word)
    if word in _PAST_IN_D:
        bare = word[:-1]
    elif len(word) > _MAX_BARE_LETTERS and word.isascii():
        bare = inflection(word)
        bare = IRREGULAR.get(bare, bare) if is_plural(word) else bare
    forms = {bare}
    if bare != word and (word.endswith(("ed", "ing")) or bare.endswith(_PLURAL_IN_ES)):
        root = bare.removesuffix("e")
        forms = {root, f"{root}e"}
    return frozenset(map(_unify_spelling, forms))


def _unify_spelling(word: str) -> str:
    """Return a form in one spelling: "z" as "s", "our" as "or", a long "-or" as "-er", a final "y" as "i"."""
    word = word.replace("z", "s").replace("our", "or")
    if len(word) >= _MIN_AGENT_LETTERS and word.endswith("or"):
        word = f"{word[:-2]}er"
    return f"{word[:-1]}i" if word[-1:] == "y" else word


def is_plural(word: str) -> bool:
    """Whether the ending of a lower-case word is that of a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_no_agent_noun(word: str) -> bool:
    """Whether a lower-case word is no agent noun: "production" and "produced", but not "producer"."""
    return not any(form.endswith(("er", "ist", "ee", "ant")) for form in _dictionary_forms(word))


def _is_action_noun_of(verb: str, root: str, noun: str) -> bool:
    """Whether a noun is the action noun of a verb form with this root: "approved", "approval"."""
    if root.endswith("i") and not noun.startswith(root):
        root = f"{root[:-1]}y"  # "deploys", "deployment"
    if not noun.startswith(root) or (ending := noun[len(root) :]) not in _ACTION_ENDINGS:
        return False
    is_inflected = verb.endswith(("ed", "ing")) or (verb in IRREGULAR and verb not in IRREGULAR_NOUNS)
    return is_inflected or (is_plural(verb) and ending in _LONG_ACTION_ENDINGS and verb not in _PLURAL_NOUNS)


def _is_adverb_of(root: str, manner: str, form: str) -> bool:
    """Whether an adverb belongs to this root: "safe", "safely"."""
    if not form.endswith("li") or manner in _UNRELATED_ADVERBS:
        return False
    return root in (
        form[:-2].removesuffix("e"),
        form[:-4] if form.endswith("alli") else "",
        form[:-1] if root[-1:] == "l" else "",
    )


_NO_COMPARATIVES = words_of("number corner diver liver earner temper conquer infer")
"""Words that are none, though English has a matching word in "-est" ("numbest")."""


def is_comparative(word: str) -> bool:
    """Whether a lower-case word is a comparative: one in "-er" of which English has the form in "-est", or an irregular one."""
    if word in COMPARATIVES:
        return True
    return word.endswith("er") and is_english(f"{word[:-2]}est") and word not in _NO_COMPARATIVES


_NOUN_AND_VERB_ENDINGS = (
    ("uct", "uc"), ("ens", "end"), ("pans", "pand"), ("spons", "spond"), ("vas", "vad"), ("suas", "suad"), ("los", "lod"), ("ros", "rod"), ("lus", "lud"), ("rus", "rud"), ("iss", "it"),
    ("ript", "rib"), ("orpt", "orb"), ("olut", "olv"), ("quis", "quir"), ("cess", "ced"), ("fic", "fi"), ("plic", "pli"),
    ("sumpt", "sum"),
)  # fmt: skip
"""Endings of the stem of a noun and of its verb: reduction, extension, expansion, decision, explosion, permission."""
_ANY_ENDING = tuple(ending for pair in _NOUN_AND_VERB_ENDINGS for ending in pair)
_UNRELATED_STEMS = stems_of("commission conduct product mission miss dismiss process access intense")
_MIN_STEM_LETTERS = 5
"""Minimum length of such a stem."""
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
    """Return a key that a stemmed verb shares with its noun; an empty set for most words."""
    if term in _VERBS:
        return frozenset({f"{_VERBS[term]}-"})
    if len(term) < _MIN_STEM_LETTERS or not term.endswith(_ANY_ENDING) or term in _UNRELATED_STEMS:
        return _NONE
    for noun, verb in _NOUN_AND_VERB_ENDINGS:
        if term.endswith(noun):
            return frozenset({f"{term.removesuffix(noun)}{verb}-"})
        if term.endswith(verb):
            return frozenset({f"{term}-"})
    return _NONE


INVARIABLE_VERBS = words_of("hurt hit cut shut put set cost spread quit let cast split read beat bet shed")
"""Verbs with one form for all tenses."""
_PAST_FORMS = frozenset(form for form in IRREGULAR if not form.endswith("ing"))
"""Without "suing" and "dying", which are no more past forms than "buying" is."""
_FORMS = (_PAST_FORMS - IRREGULAR_NOUNS) | INVARIABLE_VERBS


def is_verb_form(word: str) -> bool:
    """Whether a word is an unambiguous verb form, irregular or in "-ed": "killed", "rose", "goes"."""
    return word in _FORMS or (word.endswith("ed") and word.isalpha())


def may_be_past(word: str) -> bool:
    """Whether a word may be a verb in the past, if it is one: "killed", "rose"; so may "need" and "men", but not "suing"."""
    return word.endswith("ed") or word in _PAST_FORMS


def may_be_finite(word: str) -> bool:
    """Whether a word may be a finite verb, if it is one: "kills", "killed", "rose"; so may "ships"."""
    return word.endswith("s") or may_be_past(word)


_BEING = words_of("been being was were is are get gets got")
_ADVERBS = words_of("not never no longer still now also already then ever always often just yet again")


def is_passive_participle(words: Sequence[str], at: int) -> bool:
    """Whether a form of "be" precedes a participle: "was paid", "are currently not paid"."""
    before = next(
        (word for word in reversed(words[:at]) if word not in _ADVERBS and not word.endswith("ly")), ""
    )
    return before in _BEING
