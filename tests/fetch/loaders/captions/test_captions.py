"""Subtitles become what is spoken: a paragraph for each turn, after the name of the speaker."""

import io
import time

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.extract import extract
from claimtrack.fetch import Hints, read
from claimtrack.fetch.loaders.captions import load
from tests.tables import each_row


def load_captions(text, name="talk.vtt"):
    (loaded,) = load(text.encode(), Hints(name))
    return loaded.article


def cues(*shown):
    """SubRip with these cues."""
    return "\n".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{words}\n" for n, words in enumerate(shown, 1)
    )


def test_numbers_times_notes_styles_and_cue_settings_are_dropped():
    text = (
        "WEBVTT - a talk\nKind: captions\nLanguage: en\n\nNOTE by hand\nin two lines\n\nSTYLE\n::cue { color: lime }\n\n"
        "opening\n00:00:01.000 --> 00:00:04.000 align:start position:10%\nRents rose by\n12 percent &amp; more\n\n"
        "00:04.000 --> 00:06.000\n<i>in</i> <c.loud>May</c>.\n\nNOTE the end"
    )
    assert load_captions(text).text == "Rents rose by 12 percent & more in May."


def test_voice_tag_names_the_speaker():
    article = load_captions(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Moor>We built 400 homes\nin a year.\n\n"
        "00:02.000 --> 00:03.000\n<v Ada Moor>Rents fell by 12 percent.</v>\n\n"
        "00:03.000 --> 00:04.000\n<v.loud Tom Ryle>It was 40.</v> <v Ada Moor>It was 400 in 2023.\n"
    )
    assert article.text == (
        ">> Ada Moor: We built 400 homes in a year. Rents fell by 12 percent.\n\n>> Tom Ryle: It was 40.\n\n"
        ">> Ada Moor: It was 400 in 2023."
    )
    assert [(row.speaker, row.text) for row in extract(article)] == [
        ("Ada Moor", "We built 400 homes in a year."),
        ("Ada Moor", "Rents fell by 12 percent."),
        ("Tom Ryle", "It was 40."),
        ("Ada Moor", "It was 400 in 2023."),
    ]


@each_row(
    ("shown", "text"),
    [
        pytest.param(
            ["[MARR:] Rents rose.", "[Tom Ryle]: By 4.", "(Marr:) By 9.", "[Applause]"],
            ">> MARR: Rents rose.\n\n>> Tom Ryle: By 4.\n\n>> Marr: By 9.",
            id="a name in brackets",
        ),
        pytest.param(
            ["Ada Moor: Rents rose by", "Ada Moor: 12 percent.", "Tom Ryle: By 4."],
            ">> Ada Moor: Rents rose by 12 percent.\n\nTom Ryle: By 4.",
            id="a name in every cue",
        ),
        pytest.param(
            ["ADA MOOR: Rents rose", "by 12 percent.", "TOM RYLE:\nBy 4."],
            ">> ADA MOOR: Rents rose by 12 percent.\n\n>> TOM RYLE: By 4.",
            id="a name in capitals",
        ),
        pytest.param(
            ["- Rents rose.\n- They fell.", "-They rose.", "-5 degrees\nin May"],
            ">> Rents rose.\n\n>> They fell.\n\n>> They rose. -5 degrees in May",
            id="dashes",
        ),
        pytest.param(
            ["Rents rose. &gt;&gt; ADA MOOR: They fell", ">>> next, the weather"],
            "Rents rose.\n\n>> ADA MOOR: They fell\n\n>> next, the weather",
            id="arrows",
        ),
        pytest.param(
            [
                '<font color="#ffff00">Rents rose\nby 12 percent.</font>',
                "<font color=#0ff>By 4.</font>\nBy 12.",
            ],
            "Rents rose by 12 percent.\n\nBy 4.\n\nBy 12.",
            id="colours",
        ),
        pytest.param(
            [
                '<font color="#ffff00">ADA MOOR: Rents rose</font>',
                '<font color="#0ff">ADA MOOR: by 4.</font>',
            ],
            ">> ADA MOOR: Rents rose by 4.",
            id="a name counts more than a colour",
        ),
        pytest.param(
            ["{\\an8}Rents rose", "[Applause]", "(MUSIC)\n♪ la la ♪\n# la #", "by <u>12</u> percent."],
            "Rents rose by 12 percent.",
            id="sounds",
        ),
        pytest.param(
            [
                "Rents rose. [Applause]",
                "♪ la\nla ♪\nThey fell ♪♪",
                "by (laughs) [inaudible] percent.",
                ">> ♪ la ♪",
            ],
            "Rents rose. They fell by [inaudible] percent.",
            id="sounds between words, or over two lines",
        ),
        pytest.param(
            [
                "<v 68f0e9b4-d6de-4cad-9c2a-9b587e97837f@72f988bf>Rents rose.",
                "<v 88b66bf7-d0d1-4ed1-bb80-ce79d271ac2a>They fell.",
                "<v 68f0e9b4-d6de-4cad-9c2a-9b587e97837f@72f988bf>No.",
            ],
            ">> Speaker 1: Rents rose.\n\n>> Speaker 2: They fell.\n\n>> Speaker 1: No.",
            id="ids of the participants of a meeting",
        ),
        pytest.param(["The result: rents rose."], "The result: rents rose.", id="a colon in a sentence"),
        pytest.param(
            [
                "Ana Roy (she/her): Rents rose.",
                "tom ryle: By 4.",
                "Uwe Baer | Vale Post: No.",
                "tom ryle: In May.",
            ],
            ">> Ana Roy: Rents rose.\n\n>> Tom Ryle: By 4.\n\n>> Uwe Baer (Vale Post): No.\n\n>> Tom Ryle: In May.",
            id="names as people type them, in every cue",
        ),
        pytest.param(
            ["e.g. one thing: rents", "and another: wages", "rose, he said: by 4", "percent in May."],
            "e.g. one thing: rents and another: wages rose, he said: by 4 percent in May.",
            id="colons in every cue, after words that do not recur as names",
        ),
        pytest.param(
            ["14155550137: Rents rose.", "ana's flat: By 4.", "ana's flat: In May."],
            ">> Speaker 1: Rents rose.\n\n>> Ana's Flat: By 4. In May.",
            id="a telephone number",
        ),
        pytest.param(
            ["<v Roy, Ana (Guest)>Rents rose.", "<v van der Ryle, Tom>By 4.", "<v Ada Moor, Mayor>No."],
            ">> Ana Roy (Guest): Rents rose.\n\n>> Tom van der Ryle: By 4.\n\n>> Ada Moor, Mayor: No.",
            id="a surname first",
        ),
        pytest.param(
            ["Ana Roy\nRents rose", "Ana Roy\nby 4.", "Tom Ryle\nIn May.", "Ana Roy\nNo."],
            ">> Ana Roy: Rents rose by 4.\n\n>> Tom Ryle: In May.\n\n>> Ana Roy: No.",
            id="a name above the words of every cue",
        ),
        pytest.param(
            ["(Ana Roy)\nRents rose", "(Ana Roy)\nby 4.", "(Tom Ryle)\nIn May.", "(Tom Ryle)\nNo."],
            ">> Ana Roy: Rents rose by 4.\n\n>> Tom Ryle: In May. No.",
            id="the same in brackets",
        ),
        pytest.param(
            ["Rents Rose", "Rents Rose\nIn Vale", "In Vale", "In Vale\nAnd Lowe", "And Lowe"],
            "Rents Rose In Vale And Lowe",
            id="rolling lines are not names",
        ),
        pytest.param(
            ["The council\ncut jobs.", "The council\nspent 4.", "The mayor\nleft.", "The mayor\nlied."],
            "The council cut jobs. The council spent 4. The mayor left. The mayor lied.",
            id="the subject above its verb is not a name",
        ),
        pytest.param(
            ["<v Reed, Jr.>No.", "<v Roy, Ana>Yes."],
            ">> Reed, Jr.: No.\n\n>> Ana Roy: Yes.",
            id="Jr. is not a first name",
        ),
    ],
)
def test_every_turn_becomes_a_paragraph(shown, text):
    assert load_captions(cues(*shown), "talk.srt").text == text


def timed_cues(*shown):
    """WebVTT with these cues, each with its second."""
    return "WEBVTT\n\n" + "\n".join(
        f"{n // 60:02}:{n % 60:02}.500 --> {n // 60:02}:{n % 60:02}.900\n{words}\n" for n, words in shown
    )


TIMED = [
    pytest.param(
        [(1, "<v Ada Moor>Rents rose."), (29, "<v Tom Ryle>They fell."), (31, "<v Ada Moor>In May."), (62, "<v Tom Ryle>No.")],
        ">> Ada Moor: Rents rose.\n\n>> Tom Ryle: They fell.\n\n[00:00:31]\n\n>> Ada Moor: In May.\n\n[00:01:02]\n\n>> Tom Ryle: No.",
        id="above the first turn of each half minute",
    ),
    pytest.param(
        [(1, "<v Ada Moor>Rents"), (20, "rose."), (31, "They fell,"), (45, "too."), (70, "In May.")],
        ">> Ada Moor: Rents rose.\n\n[00:00:31]\n\n>> Ada Moor: They fell, too.\n\n[00:01:10]\n\n>> Ada Moor: In May.",
        id="within a long turn, where a sentence ends, with its speaker",
    ),
    pytest.param(
        [(1, ">> Rents rose."), (40, "They fell."), (80, "and rose")],
        ">> Rents rose.\n\n[00:00:40]\n\nThey fell.\n\n[00:01:20]\n\nand rose",
        id="the same turn goes on where no speaker is named",
    ),
    pytest.param(
        [(1, "Ada Moor: Rents rose."), (35, "Ada Moor: By 4."), (70, "Tom Ryle: By 12.")],
        ">> Ada Moor: Rents rose.\n\n[00:00:35]\n\n>> Ada Moor: By 4.\n\n[00:01:10] Tom Ryle: By 12.",
        id="before a name without arrows",
    ),
    pytest.param([(1, "rents"), (40, "rents\nrose"), (50, "rose\nby 12")], "rents rose by 12", id="not within a sentence"),
    pytest.param([(3599, "Rents rose.")], "[00:59:59]\n\nRents rose.", id="subtitles that begin late"),
    pytest.param([(1, "Rents"), (40, "rose sharply. They"), (50, "fell.")], "Rents rose sharply.\n\n[00:00:40]\n\nThey fell.", id="where a sentence ends within a line"),
    pytest.param([(90, "Rents rose."), (1, "They fell.")], "[00:01:30]\n\nRents rose.\n\n[00:00:01]\n\nThey fell.", id="two files joined into one"),
]  # fmt: skip


@each_row(("shown", "text"), TIMED)
def test_time_is_kept_above_the_words_spoken_then(shown, text):
    assert load_captions(timed_cues(*shown)).text == text


def test_time_of_more_than_an_hour_is_kept():
    text = "1\n01:00:01,000 --> 01:00:02,000\nRents rose.\n"
    assert load_captions(text, "talk.srt").text == "[01:00:01]\n\nRents rose."


def test_time_is_not_a_claim_and_does_not_hide_the_speaker():
    shown = [
        (1, "Ada Moor: We built 400 homes in a year."),
        (40, "Ada Moor: Rents fell by 12 percent."),
        (75, "Tom Ryle: It was 4 percent."),
        (110, "Ada Moor: It was 12 in May."),
    ]
    found = [(row.speaker, row.text) for row in extract(load_captions(timed_cues(*shown)))]
    assert found == [tuple(words.split(": ")) for _, words in shown]


@each_row(
    "shown",
    [
        pytest.param(
            [" \nrents<00:00:01.200><c> rose</c>", "rents rose\n ", "rents rose\nby<c> 12</c>"], id="by words"
        ),
        pytest.param(["rents rose", "rents rose\nby", "rents rose\nby 12"], id="a line that grows"),
        pytest.param(["rents", "rents\nrose", "rents\nrose\nby", "rose\nby\n12"], id="three lines"),
        pytest.param(
            ["rents", "rents\nro", "rents\nrose\nb", "rose\nby 1", "rose\nby 12"], id="a word that grows"
        ),
    ],
)
def test_rolling_lines_are_read_once(shown):
    assert load_captions(cues(*shown)).text == "rents rose by 12"


def test_short_word_is_not_taken_for_the_start_of_a_longer_one():
    assert (
        load_captions(cues("No.", "Nobody left.", "No", "Nobody did.")).text
        == "No. Nobody left. No Nobody did."
    )


def test_unpunctuated_speech_is_cut_into_rows_of_limited_length():
    words = [f"the council built {n} homes that year and" for n in range(200)]
    (loaded,) = load(timed_cues(*enumerate(words)).encode(), Hints("talk.vtt"))
    rows = extract(loaded.article)
    assert "there are long stretches without a full stop" in loaded.warnings[0]
    assert all(loaded.article.text[row.start : row.end] == row.text for row in rows)
    assert all(200 < len(row.text) < 300 for row in rows[:-1])
    assert " ".join(row.text for row in rows) == " ".join(words)
    assert "\n\n[00:00:35]\n\n" in loaded.article.text


def test_whole_talk_in_one_cue_is_cut_between_words():
    words = " ".join(f"the council built {n} homes that year and" for n in range(200))
    paragraphs = load_captions(cues(words)).text.split("\n\n")
    assert " ".join(paragraphs) == words
    assert max(map(len, paragraphs)) <= 500


@each_row("word", ["12", "$3", "not", "hasn't", "than the"])
def test_number_or_negation_stays_with_the_words_after_it(word):
    line = f"the council built homes that year {word}"
    paragraphs = load_captions(timed_cues(*enumerate([line] * 20))).text.split("\n\n")
    assert all(part.endswith(" year") for part in paragraphs[:-1])
    assert all(part.startswith(f"{word} the council") for part in paragraphs[1:])


def test_long_sentence_is_not_cut():
    parts = [f"the council built {n} homes that year and" for n in range(10)]
    (loaded,) = load(cues(*parts, "sold them all.").encode(), Hints("talk.srt"))
    assert loaded.article.text == " ".join([*parts, "sold them all."])
    assert loaded.warnings == ()


@each_row(
    "times",
    [
        pytest.param("0:0:1.0 --> 0:0:3.490", id="as Teams writes them"),
        pytest.param("00:00:01 --> 00:00:03", id="without a fraction"),
        pytest.param("00:00:1,5 --> 00:00:03,50", id="with too few digits"),
        pytest.param("00:01.000-->00:03.000", id="without spaces"),
        pytest.param("00:00:0x,000 --> 00:00:03,000", id="not a number"),
    ],
)
def test_malformed_times_are_not_read_as_words(times):
    text = f"1\n00:00:00,000 --> 00:00:01,000\nRents rose\n\n2\n{times}\nby 12 percent.\n"
    assert load_captions(text, "talk.srt").text == "Rents rose by 12 percent."


@each_row(
    ("head", "language"),
    [
        pytest.param("WEBVTT\nKind: captions\nLanguage: en", "en", id="as YouTube writes it"),
        pytest.param("WEBVTT\n\nNOTE language:en-us", "en-us", id="as Microsoft writes it"),
        pytest.param("WEBVTT\n\nNOTE language: see below", None, id="another note"),
        pytest.param("WEBVTT", None, id="no language"),
    ],
)
def test_language_is_taken_from_the_header(head, language):
    text = f"{head}\n\n00:01.000 --> 00:02.000\nLanguage: French\nis taught.\n"
    assert load_captions(text).language == language


def test_blank_lines_within_cues_lose_no_words():
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\n\nRents rose\n2\n00:00:02,000 --> 00:00:03,000\nby\n\n12 percent."
    )
    assert load_captions(text).text == "Rents rose by 12 percent."


@pytest.mark.parametrize(
    "data", [cues("Rents rose", "in May.").encode(), b"WEBVTT\n\n00:01.000 --> 00:02.000\nRents rose in May."]
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_subtitles_are_recognised_by_their_content(data, mark, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_bytes(mark + data.replace(b"\n", b"\r\n"))
    for loaded in (*read("-", stdin=io.BytesIO(mark + data)), *read(str(path))):
        assert loaded.article.text == "Rents rose in May."


def test_subtitles_are_read_from_the_web(site):
    (loaded,) = read(site.serve("/talk", cues("Rents rose", "in May."), kind="text/vtt"))
    assert loaded.article.text == "Rents rose in May."


def test_web_page_named_like_subtitles_is_refused():
    with pytest.raises(UnreadableSource, match=r"talk\.srt is a web page, not subtitles"):
        load_captions(
            "<!DOCTYPE html>\n<html><body><!-- 1 --> Sign in to download.</body></html>", "talk.srt"
        )


def test_file_without_cues_is_refused_with_a_remedy():
    with pytest.raises(UnreadableSource, match=r"talk\.vtt has no subtitles.*\.txt"):
        load_captions("WEBVTT\n\nRents rose.")


@each_row(
    ("name", "words"),
    [
        pytest.param("talk.ass", "[Script Info]\nTitle: Talk\n\n[Events]\nDialogue: 0,0:00:01.00,,Rents rose.", id="styled"),
        pytest.param("talk.txt", "[Script Info]\nDialogue: 0,0:00:01.00,,Rents rose.", id="called text"),
        pytest.param("talk.scc", "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 94ad 5468", id="coded"),
        pytest.param("talk.stl", "850STL25.01100009Rents rose.", id="teletext"),
        pytest.param("talk.sub", "{25}{100}Rents rose.", id="timed by frames"),
        pytest.param("talk.xml", '<?xml version="1.0"?>\n<!-- a -->\n<tt:tt xmlns:tt="x"><p>Rents rose.</p></tt:tt>', id="TTML"),
        pytest.param("talk.tsv", "start\tend\ttext\n0\t900\tRents rose.", id="a table of times"),
    ],
)  # fmt: skip
def test_subtitles_in_another_format_are_refused_with_the_remedy(name, words, tmp_path):
    path = tmp_path / name
    path.write_text(words)
    with pytest.raises(
        UnreadableSource, match=r"subtitles in a format that claimtrack does not read: save them as \.srt"
    ):
        list(read(str(path)))


def test_subrip_under_another_suffix_is_read(tmp_path):
    path = tmp_path / "talk.sub"
    path.write_text(cues("Rents rose", "in May."))
    assert next(iter(read(str(path)))).article.text == "Rents rose in May."


@each_row(
    "piece",
    [
        "A",
        "Ada Moor ",
        "<v ",
        "<font ",
        "- ",
        ">> ",
        "1\n",
        "[",
        "♪ ",
        "♪\n",
        "[music ",
        "-->\n",
        "Ada Moor: \n",
        "(Ada Moor)\n",
        "a: ",
        "00:01.000 --> 00:02.000\n",
    ],
)
def test_hostile_subtitles_are_read_quickly(piece):
    start = time.process_time()
    load_captions("WEBVTT\n\n00:01.000 --> 00:02.000\nRents rose.\n" + piece * 8_000)
    assert time.process_time() - start < 1


WEBEX = """WEBVTT

1 "Ada Moor" (33870)
00:00:03.000 --> 00:00:03.900
The lower road has flooded eleven times.

2 "Tom Ryle" (33871)
00:00:15.000 --> 00:00:15.900
The pumps were delivered in June.
"""


def test_name_in_a_cue_number_is_the_speaker():
    assert load_captions(WEBEX).text == (
        ">> Ada Moor: The lower road has flooded eleven times.\n\n>> Tom Ryle: The pumps were delivered in June."
    )


@each_row("end", ["3", "3\n", "3\n00", "3\n00:00:2", "3\n00:00:21.000 ", "3\n00:00:21.000 --", "3\n00:00:21.000 --> 00:00:2",
    "3\n00:00:21.000 --> 00:00:22.000\n", '3 "Ada M', '3 "Ada Moor" (33870)\n00:00:2', "00:00:21.000 --> 00:00:22.000"])  # fmt: skip
def test_unfinished_cue_is_left_out_until_it_has_words(end):
    assert load_captions(f"{WEBEX}\n{end}").text == load_captions(WEBEX).text


@each_row("words", ["1999", "12:30", "By 40"])
def test_words_that_look_like_the_start_of_a_cue_are_kept(words):
    assert load_captions(f"{WEBEX}\n3\n00:00:21.000 --> 00:00:22.000\n{words}").text.endswith(words)


@each_row(("last", "text"), [
    ("rents fell by 12%\nin", "Homes rose, and rents fell by 12% in"),  # one more line
    ("Homes rose, and\nrents fe", "Homes rose, and rents fell by 12%"),  # the words before, cut off
    ("Homes rose, and\nrents did.", "Homes rose, and rents fell by 12% Homes rose, and rents did."),  # another sentence
])  # fmt: skip
def test_rolling_captions_may_break_off_within_repeated_words(last, text):
    assert load_captions(cues("Homes rose, and\nrents fell by 12%", last)).text == text
