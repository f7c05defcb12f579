"""Words that negate, openly ("not") or by their meaning ("lack", "banned", "useless"), and words with negative prefixes."""

from __future__ import annotations

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.words.misprints import transposed_misprints


def _with_misspellings(words: frozenset[str]) -> frozenset[str]:
    """Return the words with their transposed misprints, "wihtout", except those that are words or names: "barley"."""
    long_words = (word for word in words if len(word) > 4)
    return words.union(*(transposed_misprints(word) for word in long_words)) - {"barley", "denise"}


NEGATORS = _with_misspellings(
    words_of(
        """
    waive waives waived waiving avoided averted absence not no never none nobody nothing neither nor cannot without lack lacks lacked lacking
    refuse refuses refused refusing refusal unable incapable unaware hardly barely scarcely nowhere zero ain't cant dont doesnt didnt isnt arent wasnt werent
    nicht kein keine keinen keiner keinem niemals pas jamais aucun aucune nunca jamás ningún ninguna nadie não nenhum nenhuma niet geen
    не нет ні inte ingen ikke nie nigdy değil yok tidak bukan nem δεν không नहीं لا لم لن ليس ليست wont wouldnt couldnt shouldnt hasnt havent hadnt deny denies denied denying false falsely untrue hoax myth debunked
    """
    )
)


def is_negator(word: str) -> bool:
    """Whether a lower-case word is a negator: "not", "never", "didn't", "lacks", "without"."""
    return word in NEGATORS or word.endswith("n't")


DENIERS = words_of("deny denies denied denying false falsely untrue hoax myth debunked")
"""Negators that negate the whole statement, wherever they appear."""
BASELESS = words_of("evidence proof basis sign truth indication")
"""After "no" these negate the whole statement: "no evidence that ..."."""

LIFTING = words_of(
    "lift lifts lifted lifting scrap scraps scrapped scrapping abolish abolishes abolished repeal repealed"
)
"""What is lifted is no longer in force."""
CEASING = _with_misspellings(words_of("stop stops stopped stopping cease ceases ceased quit quits"))
"""Before an -ing form these negate it: "stop selling" is "no longer sell"."""

QUITTING = words_of(
    "retire+s+ed retirement quit+s resign+s+ed end+s+ed+ing discontinue+s+ed abandon+s+ed halt+s+ed "
    "suspend+s+ed given give+s+ed folded folds close+s+ed step+s+ed finished finishes drop+s+ed scrapped "
    "scraps axed cancelled canceled withdrew withdrawn bowed hung broke kicked"
)
"""Verbs for ending that reword "stopped": "stopped playing", "retired"."""

LOSING = words_of("lost lose loses losing")
"""What is lost is no longer had."""

PROHIBITING = words_of("ban+s+ed+ing forbid+s+ed forbidden prohibit+s+ed outlaw+s+ed illegal unlawful barred")
"""These negate permission: "smoking is banned" is "you may not smoke"."""

INEFFECTIVE = words_of(
    "ineffective ineffectual useless worthless powerless unable incapable impossible unsuccessful pointless "
    "futile void unavailable harmless baseless groundless unfounded inoperative invalid unaffected untouched "
    "unchanged unscathed unknown"
)
"""These negate an effect or an ability: "is useless" is "does not work"."""

LEAVING_UNDONE = {"yet", *_with_misspellings(words_of(
    "fail+s+ed+ing failure+s decline+s+ed+ing forget+s+ed forgotten neglects neglected"
))}  # fmt: skip
"""Before "to" these negate: "failed to pay", "has yet to pay"; but "the bill failed", "prices declined"."""

EXCLUDING = words_of("rule rules ruled ruling")
"""Before "out" these negate: "ruled out a link"."""

IDIOMS = frozenset((
    ("not", "only"), ("not", "just"), ("not", "merely"), ("not", "simply"), ("no", "doubt"), ("no", "matter"),
    ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "earlier"), ("no", "later"), ("not", "earlier"), ("not", "later"), ("no", "older"),
    ("no", "younger"), ("no", "higher"), ("no", "lower"), ("no", "larger"), ("no", "smaller"), ("no", "greater"), ("or", "not"), ("not", "least"), ("not", "to", "mention"),
    ("if", "not"), ("nothing", "but"), ("none", "but"), ("nobody", "but"), ("no", "sooner"), ("not", "all", "that"), ("no", "wonder"), ("a", "no", "show"), ("the", "no", "show"), ("the", "no", "shows"), ("doctors", "without", "borders"), ("not", "the", "only"), ("isn't", "the", "only"), ("wasn't", "the", "only"), ("aren't", "the", "only"), ("weren't", "the", "only"),
    ("never", "before"), ("why", "not"), ("not", "until"), ("not", "seen", "since"), ("isn't", "until"), ("not", "unless"), ("nothing", "short"), ("no", "one", "but"),
    ("no", "to"), ("no", "choice"), ("no", "option"), ("no", "alternative"), ("vote", "no"), ("votes", "no"), ("voted", "no"), ("voting", "no"),
))  # fmt: skip
"""Phrases in which a negator does not negate: "not only", "no doubt"."""

PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "anti")
_LOOKALIKES = tuple(
    words_of(
        """
    increas incom inform immigra impress imprison import important disclos disease discover display impending inflam invaluable inhabit imposed
    interest internal instate industry impound intense infamous insure instill until under united unit
    union inside into indeed invent impart impose impeach distress discount discourse district dispose
    """
    )
)


def without_prefix(word: str) -> list[str]:
    """Return the possible base words of one with a negative prefix: "unsafe" -> "safe"; [] for any other word."""
    if not word.startswith(PREFIXES) or word.startswith(_LOOKALIKES):
        return []
    return [word.removeprefix(prefix) for prefix in PREFIXES if word.startswith(prefix)]


def with_prefix(word: str) -> list[str]:
    """Return a word with each negative prefix."""
    return [f"{prefix}{word}" for prefix in PREFIXES if not f"{prefix}{word}".startswith(_LOOKALIKES)]
