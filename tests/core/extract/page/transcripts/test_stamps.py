"""Transcripts pasted from programs and messengers: who speaks, and when, in every order of name and time."""

import pytest

from tests.tables import each_row

TURNS = [
    ("Ada Moor", "03", "The quay cost the town 4 million.\nIt opened in May."),
    ("Bo Lund", "09", "Twelve of our boats sank there."),
    ("Ada Moor", "21", "The guild counted two."),
]
ROWS = [
    ("Ada Moor", "The quay cost the town 4 million."),
    ("Ada Moor", "It opened in May."),
    ("Bo Lund", "Twelve of our boats sank there."),
    ("Ada Moor", "The guild counted two."),
]


@each_row(
    "stamp",
    [
        "{name} ({time}):",
        "{name} - 00:{time}",
        "{name} — 12/03/2024 09:{time}",
        "{name} — Today at 9:{time} AM",
        "{name}  9:{time} AM",
        "{name}  [9:{time} AM]",
        "{name}, [12.03.24 09:{time}]",
        "{name}, [12 Mar 2024 at 09:{time}]",
        "{name} (00:{time}.211)",
        "{name}: 00:00:{time}",
        "**{name}:** 00:00:{time}",
        "0:{time} - {name}",
        "0:{time} - {name} (Vale Post)",
        "[00:00:{time}.40] - {name}",
        "00:{time} {name}",
        "[9:{time} AM] {name}",
        "[{name}] 09:{time}",
        "00:00:{time}\n{name}",
        "00:00:{time}.120 --> 00:00:{time}.900\n{name}",
        "00:00:{time}:12 - 00:00:{time}:22\n{name}",
        "{name}\n0:{time}",
        "{name} 0 minutes {time} seconds\n0:{time}",
        "00:00:{time} From {name} to Everyone:",
    ],
)
@each_row("gap", ["\n\n", "\n"])
def test_a_line_with_a_name_and_a_time_names_the_speaker_below(rows, stamp, gap):
    times = {time: f"0:{time}" if stamp.startswith("{name} ({time})") else time for _, time, _ in TURNS}
    text = gap.join(f"{stamp.format(name=name, time=times[time])}\n{words}" for name, time, words in TURNS)
    assert [(row.speaker, row.text) for row in rows(text)] == ROWS


@each_row(
    "stamp",
    [
        "{name}   0:{time}",
        "{name} (Vale Port)   0:{time}",
        "{name} 00:00:{time}",
        "{name}\n0 minutes {time} seconds\n0:{time}",
        "{name} 0 minutes {time} seconds\n0:{time}",
    ],
)
@pytest.mark.parametrize("other", ["Bo Lund", "Ed Moor", "Jo M. Ó Moor", "Jo van der Moor"])
def test_a_surname_before_the_first_name_is_put_behind_it(rows, stamp, other):
    """As a company's directory has its people. Two of one surname made all that they said the outlet's."""
    directory = {
        "Ada Moor": "Moor, Ada",
        "Bo Lund": "Lund, Bo",
        "Ed Moor": "Moor, Ed",
        "Jo M. Ó Moor": "Ó Moor, Jo M.",
        "Jo van der Moor": "van der Moor, Jo",
    }
    turns = [(other if name == "Bo Lund" else name, time, words) for name, time, words in TURNS]
    text = "\n\n".join(
        f"{stamp.format(name=directory[name], time=time)}\n{words}" for name, time, words in turns
    )
    found = rows(text)
    assert [row.speaker for row in found] == ["Ada Moor", "Ada Moor", other, "Ada Moor"]
    assert all(text[row.start : row.end] == row.text for row in found)


@each_row(
    ("stamp", "speaker"),
    [
        ("Jan van der Berg   0:14", "Jan van der Berg"),
        ("unknown speaker   0:14", "outlet"),
        ("Lund, Bo, Jr.   0:14", "outlet"),
        ("MOOR, ADA   0:14", "outlet"),
    ],
)
def test_words_below_a_time_beside_no_readable_name_are_not_of_the_speaker_before(rows, stamp, speaker):
    """They were filed as what the speaker before had said."""
    text = (
        f"Ada Moor   0:03\nRents rose by a fifth in Vale in 2021.\n\n{stamp}\nThe port lost 400 jobs in 2020.\n\n"
        "Bo Lund   0:30\nWages fell by a tenth in Vale in 2022."
    )
    assert [row.speaker for row in rows(text)] == ["Ada Moor", speaker, "Bo Lund"]


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        (("Moor, Labour", "Lund, Labour"), "a party"),
        (("Moor, Mayor", "Lund, Ada"), "an office"),
        (("Moor, Economist", "Lund, Ada"), "an occupation"),
        (("Moor, BBC", "Lund, ITV"), "broadcasters"),
        (("Moor, Ada", "Chair, Bo Lund"), "an office before a name"),
    ],
)
def test_what_else_follows_a_surname_is_no_first_name(rows, others, reason):
    text = "\n\n".join(f"{others[name == 'Bo Lund']}   0:{time}\n{words}" for name, time, words in TURNS)
    turned = {" ".join(reversed(other.split(", "))) for other in others}
    assert not [row.speaker for row in rows(text) if row.speaker in turned], reason


@each_row(
    "label",
    [
        "{name}: (0:{time}) ",
        "{name}: [00:00:{time}] ",
        "{name} [00:00:{time}] ",
        "**{name}:** [00:00:{time}] ",
        "{name}:\n[00:00:{time}] ",
        "[12/03/2024 9:{time}] {name}: ",
        "[2024-03-12 09:{time}] {name}: ",
        "2024-03-12, 09:{time} - {name}: ",
        "3/12/24, 9:{time} AM - {name}: ",
        "[3/12/24, 9:41:{time} AM] {name}: ",
        "[9:{time}, 12/03/2024] {name}: ",
        "[9:{time} AM, 3/12/2024] {name}: ",
        "00:00:{time}\t From {name} : ",
        "00:00:{time}\t{name}:\t",
        "00:00:{time}\t From  {name} to Everyone : ",
        "00:00:{time} {name} To Everyone: ",
        "00:00:{time} >> {name}: ",
    ],
)
def test_a_time_may_precede_or_follow_a_label(rows, label):
    text = "\n".join(label.format(name=name, time=time) + words for name, time, words in TURNS)
    assert [(row.speaker, row.text) for row in rows(text)] == ROWS


@pytest.mark.parametrize("form", ["[{voice}]: ", "[00:00:00.000 --> 00:00:04.000]  {voice}: "])
def test_voices_numbered_by_a_program_are_speakers(rows, form):
    turns = [("SPEAKER_00", "The quay cost 4 million."), ("SPEAKER_01", "Twelve boats sank there.")]
    text = "\n".join(form.format(voice=voice) + words for voice, words in turns)
    assert [(row.speaker, row.text) for row in rows(text)] == turns


def test_turns_run_together_are_separated_at_their_times(rows):
    text = (
        "President Moor: (00:00) The quay cost 4 million. President Moor: (00:21) It opened in May and- Speaker 2: (00:47) Two boats sank."
        " President Moor: (00:52) That was in June."
    )
    assert [(row.speaker, row.text) for row in rows(text)] == [
        ("Moor", "The quay cost 4 million."),
        ("Moor", "It opened in May and-"),
        ("Speaker 2", "Two boats sank."),
        ("Moor", "That was in June."),
    ]


def test_single_words_are_names_beside_times_to_the_second(rows):
    text = "Ada: 00:00:12\n\nThe quay cost 4 million.\n\nBo: 00:01:10\n\nIt opened in May.\n\nAda: 00:01:40\n\nTwelve boats sank."
    assert [row.speaker for row in rows(text)] == ["Ada", "Bo", "Ada"]


def test_one_time_out_of_order_does_not_spoil_a_transcript(rows):
    seconds = [*range(3, 50, 5), 47, 51]
    text = "\n\n".join(
        f"{name} 00:{time:02}\nThe quay cost {time} million."
        for time, name in zip(seconds, ["Ada Moor", "Bo Lund"] * 6, strict=True)
    )
    assert {row.speaker for row in rows(text)} == {"Ada Moor", "Bo Lund"}


def test_times_with_single_digit_seconds_and_fractions_are_read(rows):
    text = (
        "0:0:3.120 --> 0:0:7.45\nAda Moor\nThe quay cost 4 million.\n\n0:0:8.0 --> 0:0:9.900\nBo Lund\nTwelve boats sank.\n\n"
        "0:1:2.900 --> 0:1:10.1\nAda Moor\nIt opened in May."
    )
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "Bo Lund", "Ada Moor"]


@each_row("end", ["[00:00:{time}]", "[00:00:{time}][4.1]", "[00:00:{time}.50]"])
def test_the_end_time_of_a_turn_is_not_part_of_a_row(rows, end):
    text = "\n\n".join(
        f"{name} [00:00:{time}] {words} {end.format(time=time)}" for name, time, words in TURNS
    )
    assert [(row.speaker, row.text) for row in rows(text)] == ROWS


def test_an_emoji_message_takes_no_words_from_the_next_message(rows):
    text = "00:00:03 From Ada Moor: 👍\n00:00:08 From Bo Lund: The quay cost 4 million.\n00:00:19 From Ada Moor: It sank."
    assert [(row.speaker, row.text) for row in rows(text)] == [
        ("Bo Lund", "The quay cost 4 million."),
        ("Ada Moor", "It sank."),
    ]


def test_a_single_speaker_from_the_start_of_a_recording_is_recognised(rows):
    text = "Ada Moor: 00:00:05\nThe quay cost 4 million.\n\nAda Moor: 00:01:10\nIt opened in May."
    assert {row.speaker for row in rows(text)} == {"Ada Moor"}


def test_turns_without_full_stops_keep_their_speakers(rows):
    text = "".join(
        f"{name} 00:0{minute}:14\nso the quay cost us four million and it opened in May and twelve boats were lost there\n\n"
        for minute, name in enumerate(["Ada Moor", "Bo Lund", "Ada Moor"], start=2)
    )
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "Bo Lund", "Ada Moor"]


def test_surnames_in_capitals_are_speakers_beside_a_full_name(rows):
    text = (
        "00:00 ADA MOOR\n\nThe quay cost 4 million.\n\n01:40 LUND\n\nTwelve boats sank.\n\n02:05 MOOR\n\nThe guild counted two."
        "\n\n02:30 LUND\n\nIt counted twice."
    )
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "Lund", "Ada Moor", "Lund"]


def test_participants_of_a_chat_may_have_any_kind_of_name(rows):
    messages = [
        ("ada moor", "The quay cost 4 million."),
        ("+44 7700 900123", "It cost 6."),
        ("~ Tess", "It did not."),
        ("Mum 🌊", "It has 40 boats."),
    ]
    text = "".join(
        f"[12.03.24, 09:1{number}:02] {name}: {words}\n" for number, (name, words) in enumerate(messages)
    )
    text += "[12.03.24, 09:15:02] ada moor: <Media omitted>\n[12.03.24, 09:16:02] ada moor: image omitted\n"
    text += "[12.03.24, 09:17:02] ada moor: IMG-20240312-WA0001.jpg (file attached)\n"
    text += "[12.03.24, 09:18:02] ada moor: <attached: 00000012-PHOTO-2024-03-12-21-06-40.jpg>\n"
    text += "[12.03.24, 09:19:02] Quay group: Messages and calls are end-to-end encrypted.\n"
    text += "[12.03.24, 09:20:02] Mum 🌊: imagen omitida\n[12.03.24, 09:21:02] Mum 🌊: <Médias omis>\n"
    assert [(row.speaker, row.text) for row in rows(text)] == [
        (name.removeprefix("~ ").removesuffix(" 🌊"), words) for name, words in messages
    ]


def test_a_phone_in_spanish_writes_the_half_of_the_day_with_spaces(rows):
    text = "3/4/24, 9:15\u202fa.\u202fm. - Tío Beto: El muelle costó 4 millones.\n3/4/24, 2:03 p. m. - Lupita: Costó 6 millones.\n"
    assert [row.speaker for row in rows(text)] == ["Tío Beto", "Lupita"]


def test_reactions_of_an_audience_are_not_rows_after_two_spaces(rows):
    text = (
        "THE MAYOR:  Thank you.  (Applause.)  The quay cost 4 million. [LAUGHTER]\n\n"
        "THE MAYOR:  Twelve boats sank.  (Laughter and applause.)\n\nTHE MAYOR: It has 40 berths."
    )
    assert [row.text for row in rows(text)] == [
        "The quay cost 4 million.",
        "Twelve boats sank.",
        "It has 40 berths.",
    ]


def test_system_messages_of_a_messenger_are_not_rows(rows):
    text = (
        "12/03/2024, 09:14 - Messages and calls are end-to-end encrypted. Tap to learn how.\n"
        "12/03/2024, 09:14 - Ada Moor: The quay cost 4 million.\n12/03/2024, 09:15 - Bo Lund: Twelve boats sank."
    )
    assert [row.speaker for row in rows(text)] == ["Ada Moor", "Bo Lund"]


@each_row(
    ("text", "reason"),
    [
        (
            "10:00 Opening Session\nThe mayor opens the fair.\n\n11:30 Harbour Walk\nA guide shows the quay.\n\n13:00 Lunch Break\nThe hall is shut.",
            "a programme",
        ),
        (
            "Ada Moor, 10:00 AM\nThe mayor opens the fair.\n\nBo Lund, 11:30 AM\nThe cook shows his knives.",
            "a programme with names that do not recur",
        ),
        (
            "Leeds Hull (15:00)\nThe home side lost 4 games.\n\nVale Ashby (17:30)\nBoth sides won in May.",
            "fixtures",
        ),
        (
            "9:02am Ada Moor\nThe port lost 40 boats.\n\n9:40am Bo Lund\nThe gates opened at noon.\n\n10:15am Ada Moor\nIt has 12 quays.",
            "a live page, the oldest entry first",
        ),
        (
            "Main Street, 9:12 a.m.\nA man stole 4 bicycles.\n\nRiver Road, 10:05 a.m.\nA car hit a fence.\n\nMain Street, 11:40 a.m.\nTwo men fought.",
            "the log of a police station",
        ),
        (
            "08:46 North Tower\nIt burned for 102 minutes.\n\n09:03 South Tower\nIt burned for 56 minutes.\n\n10:28 North Tower\nIt fell.",
            "a chronicle",
        ),
        (
            "Ada Moor 13:40\nThe port lost 40 boats.\n\nBo Lund 13:20\nThe gates opened at noon.",
            "a live page",
        ),
        (
            "10:15 Norbridge\nThe bridge was shut.\n\n10:40 Ashby\nThe bridge opened again.",
            "places on a live page",
        ),
    ],
)
def test_a_lookalike_of_a_stamp_is_not_a_speaker(rows, text):
    assert {row.speaker for row in rows(text)} == {"outlet"}
