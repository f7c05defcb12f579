"""Reads PolNeAR (news articles with who-said-what annotation) from its archive, and compares rows with it."""

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
"""Dice over characters from which on a row and an annotated content count as the same words."""
WITHIN = 0.8
"""A row that lies so far inside an annotated content is right too: it may run over many sentences."""

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
    """One annotation: the spans of its content, its source and its cue in the article."""

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
    """The articles of a split, each with its first annotator's attributions, in order of their names."""
    texts: dict[str, str] = {}
    annotations: dict[str, str] = {}
    # In the archive's own order: seeking in an .xz file starts again from its beginning.
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
    """Counts over articles. Precision is of rows, recall of annotations, speakers of found annotations."""

    rows: int = 0
    right: int = 0
    say: int = 0
    say_found: int = 0
    everything: int = 0
    found: int = 0
    named: int = 0
    speakers: int = 0

    def add(self, article: Annotated, rows: list[ExtractedClaim]) -> None:
        spoken = [(row, set(range(row.start, row.end))) for row in rows if row.kind is not Kind.OUTLET]
        contents = [(one, one.characters) for one in article.attributions]
        self.rows += len(spoken)
        self.right += sum(
            any(_dice(words, content) >= SAME or _inside(words, content) >= WITHIN for _, content in contents)
            for _, words in spoken
        )
        for one, content in contents:
            self._add_one(one, content, [pair for pair in spoken if _belongs(pair[1], content)])

    def _add_one(
        self, one: Attribution, content: set[int], hits: list[tuple[ExtractedClaim, set[int]]]
    ) -> None:
        words = set().union(*(hit for _, hit in hits))
        found = bool(hits) and _dice(words, content) >= SAME
        self.everything += 1
        self.found += found
        self.say += one.is_say
        self.say_found += found and one.is_say
        if found and one.source:
            best = max(hits, key=lambda hit: len(hit[1] & content))[0]
            self.named += 1
            self.speakers += _same_head(one.source, best)

    @property
    def precision(self) -> float:
        return self.right / self.rows

    @property
    def recall_say(self) -> float:
        return self.say_found / self.say

    @property
    def recall(self) -> float:
        return self.found / self.everything

    @property
    def speaker(self) -> float:
        return self.speakers / self.named


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _inside(words: set[int], content: set[int]) -> float:
    return len(words & content) / len(words)


def _belongs(words: set[int], content: set[int]) -> bool:
    return _inside(words, content) >= 0.5 or _dice(words, content) >= SAME


def _same_head(source: str, row: ExtractedClaim) -> bool:
    """Whether the annotated source and the row name the same head word: "Baker", "official", "he"."""
    ours = f"{row.speaker_as_written or ''} {row.speaker}".lower()
    head = parse_mention(row.speaker_as_written or row.speaker).head
    return parse_mention(source).head in re.findall(r"\w+", ours) or head in re.findall(
        r"\w+", source.lower()
    )
