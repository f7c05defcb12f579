"""When in a recording words were said, and the link that plays it from there."""

from claimtrack.core.texts import timestamps
from tests.tables import each_row


def clock_time_of_words(text):
    """The time at which the words "It fell." of a text were said."""
    second = timestamps.second_at(timestamps.find_timestamps(text), text.index("It fell."))
    return None if second is None else timestamps.format_clock(second)


@each_row(
    ("text", "when"),
    [
        ("Good evening.\n\n[00:00:31]\n\n>> Ada: Yes.\n\n[00:12:40]\n\n>> Ada Moor: It fell.\n\n[00:13:12]", "12:40"),  # captions
        ("[00:00:31] Ada: Yes.\n\n[01:02:03] Ada Moor: It fell.", "1:02:03"),  # before a name
        ("It fell.\n\nAda Moor  0:31\nYes.", None),  # only times before the words count: this may introduce the recording
        ("It fell.\n\n[00:00:31]\n\nYes.", "0:00"),  # but captions begin at once
        ("It fell.\n\n[00:00:05]\n\nYes.", None),  # ... and give their first time after half a minute
        ("It fell.\n\n[00:45:10] Ada: Yes.", None),  # ... not later: somebody wrote this above an excerpt
        ("Ada Moor  0:03\nYes.\n\nTom Ryle  1:15\nIt fell.", "1:15"),  # after a name
        ("Speaker 1 (00:03):\nYes.\n\nSpeaker 2 (12:40):\nIt fell.", "12:40"),  # ... in brackets
        ("0:00\nyes\n0:04\nIt fell.", "0:04"),  # alone on a line
        ("00:00:03 >> ADA MOOR: It fell.", "0:03"),  # with hours
        ("(00:00:03.120) Ada: It fell.", "0:03"),  # with fractions of a second
        ("[00:43:10]\n\n>> Ada Moor: It fell.", "43:10"),  # a stream that began late
        ("[01:00:20]\n\n>> Ada Moor: It fell.", None),  # ... or at night, in clock time
        ("09:30\nDoors open.\n10:15\nIt fell.", None),  # a live page in clock time
        ("[09:14:22] Ada Moor: It fell.", None),  # a chat
        ("[9:14, 12/03/2024] Ada Moor: It fell.", None),  # ... with a date
        ("Doors open at 0:03\nIt fell.", None),  # within a sentence
        ("1:03 It fell.", None),  # a score, a verse
        ("It rained.\n\nIt fell.", None),  # no times at all
        ("[00:00:99999] It fell.", None),  # not a time
        ("[0:03] Yes.\n[50:00] No.\n[0:07] Well.\n[51:00] It fell.", None),  # in a second recording
        ("[0:03] Yes.\n[5:10] No.\n[5:07] It fell.", "5:07"),  # two times at once
        ("[0:75] It fell.", None),  # a minute has sixty seconds
    ],
)  # fmt: skip
def test_words_were_said_at_the_last_time_before_them(text, when):
    assert clock_time_of_words(text) == when


@each_row(
    ("url", "link"),
    [
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=760s"),
        (
            "https://www.youtube.com/watch?v=abc&t=3&list=x",
            "https://www.youtube.com/watch?v=abc&list=x&t=760s",
        ),
        ("https://youtu.be/abc", "https://youtu.be/abc?t=760s"),
        ("https://www.youtube.com/live/abc?si=x", "https://www.youtube.com/live/abc?si=x&t=760s"),
        (
            "https://www.youtube.com/embed/abc?start=4",
            "https://www.youtube.com/embed/abc?start=760",
        ),  # has no t parameter
        ("https://www.youtube.com/playlist?list=x", None),  # many recordings
        ("https://www.youtube.com/@council", None),
        ("https://vimeo.com/12", "https://vimeo.com/12#t=760s"),
        ("https://radio.example/a/today.MP3?x=1", "https://radio.example/a/today.MP3?x=1#t=760"),
        ("https://radio.example/today", None),  # a page that takes no time
        ("https://youtube.com.example/watch?v=abc", None),  # a lookalike site
        ("file:///tmp/a.mp3", None),  # not a link that a browser would follow from the desk
        ("http://[bad", None),
        (None, None),
    ],
)
def test_a_link_plays_the_recording_from_the_given_second(url, link):
    assert timestamps.link_at(url, 760) == link


def test_many_times_are_read_quickly():
    text = "".join(
        f"[{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}] Ada: It rose.\n\n" for n in range(0, 100_000, 2)
    )
    assert len(timestamps.find_timestamps(text)) == 50_000
    assert timestamps.find_timestamps("Ada Moor and " * 100_000) == []


def test_words_at_the_first_mark_of_a_second_recording_belong_to_the_first():
    text = "[00:10:00]\n\nAda: Rents rose.\n\n[00:00:10]\n\nBo: It fell."
    found = timestamps.find_timestamps(text)
    assert [
        timestamps.second_at(found, text.index(words)) for words in ("Rents", "[00:00:10]", "It fell")
    ] == [
        600,
        600,
        None,
    ]
