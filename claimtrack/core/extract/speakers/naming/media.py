"""Papers, channels and news agencies, which report what others did: "the company" is another behind their name."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set

_ALONE = word_set(
    "reuters afp ap pti ani upi dpa ansa efe xinhua tass interfax bbc cnn npr pbs nbc cbs abc msnbc itv rte rté bloomberg axios politico "
    "propublica atlantic haaretz marca bild spiegel economist ft nyt wsj"
)
_LAST = word_set(
    "times news newspaper herald tribune telegraph courier gazette journal guardian independent chronicle observer"
)
"""Last words of names that only such have."""
_PAPERS = word_set("post mail mirror globe star express sun echo record standard")
"""Last words of names that firms have, too: "Royal Mail", "American Express"."""
_OF_PAPERS = word_set("daily sunday evening morning washington york boston toronto jerusalem irish")
"""Words in the names of papers that end so."""


def is_medium(name: str) -> bool:
    """Whether a name is that of a paper, a channel or a news agency: "The New York Times", "Reuters", "the Post"."""
    words = name.lower().split()
    if words[-1] in _PAPERS:
        return len(words) == 1 or not _OF_PAPERS.isdisjoint(words)
    return words[-1] in _LAST or (len(words) == 1 and words[0] in _ALONE)
