"""A transcript that somebody copied from the page of a video is read as its subtitles are, and nothing else is taken for one."""

import re

from claimtrack.fetch import Hints
from claimtrack.fetch.kinds.loading import load
from claimtrack.fetch.loaders.captions.copied import is_copied
from tests.tables import each_row

SAID = [
    "Good evening and welcome to the", "harbour council. Last year we built",
    "4,000 homes, and rents fell by 2", "percent. The tunnel cost 12 million", "and opened in May.",
]  # fmt: skip
READ = (
    "Good evening and welcome to the harbour council. Last year we built 4,000 homes, and rents fell by 2 percent. "
    "The tunnel cost 12 million and opened in May."
)


def copied(form, words=SAID, seconds=4, end="\n"):
    stamps = [f"{at // 60}:{at % 60:02}" for at in range(0, len(words) * seconds, seconds)]
    return end.join(form.format(at, said) for at, said in zip(stamps, words, strict=True))


@each_row(
    ("reason", "text"),
    [
        ("YouTube's page", copied("{}\n{}")),
        ("from Windows", copied("{}\n{}", end="\r\n").replace("\n", "\r\n").replace("\r\r", "\r")),
        ("beside the times", copied("{} {}")),
        ("below the title of the video", "Council, live\n\n" + copied("{}\n{}")),
        ("from the middle", copied("{} {}").replace("0:", "12:")),
        ("in hours, as of a long video", copied("1:0{}\n{}")),
        ("with thousandths, as extensions of browsers write it", copied("00:0{}.160 {}")),
        ("with empty lines between", copied("{}\n{}\n")),
    ],
)
def test_copied_transcript_is_read_as_sentences(text):
    [loaded] = load(text.encode(), Hints("talk.txt"))
    assert re.sub(r"^\[\d\d:\d\d:00\]\n\n", "", loaded.article.text) == READ


def test_transcript_in_capitals_is_one_if_it_begins_at_the_beginning():
    assert is_copied(copied("{}\n{}", [said.upper() for said in SAID]))


@each_row(
    ("reason", "text"),
    [
        ("whole sentences, as of a diary of events", copied("{}\n{}", [f"The {one} police came." for one in SAID])),
        ("long gaps, as of a programme", copied("{}\n{}", seconds=900)),
        ("names, as of a chat", copied("{} {}", [f"Ada Moor: {one}" for one in SAID])),
        ("several lines below each time, as of a live blog", copied("{}\n{}\nMore words about this.\nAnd more.", SAID * 4)),
        ("half hours of the day, as of a programme", "9:00 Welcome\n9:30 Rents in the north\n10:00 Break\n10:15 The port\n10:30 End"),
        ("minutes of the day, as of headlines", copied("{}\n{}", ["Rents fall", "Port shut", "Fares up", "Boat lost", "Union calls strike"]).replace("0:", "12:")),
        ("too few times", copied("{}\n{}", SAID[:4])),
        ("times that go back, as of a live blog", "\n".join(reversed(copied("{} {}").split("\n")))),
    ],
)  # fmt: skip
def test_other_texts_with_times_are_no_transcripts(text):
    assert not is_copied(text)
