"""Labels of unidentified voices, and names that resemble them."""

from claimtrack.core.language.generic_speakers import is_generic_speaker
from tests.tables import each_row


@each_row(
    "label",
    [
        "SPEAKER 2",
        "Speaker_02",
        "speaker B",
        "Caller 1",
        "Witness 14",
        "Participant 3",
        "spk_0",
        "spk09",
        "Unknown Speaker",
        "Unknown Speaker 2",
        "iPhone",
        "IPhone",
        "iPad (2)",
        "Android",
    ],
)
def test_a_label_of_an_unidentified_voice_is_recognised(label):
    assert is_generic_speaker(label)


@each_row(
    "name",
    [
        "Speaker Johnson",
        "the Speaker",
        "Channel 4",
        "Manuel 2",
        "Rhea Moor",
        "Guest",
        "Resident",
        "iPhone von Lea",
        "Unknown",
        "Spk Moor",
        "An unknown speaker",
    ],
)
def test_a_name_is_not_a_label_of_an_unidentified_voice(name):
    assert not is_generic_speaker(name)
