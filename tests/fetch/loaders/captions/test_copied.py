"""A transcript that somebody copied from the page of a video is read as its subtitles are, and nothing else is taken for one."""

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
        ("in hours, as of a long video", copied("1:0{}\n{}")),
        ("with thousandths, as extensions of browsers write it", copied("00:0{}.160 {}")),
        ("with empty lines between", copied("{}\n{}\n")),
    ],
)
def test_copied_transcript_is_read_as_sentences(text):
    [loaded] = load(text.encode(), Hints("talk.txt"))
    assert loaded.article.text.replace("[01:00:00]\n\n", "") == READ


@each_row(
    ("reason", "text"),
    [
        ("whole sentences, as of a diary of events", copied("{}\n{}", [f"The {one} police came." for one in SAID])),
        ("long gaps, as of a programme", copied("{}\n{}", seconds=900)),
        ("names, as of a chat", copied("{} {}", [f"Ada Moor: {one}" for one in SAID])),
        ("several lines below each time, as of a live blog", copied("{}\n{}\nMore words about this.\nAnd more.", SAID * 4)),
        ("too few times", copied("{}\n{}", SAID[:4])),
        ("times that go back, as of a live blog", "\n".join(reversed(copied("{} {}").split("\n")))),
    ],
)  # fmt: skip
def test_other_texts_with_times_are_no_transcripts(text):
    assert not is_copied(text)
