"""Whether a sentence asserts a claim, calls it false or asks about it."""

from claimtrack.core.desk.framing import calls_claim_false, framing
from claimtrack.core.model import Framing
from tests.tables import each_row

# The claim is put into {}.
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
    "Brandt is wrong to say that {}.",
    "The mayor was mistaken when he said {}.",
    "Brandt is wrong in claiming that {}.",
    '"{}," Brandt said, but the police figures show otherwise.',
    '"{}," Brandt said, although records kept by the court tell a different story.',
    "{}, Brandt said; the statistics office says the opposite.",
    "Brandt says {}, contrary to the official figures.",
    "Brandt says {}, when in fact two hundred counties are worse.",
    "Brandt says {}, but it is not.",
    '"{}," Brandt said, which it isn’t.',
    "The Evening Post rated it false that {}.",
    "Two papers have called it a myth that {}.",
    "Our desk found it to be largely untrue that {}.",
    "We rated the claim that {} false.",
    "In May the Evening Post judged Brandt's statement that {} as mostly false.",
    'We rated the viral claim "{}" misleading on Tuesday.',
    "{} — false.",
    '"{}" – this is fake news.',
    '"{}," they say, but that is rubbish.',
    "There is nothing in the rumour that {}.",
    "{} (FALSE)",
]
ASKED = ["{}?", "Is it true that “{}”?", "Do you believe that {}?", "(Really, {}?)", "“{}?”"]
ASSERTED = [
    "{}.",
    '"{}," Brandt said.',
    # Denying that the claim is false is not calling it false.
    'Brandt denied that his claim that "{}" is false.',
    "It is no myth that {}.",
    "It was wrong to doubt that {}.",
    "Nobody says that Brandt was wrong to say that {}.",
    'It is not false that "{}".',
    'Nobody has shown that the claim that "{}" is wrong.',
    '"{}," Brandt said, and that was never debunked.',
    '"{}," Brandt said, and nobody has called it false.',
    'The council asked whether the claim that "{}" is false.',
    'Brandt\'s claim that "{}" is true, and there is no evidence against it.',
    "The Evening Post never rated it false that {}.",
    "We have not rated the claim that {} false.",
    "We rated the claim that {} true.",
    # Neither another opinion nor a further fact calls it false.
    '"{}," Brandt said, but the mayor says otherwise.',
    '"{}," Brandt said, and in fact it is rising.',
    '"{}," Brandt said, but it was not clear to whom.',
    "Nobody believed that {}, although figures showed otherwise at the time.",
    # Something else is false.
    '"{}," Brandt said, and the mayor was wrong.',
    '"{}," Brandt said, and it is wrong to deny it.',
    '"{}," said the man who had lost his false teeth.',
    "He called the mayor a liar: {}.",
    # Questions that take the claim for granted or ask something else.
    "Did you know that {}?",
    "Why is it that {}?",
    '"{}," Brandt said, so what will the council do?',
]
CLAIM = "our murder rate is the third highest in the state"


@each_row(
    ("written", "expected"),
    [(row, kind) for kind, rows in
     ((Framing.CALLED_FALSE, CALLED_FALSE), (Framing.ASKED, ASKED), (Framing.ASSERTED, ASSERTED)) for row in rows],
)  # fmt: skip
def test_a_sentence_asserts_a_claim_calls_it_false_or_asks_about_it(written, expected):
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
    ("That is wrong: they rose by 3 percent.", Framing.CALLED_FALSE),
    ("That is wrong - they rose by 3 percent.", Framing.CALLED_FALSE),
    ("That is wrong-headed.", Framing.ASSERTED),
    ("He was wrong.", Framing.CALLED_FALSE),
    ("But she is plainly mistaken about that, police figures show.", Framing.CALLED_FALSE),
    ("They got it wrong.", Framing.CALLED_FALSE),
    ("Brandt was lying.", Framing.CALLED_FALSE),
    ("He wasn't telling the truth.", Framing.CALLED_FALSE),
    ("Not true.", Framing.CALLED_FALSE),
    ("False.", Framing.CALLED_FALSE),
    ("Verdict: False.", Framing.CALLED_FALSE),
    ("Our rating: mostly false.", Framing.CALLED_FALSE),
    ("The verdict is: not true.", Framing.CALLED_FALSE),
    ("\n\nVerdict: Pants on fire.", Framing.CALLED_FALSE),
    ("This claim does not hold up.", Framing.CALLED_FALSE),
    ("The police figures say otherwise.", Framing.CALLED_FALSE),
    ("Official data contradict this.", Framing.CALLED_FALSE),
    ("That has no basis in fact.", Framing.CALLED_FALSE),
    ("That is wrong\n\nMore rain is due.", Framing.CALLED_FALSE),
    ("Verdict: False\n\nMore rain is due.", Framing.CALLED_FALSE),
    ("False\n\nMore rain is due.", Framing.CALLED_FALSE),
    ("\n\nOur verdict: false\n\nMore rain is due.", Framing.CALLED_FALSE),
    ("\n\nAda Moor\n\nThe verdict: Mostly false\n\nRents fell.", Framing.CALLED_FALSE),
    ("\n\nAda Moor\n\nThe verdict: True\n\nRents rose.", Framing.ASSERTED),
    ("\n\nAda Moor\n\nBo Lund\n\nThe verdict: False", Framing.ASSERTED),
    ("\n\nThat is wrong.\n\nMore rain is due.", Framing.CALLED_FALSE),
    ("\n\nThat is wrong.", Framing.CALLED_FALSE),
    ("That is wrong\nin a wrapped line", Framing.ASSERTED),
    ("\nFalse\nMore rain is due.", Framing.CALLED_FALSE),
    ("\nNot true", Framing.CALLED_FALSE),
    ("\nFalse alarms are\nrare.", Framing.ASSERTED),
    ("\n\nThat is wrong. So is the mayor.", Framing.ASSERTED),
    ("\n\nThat is wrong of him.", Framing.ASSERTED),
    ("\n\nHe was wrong.", Framing.ASSERTED),
    ("He was right.", Framing.ASSERTED),
    ("He was not wrong.", Framing.ASSERTED),
    ("He was wrong to resign.", Framing.ASSERTED),
    ("He was wrong about the harbour.", Framing.ASSERTED),
    ("He lied about his age.", Framing.ASSERTED),
    ("Was he wrong?", Framing.ASSERTED),
    ("Lund was wrong.", Framing.ASSERTED),
    ("False alarms are rare.", Framing.ASSERTED),
    ("Verdict: True.", Framing.ASSERTED),
    ("Verdict: not false.", Framing.ASSERTED),
    ("The police figures say so, too.", Framing.ASSERTED),
    ("The mayor is wrong.", Framing.ASSERTED),
    ("It rained. That is false.", Framing.ASSERTED),
]


@each_row(("following", "expected"), NEXT)
def test_the_next_sentence_may_call_a_claim_false(following, expected):
    sentence = f'"{CLAIM}," Brandt said.'
    assert framing(sentence, 1, 1 + len(CLAIM), f" {following}") is expected


FELL = "unemployment in Lenn fell to 4.1 percent in 2024, the lowest rate since 1974"
NO_HOME = "the council did not build a single home in four years"
DENIED = [
    (FELL, "It did not.", True),
    (FELL, "But it hasn’t.", True),
    (FELL, "No, it did not.", True),
    (FELL, "That never happened.", True),
    (FELL, "In fact, it rose by 4 percent.", True),
    (FELL, "In reality it went up.", True),
    (FELL, "It actually rose.", True),
    (FELL, "Actually, the rate was 6 percent.", True),
    (FELL, "The true figure is 5.3 percent.", True),
    (FELL, "In fact, it did not even fall.", True),
    (FELL, "The opposite is true.", True),
    (FELL, "The statistics office says otherwise.", True),
    (FELL, "Records kept by the town show the opposite.", True),
    # Further facts, facts about a part or another time, and facts about something else.
    (FELL, "In fact, it fell to its lowest for 40 years.", False),
    (FELL, "In fact, it has fallen for ten quarters.", False),
    (FELL, "In fact, in the north it rose by 9 percent.", False),
    (FELL, "In fact, wages rose, too.", False),
    (FELL, "In fact, it is still 4.1 percent.", False),
    (FELL, "It rose to 5 percent in 2025.", False),
    (FELL, "It did.", False),
    (FELL, "It did not stop there.", False),
    (FELL, "It did not rain.", False),
    (FELL, "The opposite is true of Tarn.", False),
    (FELL, "The union says otherwise.", False),
    (FELL, "\n\nIt did not.", False),
    # If the claim itself is negative, the same words confirm it, and their opposites deny it.
    (NO_HOME, "It did not.", False),
    (NO_HOME, "It did.", True),
    (NO_HOME, "In fact, it built 40 homes.", True),
    (NO_HOME, "In fact, it sold the last plot.", False),
]


@each_row(("claim", "following", "denied"), DENIED)
def test_the_next_sentence_may_deny_a_claim_by_its_content(claim, following, denied):
    sentence = f"Bell says {claim}."
    expected = Framing.CALLED_FALSE if denied else Framing.ASSERTED
    assert framing(sentence, 10, 10 + len(claim), f" {following}") is expected


def test_a_claim_phrased_as_a_question_is_asked():
    asked = "Is our murder rate the third highest in the state?"
    assert framing(asked, 0, len(asked)) is Framing.ASKED


@each_row(
    ("words", "expected"),
    [
        (f"It is not true that {CLAIM}.", True),
        (f"There is no evidence that {CLAIM}.", True),
        (f"It is false to say {CLAIM}.", True),
        (f"The claim has been debunked: {CLAIM}.", True),
        (f"False: {CLAIM}.", True),
        (f"It is not wrong that {CLAIM}.", False),
        (f"It is true that {CLAIM}.", False),
        (f"Brandt is wrong to say that {CLAIM}.", True),
        (f"The Evening Post rated it false that {CLAIM}.", True),
        (f"We rated the claim that {CLAIM} false.", True),
        (f"Last year we judged his statement that {CLAIM} as mostly untrue.", True),
        (f"We rated the claim that {CLAIM} true.", False),
        (f"We have not rated the claim that {CLAIM} false.", False),
        ("He said that the alarm was false.", False),
        (f"The claim that {CLAIM} is a lie.", True),
        (f"The story that {CLAIM} was made up.", True),
        (f"Rumours that {CLAIM} are baseless.", True),
        (f"There is nothing to the rumour that {CLAIM}.", True),
        (f"A hoax has it that {CLAIM}.", True),
        (f"Nobody has shown that {CLAIM}.", True),
        (f"Police have debunked the tale of how {CLAIM}.", True),
        (f"It is said that {CLAIM}, which is untrue.", True),
        (f"They say {CLAIM} – but that's fake news.", True),
        (f"The claim that {CLAIM} is true.", False),
        (f"The claim that {CLAIM} is not false.", False),
        (f"Nobody says the claim that {CLAIM} is false.", False),
        (f"He asked whether the story that {CLAIM} was made up.", False),
        (f"There is something to the rumour that {CLAIM}.", False),
        (f"It is said that {CLAIM}, which is not wrong.", False),
        (f"{CLAIM}: false", True),
        (f"{CLAIM}: not false", False),
        ("Rents rose.", False),
    ],
)
def test_a_sentence_may_call_its_own_content_false(words, expected):
    assert calls_claim_false(words) is expected


def test_words_that_deny_any_claim_deny_a_negative_one():
    sentence = f"Bell says {NO_HOME}, contrary to the records of the town."
    assert framing(sentence, 10, 10 + len(NO_HOME), "") is Framing.CALLED_FALSE
