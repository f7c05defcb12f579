"""Reads PolNeAR, news articles annotated with attributions, from its archive, and compares extracted rows with it."""

import re
import tarfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.model import ExtractedClaim, Kind

SAME = 0.3
"""The least Dice coefficient, over characters, of a row and an annotated content that count as the same words."""
WITHIN = 0.8
"""The least share of a row inside an annotated content that makes it right, too: a content may have many sentences."""

SAY_CUES = frozenset(
    "say says said saying tell tells told telling add adds added adding write writes wrote writing according note "
    "notes noted noting report reports reported announce announced announces argue argued argues explain explained "
    "state stated states declare declared tweet tweeted reply replied respond responded claim claimed claims insist "
    "insisted acknowledge acknowledged warn warned admit admitted confirm confirmed continued concluded recalled "
    "asked".split()
)
QUOTE_MARKS = '"“”'


@dataclass
class Attribution:
    """An annotated attribution: the spans of its content, its source and its cue."""

    content: list[tuple[int, int]]
    source: str
    cue: str

    @property
    def characters(self) -> set[int]:
        return {at for start, end in self.content for at in range(start, end)}

    @property
    def is_say(self) -> bool:
        return self.cue.strip() == ":" or not SAY_CUES.isdisjoint(re.findall("[a-z]+", self.cue.lower()))


@dataclass
class Annotated:
    text: str
    attributions: list[Attribution] = field(default_factory=list)

    def without_quote_marks(self) -> "Annotated":
        dropped = [at for at, char in enumerate(self.text) if char in QUOTE_MARKS]

        def moved(at: int) -> int:
            return at - bisect_left(dropped, at)

        text = "".join(char for char in self.text if char not in QUOTE_MARKS)
        return Annotated(
            text,
            [
                Attribution([(moved(a), moved(b)) for a, b in one.content], one.source, one.cue)
                for one in self.attributions
            ],
        )


def read(archive: Path, split: str) -> Iterator[Annotated]:
    """The articles of a split in the order of their names, each with the attributions of its first annotator."""
    texts: dict[str, str] = {}
    annotations: dict[str, str] = {}
    # In the order of the archive: seeking backwards in an .xz file decompresses it from the beginning.
    with tarfile.open(archive) as tar:
        for member in tar:
            path = Path(member.name)
            if not member.isfile() or split not in path.parts or path.suffix not in {".txt", ".ann"}:
                continue
            content = tar.extractfile(member).read().decode()
            if path.suffix == ".txt":
                texts[path.stem] = content
            else:
                annotations[path.stem] = content
    first = {}
    for name in sorted(annotations):
        first.setdefault(name.rpartition("_")[0], annotations[name])
    for name in sorted(texts):
        yield Annotated(texts[name], list(_attributions(texts[name], first.get(name, ""))))


def _attributions(text: str, annotation: str) -> Iterator[Attribution]:
    lines = [line.split("\t")[:2] for line in annotation.splitlines() if "\t" in line]
    spans = {
        key: [tuple(map(int, part.split())) for part in value.split(" ", 1)[1].split(";")]
        for key, value in lines
        if key.startswith("T")
    }
    for key, value in lines:
        if not key.startswith("E"):
            continue
        parts = defaultdict(list)
        for role, span in (pair.split(":") for pair in value.split()):
            parts[role.rstrip("0123456789")] += spans[span]
        if parts["Content"]:
            source, cue = (" ".join(text[a:b] for a, b in sorted(parts[r])) for r in ("Source", "Cue"))
            yield Attribution(parts["Content"], source, cue)


@dataclass
class Score:
    """Counts, summed over articles: precision over rows, recall over annotations, speaker accuracy over those found."""

    rows: int = 0
    right_rows: int = 0
    annotated_say: int = 0
    found_say: int = 0
    annotated: int = 0
    found: int = 0
    found_with_source: int = 0
    right_speakers: int = 0

    def add(self, article: Annotated, rows: list[ExtractedClaim]) -> None:
        spoken = [(row, set(range(row.start, row.end))) for row in rows if row.kind is not Kind.OUTLET]
        contents = [(one, one.characters) for one in article.attributions]
        self.rows += len(spoken)
        self.right_rows += sum(
            any(
                _dice(words, content) >= SAME or _share_inside(words, content) >= WITHIN
                for _, content in contents
            )
            for _, words in spoken
        )
        for one, content in contents:
            self._add_annotation(one, content, [pair for pair in spoken if _belongs(pair[1], content)])

    def _add_annotation(
        self, one: Attribution, content: set[int], hits: list[tuple[ExtractedClaim, set[int]]]
    ) -> None:
        words = set().union(*(hit for _, hit in hits))
        found = bool(hits) and _dice(words, content) >= SAME
        self.annotated += 1
        self.found += found
        self.annotated_say += one.is_say
        self.found_say += found and one.is_say
        if found and one.source:
            best = max(hits, key=lambda hit: len(hit[1] & content))[0]
            self.found_with_source += 1
            self.right_speakers += _has_same_head(one.source, best)

    @property
    def precision(self) -> float:
        return self.right_rows / self.rows

    @property
    def recall_say(self) -> float:
        return self.found_say / self.annotated_say

    @property
    def recall(self) -> float:
        return self.found / self.annotated

    @property
    def speaker(self) -> float:
        return self.right_speakers / self.found_with_source


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _share_inside(words: set[int], content: set[int]) -> float:
    return len(words & content) / len(words)


def _belongs(words: set[int], content: set[int]) -> bool:
    return _share_inside(words, content) >= 0.5 or _dice(words, content) >= SAME


def _has_same_head(source: str, row: ExtractedClaim) -> bool:
    """Whether the annotated source and the row's speaker have the same head word: "Baker", "official", "he"."""
    ours = f"{row.speaker_as_written or ''} {row.speaker}".lower()
    head = parse_mention(row.speaker_as_written or row.speaker).head
    return parse_mention(source).head in re.findall(r"\w+", ours) or head in re.findall(
        r"\w+", source.lower()
    )
