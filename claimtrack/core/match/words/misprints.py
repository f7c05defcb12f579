"""What is a misprint of what: swapped or doubled letters of two real words; a letter more, less or different in what is no word. And everyday words that share their beginning or stem and yet are unrelated."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.words.spellings import is_spelling_variant
from claimtrack.core.match.words.terms import stem

_KEYBOARD_ROWS = "qwertyuiop asdfghjkl zxcvbnm"
"""The rows of a keyboard: neighbouring letters are mistyped for each other."""
_DOUBLED = expression(r"(.)\1")
_MIN_LISTED_LETTERS = 4
ENGLISH = Path(__file__).with_name("english.txt")
"""The English words of at least so many letters; scripts/english_words.py makes the list."""
_COMBINING_PREFIXES = words_of(
    "de dis mis un non re in im il ir a an en hyper hypo micro macro inter intra pro anti ante post pre over "
    "under out sub super co con ex em se per bi tri mono poly homo hetero"
)
"""Prefixes that make another word."""
_MIN_ROOT_LETTERS, _MIN_PART_LETTERS, _MAX_FIRST_PART_LETTERS = 5, 4, 6
"""Minimum length of the prefixed word, of the second part of a compound, and maximum length of what precedes either."""


@lru_cache(maxsize=50_000)
def letters_of(word: str) -> frozenset[str]:
    """Return the letters of a word: its misprints have the same."""
    return frozenset(word)


def is_misprint(a: str, b: str) -> bool:
    """Whether two lower-case words differ only in two swapped letters, or in a letter written once or twice."""
    if letters_of(a) != letters_of(b) or min(len(a), len(b)) < _MIN_LISTED_LETTERS:
        return False
    return (undouble(a) == undouble(b) or b in transposed_misprints(a)) and not are_distinct_words(a, b)


@lru_cache(maxsize=1)
def _word_lines() -> list[str]:
    """Return the words in order, several to a line. Splitting all 55,000 would take longer than most look-ups do."""
    return [line for line in ENGLISH.read_text(encoding="ascii").splitlines() if line[0] != "#"]


@lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Whether a lower-case word is in the list of English."""
    lines = _word_lines()
    # The only line that can contain the word is the last one that does not sort after it.
    at = bisect_right(lines, f"{word} ~") - 1
    return word in lines[max(at, 0)].split()


@lru_cache(maxsize=50_000)
def _final_words(word: str) -> frozenset[str]:
    """Return the English words that a lower-case word ends with after a prefix or another word: "tension" of "hypotension"."""
    parts = (
        (word[:at], word[at:])
        for at in range(1, min(_MAX_FIRST_PART_LETTERS, len(word) - _MIN_PART_LETTERS) + 1)
    )
    return frozenset(
        root
        for before, root in parts
        if (len(root) >= _MIN_ROOT_LETTERS and before in _COMBINING_PREFIXES)
        or (len(before) >= _MIN_LISTED_LETTERS and is_english(before))
    )


def is_known_word(word: str) -> bool:
    """Whether a lower-case word is English, or derived from an English one: "decriminalised", "stepmother"."""
    return is_english(word) or any(map(is_english, _final_words(word)))


def are_distinct_words(a: str, b: str) -> bool:
    """Whether two similar lower-case words are different words, neither a misprint of the other.

    Words that differ only in their prefix are distinct, however rare: hypo- and hyperglycaemia. Two spellings are one word, and if
    only one is listed, like "performed", a word with a letter more, less or elsewhere is a misprint of it: "preformed".
    """
    if is_spelling_variant(a, b) or is_misspelling(a, b) or is_misspelling(b, a):
        return False
    roots, roots_b = _final_words(a), _final_words(b)
    begins = a in roots_b or b in roots or not roots.isdisjoint(roots_b)
    return begins or (is_known_word(a) and is_known_word(b))


def may_be_misspelt(word: str) -> bool:
    """Whether a lower-case word may be a misprint. An English word is taken as it is, even if a letter apart from another."""
    return len(word) >= _MIN_LISTED_LETTERS and not is_english(word)


@lru_cache(maxsize=50_000)
def is_misspelling(written: str, meant: str) -> bool:
    """Whether what is no word is a word with a letter missing, added, replaced or swapped with its neighbour, or misread by a scanner.

    The first letter must be right: "ilegal" may be "illegal" and "legal", "illion" a million or a billion.
    """
    if written[0] != meant[0] or len(meant) <= _MIN_LISTED_LETTERS or not is_english(meant):
        return False
    if not written.isascii() or not written.isalpha() or not may_be_misspelt(written):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(written, meant, score_cutoff=1) == 1 or _merge_scan_confusions(
        written
    ) == _merge_scan_confusions(meant)


_SCAN_CONFUSIONS = (("rn", "m"), ("cl", "d"), ("li", "h"), ("vv", "w"), ("nn", "m"))


def _merge_scan_confusions(word: str) -> str:
    """Return a word with letters that scanners confuse made one: "govemment", "government"."""
    for pair, letter in _SCAN_CONFUSIONS:
        word = word.replace(pair, letter)
    return word


def undouble(word: str) -> str:
    """Return a word with each doubled letter written once."""
    return _DOUBLED.sub(r"\1", word)


def transposed_misprints(word: str) -> frozenset[str]:
    """Return the misprints of a word in which two neighbouring letters are swapped."""
    return frozenset(f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(len(word) - 1))


def are_neighbours(one: str, other: str) -> bool:
    """Whether two lower-case letters are next to each other on a keyboard."""
    return one + other in _KEYBOARD_ROWS or other + one in _KEYBOARD_ROWS


_SAME_BEGINNING = (
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
"""Words that share their first six letters without being related."""
_SAME_STEM = (
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
"""Words that the matcher stems alike without their being related; bars separate those that are."""
_GROUP = {
    word: (at, kind)
    for at, listing in enumerate(_SAME_STEM)
    for kind, words in enumerate(listing.split("|"))
    for word in words.split()
}


@lru_cache(maxsize=1)
def _unrelated_stems() -> frozenset[frozenset[str]]:
    """Return the pairs of stems that share their beginning without being related."""
    return frozenset(
        frozenset(map(stem, pair)) for group in _SAME_BEGINNING for pair in combinations(group.split(), 2)
    )


_STEM_LETTERS = 6
"""Number of letters that forms of one word, or related words, share."""


def share_beginning(a: str, b: str) -> bool:
    """Whether two terms begin alike and are not listed as unrelated."""
    return (
        len(a) >= _STEM_LETTERS
        and a[:_STEM_LETTERS] == b[:_STEM_LETTERS]
        and frozenset((a, b)) not in _unrelated_stems()
    )


_SHORT_VERB = expression(r"([b-df-hj-np-tv-z]*u?[aeiou])([bdgkmnprt])(\2?)(ed|ing)")


def _toggle_doubling(word: str) -> str:
    """Return the form of a one-syllable verb with its last letter doubled, or no longer doubled, which is another verb: hoped, hopped; else ""."""
    found = _SHORT_VERB.fullmatch(word)
    return f"{found[1]}{found[2] if found[3] else found[2] * 2}{found[4]}" if found else ""


def find_unrelated_with_same_stem(a: Collection[str], b: Collection[str]) -> tuple[str, str] | None:
    """Return the first two words, each of one side only, that share a stem but are unrelated: universal, university; raped, rapped."""
    for word in sorted(a):
        variant = _toggle_doubling(word)
        if variant in b:
            return word, variant
    ours, theirs = _members_by_group(a), _members_by_group(b)
    apart = (at for at in ours.keys() & theirs.keys() if ours[at].keys().isdisjoint(theirs[at]))
    return next(((max(ours[at].values()), max(theirs[at].values())) for at in sorted(apart)), None)


def _members_by_group(words: Collection[str]) -> dict[int, dict[int, str]]:
    """Return group -> member -> word for the words that are in a group: "inmates" belong with prisoners, not with "prison"."""
    found: dict[int, dict[int, str]] = {}
    for word in sorted(words):
        if word in _GROUP:
            at, kind = _GROUP[word]
            found.setdefault(at, {})[kind] = word
    return found
