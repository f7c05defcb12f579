"""A claim in a sentence: made, called false, or asked about."""

import pytest

from claimtrack.core.framing import Framing, framing, opens_by_calling_false

# The claim stands in {}; each row says what the sentence does with it.
CALLED_FALSE = [
    'Brandt\'s claim that "{}" is false.',
    "Brandt’s claim that “{}” is simply not true.",
    'The statement "{}" has been debunked.',
    'The statement that "{}" isn\'t true.',
    '"{}" turned out to be mostly false.',
    '"{}," Brandt falsely claimed.',
    '"{}," Brandt said, wrongly.',
    '"{}," Brandt said, but that is wrong.',
    '"{}," Brandt said, a claim that was untrue.',
    '"{}," Brandt said, a false claim.',
    '"{}," Brandt said, which the police have debunked.',
    '"{}," said Brandt, a claim we rated mostly false.',
    '"{}," Brandt said, though there is no evidence of that.',
    "Brandt wrongly said {}.",
    "Brandt falsely claimed at a rally on Monday that {}.",
    "Brandt repeated the false claim that {}.",
    "He spread the debunked rumour that {}.",
    "It is a myth that {}.",
    "There is no evidence that {}.",
    "It is not true that {}.",
    "It's false to say that {}.",
    "It isn’t true that {}.",
    "Police figures disprove the statement that {}.",
    "Mostly false: {}.",
    "{} — false.",
    "{} (FALSE)",
]
ASKED = ["{}?", "Is it true that “{}”?", "Do you believe that {}?", "(Really, {}?)", "“{}?”"]
ASSERTED = [
    "{}.",
    '"{}," Brandt said.',
    # Turned round, it is no denial.
    'Brandt denied that his claim that "{}" is false.',
    "It is no myth that {}.",
    'It is not false that "{}".',
    'Nobody has shown that the claim that "{}" is wrong.',
    '"{}," Brandt said, and that was never debunked.',
    '"{}," Brandt said, and nobody has called it false.',
    'The council asked whether the claim that "{}" is false.',
    'Brandt\'s claim that "{}" is true, and there is no evidence against it.',
    # Something else is false.
    '"{}," Brandt said, and the mayor was wrong.',
    '"{}," Brandt said, and it is wrong to deny it.',
    '"{}," said the man who had lost his false teeth.',
    "He called the mayor a liar: {}.",
    # What takes the claim for granted, and what asks something else.
    "Did you know that {}?",
    "Why is it that {}?",
    '"{}," Brandt said, so what will the council do?',
]
CLAIM = "our murder rate is the third highest in the state"


@pytest.mark.parametrize(
    ("written", "expected"),
    [(row, kind) for kind, rows in
     ((Framing.CALLED_FALSE, CALLED_FALSE), (Framing.ASKED, ASKED), (Framing.ASSERTED, ASSERTED)) for row in rows],
)  # fmt: skip
def test_a_sentence_makes_a_claim_calls_it_false_or_asks(written, expected):
    start = written.index("{}")
    assert framing(written.replace("{}", CLAIM), start, start + len(CLAIM)) is expected


NEXT = [
    ("That is false.", Framing.CALLED_FALSE),
    ("But that isn't true, police figures show.", Framing.CALLED_FALSE),
    ("In fact, the claim is wrong.", Framing.CALLED_FALSE),
    ("We rated it mostly false.", Framing.CALLED_FALSE),
    ("There is no evidence for that.", Framing.CALLED_FALSE),
    ("That is not false.", Framing.ASSERTED),
    ("That is true.", Framing.ASSERTED),
    ("It is wrong to deny it.", Framing.ASSERTED),
    ("It is wrong that we get nothing back.", Framing.ASSERTED),
    ("That is not true of adults.", Framing.ASSERTED),
    ("This is not right: tenants need help.", Framing.ASSERTED),
    ("That is wrong, the institute found.", Framing.CALLED_FALSE),
    ("The mayor is wrong.", Framing.ASSERTED),
    ("It rained. That is false.", Framing.ASSERTED),
]


@pytest.mark.parametrize(("following", "expected"), NEXT)
def test_the_sentence_right_behind_may_call_it_false(following, expected):
    sentence = f'"{CLAIM}," Brandt said.'
    assert framing(sentence, 1, 1 + len(CLAIM), f" {following}") is expected


def test_a_claim_that_is_itself_a_question_is_asked():
    asked = "Is our murder rate the third highest in the state?"
    assert framing(asked, 0, len(asked)) is Framing.ASKED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"It is not true that {CLAIM}.", True),
        (f"There is no evidence that {CLAIM}.", True),
        (f"It is false to say {CLAIM}.", True),
        (f"The claim has been debunked: {CLAIM}.", True),
        (f"False: {CLAIM}.", True),
        (f"It is not wrong that {CLAIM}.", False),
        (f"It is true that {CLAIM}.", False),
        ("Rents rose.", False),
    ],
)
def test_an_opening_calls_false_what_follows(words, expected):
    assert opens_by_calling_false(words) is expected
