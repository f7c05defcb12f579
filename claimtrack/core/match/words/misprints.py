"""What is a misprint of what: of two words either, where letters are exchanged or doubled; what is no word, of a word a letter apart. And everyday words that begin alike or have one stem and are two."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.spellings import is_spelling_variant
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Collection


_KEYS = "qwertyuiop asdfghjkl zxcvbnm"
"""The rows of a keyboard, of which the letters side by side are hit for each other."""
_DOUBLED = expression(r"(.)\1")
_SHORTEST = 4
ENGLISH = Path(__file__).with_name("english.txt")
"""The words of English of so many letters and more; scripts/english_words.py makes the list."""
_BEFORE = words_of(
    "de dis mis un non re in im il ir a an en hyper hypo micro macro inter intra pro anti ante post pre over under out sub super co con ex em"
    " se per bi tri mono poly homo hetero"
)
"""What makes another word of one that it stands before."""
_ROOT, _PART, _LONGEST = 5, 4, 6
"""Letters of such a word at least, of the second of two that are written as one, and of what stands before either at most."""


@lru_cache(maxsize=50_000)
def letters_of(word: str) -> frozenset[str]:
    """The letters of a word: those of its misprints are the same."""
    return frozenset(word)


def is_misprint(a: str, b: str) -> bool:
    """Whether two lower-case words are one but for two letters exchanged or a letter written once or twice."""
    if letters_of(a) != letters_of(b) or min(len(a), len(b)) < _SHORTEST:
        return False
    return (undouble(a) == undouble(b) or b in transposed_misprints(a)) and not are_distinct_words(a, b)


@lru_cache(maxsize=1)
def _english() -> list[str]:
    """The words in order, some to a line. To take all 55,000 apart would take longer than most look-ups do."""
    return [line for line in ENGLISH.read_text(encoding="ascii").splitlines() if line[0] != "#"]


@lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Whether a lower-case word stands in the list of English."""
    lines = _english()
    # A line is the last that does not come after the word, if it holds it: it begins with it, or with one before it.
    at = bisect_right(lines, f"{word} ~") - 1
    return word in lines[max(at, 0)].split()


@lru_cache(maxsize=50_000)
def _roots(word: str) -> frozenset[str]:
    """The words of English that a lower-case word ends with, behind what makes another of it: "hypotension" with "tension" behind "hypo"."""
    parts = ((word[:at], word[at:]) for at in range(1, min(_LONGEST, len(word) - _PART) + 1))
    return frozenset(
        root
        for before, root in parts
        if (len(root) >= _ROOT and before in _BEFORE) or (len(before) >= _SHORTEST and is_english(before))
    )


def is_known_word(word: str) -> bool:
    """Whether a lower-case word is one of English, or made from one: "decriminalised", "stepmother"."""
    return is_english(word) or any(map(is_english, _roots(word)))


def are_distinct_words(a: str, b: str) -> bool:
    """Whether of two lower-case words that look alike neither is a misprint of the other, since each is a word of its own.

    So are two that only what they begin with tells apart, however rare they are: hypo- and hyperglycaemia. Two spellings are one word,
    and where only one is listed, as "performed" is, what has a letter more, less or elsewhere is a misprint of it: "preformed".
    """
    if is_spelling_variant(a, b) or is_misspelling(a, b) or is_misspelling(b, a):
        return False
    roots, roots_b = _roots(a), _roots(b)
    begins = a in roots_b or b in roots or not roots.isdisjoint(roots_b)
    return begins or (is_known_word(a) and is_known_word(b))


def may_be_misspelt(word: str) -> bool:
    """Whether a lower-case word may be a misprint. One of English is meant as it stands, be it a letter apart from another."""
    return len(word) >= _SHORTEST and not is_english(word)


@lru_cache(maxsize=50_000)
def is_misspelling(written: str, meant: str) -> bool:
    """Whether what is no word is a word but for a letter left out, added, taken for another or exchanged with its neighbour, or as a scanner reads it.

    The first letter stands: "ilegal" may be "illegal" and "legal", "illion" a million or a billion.
    """
    if written[0] != meant[0] or len(meant) <= _SHORTEST or not is_english(meant):
        return False
    if not written.isascii() or not written.isalpha() or not may_be_misspelt(written):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(written, meant, score_cutoff=1) == 1 or _scanned(written) == _scanned(meant)


_LOOK_ALIKE = (("rn", "m"), ("cl", "d"), ("li", "h"), ("vv", "w"), ("nn", "m"))


def _scanned(word: str) -> str:
    """A word in which letters that a scanner takes for each other are one: "govemment", "government"."""
    for pair, letter in _LOOK_ALIKE:
        word = word.replace(pair, letter)
    return word


def undouble(word: str) -> str:
    """A word with each doubled letter written once."""
    return _DOUBLED.sub(r"\1", word)


def transposed_misprints(word: str) -> frozenset[str]:
    """The misprints of a word in which two neighbours have changed places."""
    return frozenset(f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(len(word) - 1))


def are_neighbours(one: str, other: str) -> bool:
    """Whether two lower-case letters are side by side on a keyboard."""
    return one + other in _KEYS or other + one in _KEYS


_ONE_HEAD = (
    "personal personnel", "constitution constituency constituent", "international internet interned",
    "conservative conservation", "christian christmas", "republic republican", "democrat democracy", "liberal liberation",
    "physical physician physicist", "popular population", "secret secretary", "contract contrast contrary contraception contradict contractor",
    "transport transplant transparent", "interview intervene interval", "committed committee", "complete complex complement",
    "concern concert", "construct constraint", "continue continent contingent", "convention convenient", "consult consulate",
    "district distribute", "electric electronic", "experience experiment", "hospital hospitality", "import important", "instruct instrument",
    "invest investigate", "opposition opposite", "principal principle", "professor profession", "protest protestant", "represent repression",
    "respond responsible", "social socialist", "special species", "transfer transform", "prospect prosper", "statute statue",
    "industry industrious", "economic economical", "provision province", "organic organise", "artillery artificial", "extension extensive",
    "commerce commercial", "presence presentation", "distinct distinguish", "parliament parlour", "passport passenger",
)  # fmt: skip
"""Words that begin with the same six letters, and are no forms of one."""
_ONE_STEM = (
    "university universities | universal | universe", "community communities | communist communists communism | communal", "conversion | conversation",
    "general | generation generations | generic | generous", "organic | organised organized", "executive executives | execution executions",
    "international | internal | interns", "state states | station stations",
    "severe severely | sever severs severed", "human | humane", "import imports imported | important", "object objects | objective objectives",
    "minor | minority minorities", "customs | custom", "patent patents | patently", "army | arms", "position positions | positive",
    "active | activist activists", "engine engines | engineer engineers", "capital | capitalism capitalist", "ration rations | rational",
    "plan plans | plane planes", "car cars | care", "cap caps capped | cape capes", "tap taps | tape tapes", "win wins | wine wines", "rat rats | rate rates",
    "star stars | stare stares", "score scores scored | scour scoured", "grip grips gripped | gripe gripes", "route routes | rout routs", "mat mats | mate mates",
    "consent | consist consists consisted", "violence | violation violations",
    "mission missions | missing | missive missives", "former | form forms | formal formally", "major | majority majorities", "pressing | press",
    "part parts | partition partitions", "terror | terrible", "trait traits | traitor traitors", "past | pastor pastors",
    "charity charities | charred",
    "prison prisons | prisoner prisoners inmate inmates", "roma gypsy gypsies | romanian romanians romania", "indiana | india indian indians",
    "islamist islamists | islamic islam muslim muslims moslem moslems", "tried | tired",
    "serious | series", "marsh marshes | marshal marshals", "sector sectors | section sections | sect sects",
    "credit credits | creditor creditors", "portion portions | port ports", "resident residents | residence residences",
)  # fmt: skip
"""Words that are one to the matcher by their stem, and are not one; bars part those that are."""
_GROUP = {
    word: (at, kind)
    for at, listing in enumerate(_ONE_STEM)
    for kind, words in enumerate(listing.split("|"))
    for word in words.split()
}


@lru_cache(maxsize=1)
def _apart() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(map(stem, pair)) for group in _ONE_HEAD for pair in combinations(group.split(), 2)
    )


_HEAD = 6
"""Letters that make two terms forms of one, or akin."""


def share_beginning(a: str, b: str) -> bool:
    """Whether two terms begin alike, and are not known to be two words for all that."""
    return len(a) >= _HEAD and a[:_HEAD] == b[:_HEAD] and frozenset((a, b)) not in _apart()


_ONE_SYLLABLE = expression(r"([b-df-hj-np-tv-z]*u?[aeiou])([bdgkmnprt])(\2?)(ed|ing)")


def _once_or_twice(word: str) -> str:
    """What a verb of one syllable is with its last letter once for twice, or twice for once, which is another: hoped, hopped."""
    found = _ONE_SYLLABLE.fullmatch(word)
    return f"{found[1]}{found[2] if found[3] else found[2] * 2}{found[4]}" if found else ""


def find_unrelated_with_same_stem(a: Collection[str], b: Collection[str]) -> tuple[str, str] | None:
    """Of the words that each side alone has, the first two that share their stem and are two words: universal, university; raped, rapped."""
    for word in sorted(a):
        other = _once_or_twice(word)
        if other in b:
            return word, other
    ours, theirs = _kinds(a), _kinds(b)
    apart = (at for at in ours.keys() & theirs.keys() if ours[at].keys().isdisjoint(theirs[at]))
    return next(((max(ours[at].values()), max(theirs[at].values())) for at in sorted(apart)), None)


def _kinds(words: Collection[str]) -> dict[int, dict[int, str]]:
    """Group -> kind -> word, of the words that stand in a group: "inmates" of a "prison" are prisoners."""
    found: dict[int, dict[int, str]] = {}
    for word in sorted(words):
        if word in _GROUP:
            at, kind = _GROUP[word]
            found.setdefault(at, {})[kind] = word
    return found
