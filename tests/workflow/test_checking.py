"""A draft against the desk: what counts as a repeat, and what as false."""

import pytest

from claimtrack.core.model import Article, Framing, Judgement, OnDuplicate, Suggestion
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.checking import check_draft, is_false
from claimtrack.workflow.matching import judging
from claimtrack.workflow.matching.matching import index_pending_claims
from tests.tables import each_row

KNOWN = "Unemployment in the capital fell by 12 percent in the last two years"
REWORDED = "In the last two years unemployment in the capital fell by 12 per cent."


def check(db, text):
    return list(check_draft(db, Article(text=text)))


@pytest.fixture
def known(desk):
    return add_claim(
        desk, NewClaim(KNOWN, "Ada Miller", "https://news.example/1", "2024-04-22"), actor="ada"
    ).claim_id


@pytest.mark.parametrize(
    "draft",
    [
        f"{KNOWN}.",
        REWORDED,
        # Said by somebody else, it is the same claim.
        f"“{KNOWN},” said Bo Li on Monday.",
        f"The mayor opened the bridge.\n\n{KNOWN}.\n\nIt rained.",
    ],
)
def test_a_sentence_that_says_a_known_claim_is_found(desk, known, draft):
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.suggestion) == (known, Suggestion.DUPLICATE)
    assert (repeat.times, repeat.last_seen) == (1, "2024-04-22")
    assert draft[repeat.start : repeat.end] == repeat.sentence


@pytest.mark.parametrize(
    ("filed", "draft"),
    [
        ("The mayor did not pay his taxes", "The mayor didn't pay his taxes."),
        ("Unemployment fell to 4% in March", "Unemployment fell to four per cent in March."),
    ],
)
def test_a_short_sentence_that_is_spelt_otherwise_is_a_repeat(desk, filed, draft):
    add_claim(desk, NewClaim(filed), actor="ada")
    [repeat] = check(desk, draft)
    assert repeat.suggestion is Suggestion.DUPLICATE


def test_a_claim_is_found_by_who_says_it_where_the_words_alone_tell_too_little(desk):
    filed = "“We have created 400,000 new jobs since I took office,” said Prime Minister Tomas Verhoek."
    jobs = add_claim(desk, NewClaim(filed), actor="ada").claim_id
    [repeat] = check(
        desk, "PM Verhoek boasts that 0.4m extra people are in work because of jobs made on his watch."
    )
    assert (repeat.claim_id, repeat.suggestion) == (jobs, Suggestion.RELATED)
    assert repeat.sentence.startswith("PM Verhoek")


FRAMED = [
    (f"It is not true that {KNOWN.lower()}.", Framing.CALLED_FALSE),
    (f"The mayor falsely claimed that {KNOWN.lower()}.", Framing.CALLED_FALSE),
    (f"The Evening Post rated it false that {KNOWN.lower()}.", Framing.CALLED_FALSE),
    (f"We rated the claim that {KNOWN.lower()} false.", Framing.CALLED_FALSE),
    (f"“{KNOWN},” the mayor said. That is false.", Framing.CALLED_FALSE),
    (f"“{KNOWN},” the mayor said.\n\nThat is false.", Framing.CALLED_FALSE),
    (f"“{KNOWN},” the mayor said. He was wrong.", Framing.CALLED_FALSE),
    (f"“{KNOWN},” the mayor said. The mayor was wrong.", Framing.CALLED_FALSE),
    (f"“{KNOWN},” the mayor said. The minister was wrong.", Framing.ASSERTED),
    (f"Claim: {KNOWN}. Verdict: False.", Framing.CALLED_FALSE),
    (f"Claim: {KNOWN}.\n\nVerdict: False.", Framing.CALLED_FALSE),
    (f"Claim: {KNOWN}. Verdict: True.", Framing.ASSERTED),
    (f"The mayor is wrong to say that {KNOWN.lower()}.", Framing.CALLED_FALSE),
    (f"Bo Li says that {KNOWN.lower()}. It did not.", Framing.CALLED_FALSE),
    (f"{KNOWN}, Bo Li said. In fact, it rose by 4 percent.", Framing.CALLED_FALSE),
    (f"{KNOWN}, Bo Li said, but official figures show otherwise.", Framing.CALLED_FALSE),
    (f"{KNOWN}, Bo Li said. In fact, it has never fallen faster.", Framing.ASSERTED),
    (f"{KNOWN}?", Framing.ASKED),
    (f"“{KNOWN},” the mayor said.", Framing.ASSERTED),
]


@each_row(("draft", "expected"), FRAMED)
def test_what_a_draft_does_with_a_claim_is_told_however_it_resembles_it(desk, known, draft, expected):
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.framing) == (known, expected)


@pytest.mark.parametrize(
    "opening",
    [
        "There is no doubt that",
        "It is undeniable that",
        "Make no mistake:",
        "As everyone knows,",
        "No one can deny that",
    ],
)
def test_a_claim_is_repeated_behind_words_that_only_vouch_for_it(desk, known, opening):
    draft = f"It rained. {opening} {KNOWN.lower()}."
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.suggestion, repeat.framing) == (
        known,
        Suggestion.DUPLICATE,
        Framing.ASSERTED,
    )
    assert draft[repeat.start : repeat.end] == repeat.sentence == f"{opening} {KNOWN.lower()}."


def test_a_question_whether_it_is_true_does_not_repeat_it(desk, known):
    [repeat] = check(desk, f"Bo Li asked whether it is true that {KNOWN.lower()}.")
    assert repeat.suggestion is not Suggestion.DUPLICATE


def test_a_denial_that_is_on_file_itself_is_repeated_by_the_same_words(desk):
    """Whoever says again that it is false says again what was rated."""
    words = f"It is not true that {KNOWN.lower()}"
    add_claim(desk, NewClaim(words), actor="ada")
    [repeat] = check(desk, f"{words}.")
    assert (repeat.suggestion, repeat.framing) == (Suggestion.DUPLICATE, Framing.ASSERTED)


def test_a_sentence_with_a_fact_changed_is_a_conflict_that_says_what_differs(desk, known):
    [repeat] = check(desk, KNOWN.replace("12", "42") + ".")
    assert repeat.suggestion is Suggestion.CONFLICT
    assert "42" in repeat.differences[0]
    assert not repeat.is_false_claim_again


def test_of_conflicts_equally_good_each_that_differs_in_something_else_is_told(desk, known):
    """The words of many speakers differ in the same: one of them is enough."""
    other = add_claim(desk, NewClaim(KNOWN.replace("12", "21")), actor="ada").claim_id
    add_claim(desk, NewClaim(KNOWN, "Bob Rae"), on_duplicate=OnDuplicate.NEW, actor="ada")
    index_pending_claims(desk)  # now 12 is less rare than 21, which changes the scores a little
    found = check(desk, KNOWN.replace("12", "42") + ".")
    assert {one.claim_id for one in found} == {known, other}
    assert [one.suggestion for one in found] == [Suggestion.CONFLICT] * 2
    assert {one.differences for one in found} == {
        ("differs: 42 percent / 12 percent",),
        ("differs: 42 percent / 21 percent",),
    }
    assert check(desk, f"{KNOWN}.")[0].suggestion is Suggestion.DUPLICATE


def test_a_changed_fact_is_not_hidden_by_a_claim_that_is_vaguely_like_the_sentence(desk):
    first = add_claim(desk, NewClaim("Wages in the north rose by ten percent in March"), actor="ada").claim_id
    add_claim(desk, NewClaim("Pay up north went up in March by a tenth"), actor="ada")
    [repeat] = check(desk, "Wages in the north rose by 11 percent in March.")
    assert (repeat.claim_id, repeat.suggestion) == (first, Suggestion.CONFLICT)


def test_a_sentence_that_is_more_likely_the_same_than_not_is_told_but_no_duplicate(desk, known):
    [repeat] = check(desk, "In the capital, unemployment fell faster than in the two years before.")
    assert (repeat.claim_id, repeat.suggestion) == (known, Suggestion.RELATED)
    assert repeat.score >= 0.5


@pytest.mark.parametrize(
    "draft", ["", "   \n\n ", "The mayor opened a bridge.", "🌉", "大桥今天开放。", "\0"]
)
def test_a_draft_that_repeats_nothing_gives_nothing(desk, known, draft):
    assert check(desk, draft) == []


# The claim on file, what the draft says, and what comes of it.
SHORT = [
    # One word makes the score of two short sentences: a draft has dozens of these, and each would be told.
    ("It was a complete mess", "What a mess this is.", None),
    ("That was his explanation", "Nobody had an explanation.", None),
    ("There is no problem that cannot be solved", "The plastic problem is not solved.", None),
    # A fact changed in a short claim is what a checker looks for ...
    ("Wages rose by 11 percent", "Wages rose by 12 percent.", Suggestion.CONFLICT),
    ("Prices fell", "Prices never fell.", Suggestion.CONFLICT),
    ("Inflation is at 4.2 percent", "Inflation is at 5.2 percent.", Suggestion.CONFLICT),
    ("The debt is 400 million euros", "The debt is 300 million euros.", Suggestion.CONFLICT),
    ("Rents have doubled", "Rents have tripled.", Suggestion.CONFLICT),
    ("The bill passed", "The bill failed.", Suggestion.CONFLICT),
    # ... but not where little is left that tells what it is about.
    ("He resigned on Monday", "He resigned on Friday.", None),
    ("That is not true", "That is true.", None),
    ("The signals were missed", "The money isn't missing.", None),
    ("Nobody knows", "Now we know.", None),
    ("The deficit is 40 percent", "Turnout was 41 percent.", None),
    # ... and so is a rewording that has no word of the claim but what it is about, told by words for the same.
    (
        "The price of insulin has tripled in ten years",
        "Insulin now costs three times what it did a decade ago.",
        Suggestion.DUPLICATE,
    ),
]


@pytest.mark.parametrize(("filed", "draft", "expected"), SHORT, ids=[row[1] for row in SHORT])
def test_a_word_in_common_is_not_told_but_a_changed_fact_is(desk, filed, draft, expected):
    add_claim(desk, NewClaim(filed), actor="ada")
    assert [repeat.suggestion for repeat in check(desk, draft)] == ([expected] if expected else [])


def test_a_claim_on_file_with_its_attribution_is_found_too(desk):
    """Without "the governor of the northern province said ..." too little of the claim on file is left to match."""
    filed = "The governor of the northern province said before parliament on Friday that rents in all towns fell again"
    claim_id = add_claim(desk, NewClaim(filed), actor="ada").claim_id
    [repeat] = check(desk, f"It rained. {filed}. It rained again.")
    assert (repeat.claim_id, repeat.suggestion, repeat.sentence.rstrip(".")) == (
        claim_id,
        Suggestion.DUPLICATE,
        filed,
    )


def test_a_sentence_is_told_once_even_where_it_holds_two_claims(desk, known):
    draft = f"“{KNOWN},” said Bo Li, and “we will go on.”"
    assert [repeat.claim_id for repeat in check(desk, draft)] == [known]


def test_the_line_is_that_of_the_sentence(desk, known):
    [repeat] = check(desk, f"The mayor opened the bridge.\n\n\nOn Friday. {KNOWN}.")
    assert repeat.line == 4


def test_checking_writes_nothing(desk, known):
    before = desk.conn.total_changes
    check(desk, f"{KNOWN}. {KNOWN.replace('12', '42')}.")
    assert desk.conn.total_changes == before


def rate(db, claim_id, rating, scale):
    db.execute("insert into publishers (name) values ('Another desk') on conflict do nothing")
    db.execute(
        "insert into reviews (claim_id, publisher_id, origin, rating_id, url, reviewed_on, status)"
        " select ?, publishers.id, 'imported', ratings.id, 'https://desk.example/1', '2024-05-01', 'published'"
        " from publishers, ratings join rating_scales on rating_scales.id = scale_id"
        " where ratings.name = ? and rating_scales.name = ?",
        [claim_id, rating, scale],
    )


@pytest.fixture
def rated_desk(desk, known):
    """A desk with a three-step scale: 1 false, 2 mixed, 3 true."""
    desk.execute("insert into rating_scales (name, worst, best) values ('Three', 1, 3)")
    desk.execute(
        "insert into ratings (scale_id, name, position, value) values (1, 'Wrong', 3, 1), (1, 'Mixed', 2, 2), (1, 'Right', 1, 3)"
    )
    return desk


@pytest.mark.parametrize(("rating", "expected"), [("Wrong", True), ("Mixed", False), ("Right", False)])
def test_false_is_below_the_middle_of_the_scale(rated_desk, known, rating, expected):
    rate(rated_desk, known, rating, "Three")
    [repeat] = check(rated_desk, REWORDED)
    assert (repeat.rating, repeat.rated_false, repeat.is_false_claim_again) == (rating, expected, expected)


def test_claims_judged_the_same_share_one_verdict(rated_desk, known):
    other = add_claim(rated_desk, NewClaim("Joblessness is down"), actor="ada").claim_id
    judging.judge(rated_desk, known, other, Judgement.SAME, actor="ada")
    rate(rated_desk, other, "Wrong", "Three")
    [repeat] = check(rated_desk, REWORDED)
    assert (repeat.claim_id, repeat.rating, repeat.rated_false) == (known, "Wrong", True)


@pytest.fixture
def as_said_by(rated_desk, known):
    """The ids of the known claim and of its words in the mouths of these people: each is a claim of its own."""

    def as_said_by(*names):
        new = [NewClaim(KNOWN, name, "https://news.example/2") for name in names]
        return [known, *(add_claim(rated_desk, one, actor="ada").claim_id for one in new)]

    return as_said_by


@pytest.mark.parametrize("at", [0, 1, 7])
def test_a_rating_counts_whoever_of_those_who_said_it_it_was_given_to(rated_desk, as_said_by, at):
    ids = as_said_by("Bob Rae", "Ann Lee", "Bo Li", "Cy Ono", "Di Paz", "Ed Qui", "Flo Roth")
    assert len({*ids}) == 8
    rate(rated_desk, ids[at], "Wrong", "Three")
    [repeat] = check(rated_desk, f"{KNOWN}.")
    assert (repeat.claim_id, repeat.is_false_claim_again) == (ids[at], True)


def test_a_rating_of_the_words_that_are_repeated_counts_for_a_rewording_too(rated_desk, as_said_by):
    _, other = as_said_by("Bob Rae")
    rate(rated_desk, other, "Wrong", "Three")
    [repeat] = check(rated_desk, REWORDED)
    assert (repeat.claim_id, repeat.is_false_claim_again) == (other, True)


VARIANT = KNOWN.replace("12 percent", "21 percent")


def test_an_unrated_copy_hides_no_rated_conflict(rated_desk, known):
    rate(rated_desk, known, "Wrong", "Three")
    copy = add_claim(rated_desk, NewClaim(VARIANT), actor="ada").claim_id
    found = [(one.claim_id, one.suggestion, one.rating) for one in check(rated_desk, f"{VARIANT}.")]
    assert found == [(copy, Suggestion.DUPLICATE, None), (known, Suggestion.CONFLICT, "Wrong")]
    assert not any(one.is_false_claim_again for one in check(rated_desk, f"{VARIANT}."))


def test_nor_do_the_copies_of_many_speakers(rated_desk, known):
    rate(rated_desk, known, "Wrong", "Three")
    for name in ("Bob Rae", "Ann Lee", "Bo Li", "Cy Ono", "Di Paz", "Ed Qui", "Flo Roth"):
        add_claim(rated_desk, NewClaim(VARIANT, name, "https://news.example/2"), actor="ada")
    assert [one.rating for one in check(rated_desk, f"{VARIANT}.")] == [None, "Wrong"]


def test_an_unrated_conflict_hides_no_rated_one(rated_desk, known):
    rate(rated_desk, known, "Right", "Three")
    add_claim(rated_desk, NewClaim(VARIANT), actor="ada")
    found = check(rated_desk, KNOWN.replace("12 percent", "9 percent") + ".")
    assert {one.suggestion for one in found} == {Suggestion.CONFLICT}
    assert [one.rating for one in found if one.rating] == ["Right"]


def test_a_rated_repeat_needs_no_other(rated_desk, known):
    other = add_claim(rated_desk, NewClaim(VARIANT), actor="ada").claim_id
    rate(rated_desk, known, "Right", "Three")
    rate(rated_desk, other, "Wrong", "Three")
    assert [one.claim_id for one in check(rated_desk, f"{KNOWN}.")] == [known]


def test_of_two_ratings_of_the_same_words_false_is_told(rated_desk, as_said_by):
    first, other = as_said_by("Bob Rae")
    rate(rated_desk, first, "Right", "Three")
    rate(rated_desk, other, "Wrong", "Three")
    [repeat] = check(rated_desk, f"{KNOWN}.")
    assert (repeat.claim_id, repeat.rating) == (other, "Wrong")


def test_a_rating_of_the_very_words_comes_before_that_of_other_words(rated_desk, known):
    other = add_claim(rated_desk, NewClaim(REWORDED), actor="ada").claim_id
    assert other != known
    rate(rated_desk, known, "Right", "Three")
    rate(rated_desk, other, "Wrong", "Three")
    assert [repeat.rating for repeat in check(rated_desk, f"{KNOWN}. {REWORDED}")] == ["Right", "Wrong"]


@each_row(
    ("rating", "value", "worst", "best", "expected"),
    [
        # The shipped six steps: half true lies above the middle, mostly false below.
        ("Mostly false", 3, 1, 6, True),
        ("Half true", 4, 1, 6, False),
        # The shipped four steps.
        ("Mostly false", 2, 1, 4, True),
        ("Mostly true", 3, 1, 4, False),
        # A label that is not on the scale's line.
        ("Unproven", None, 1, 4, False),
        # Another publisher's labels come without numbers.
        ("FALSE", None, None, None, True),
        ("Not the whole story", None, None, None, False),
    ],
)
def test_which_ratings_are_false(rating, value, worst, best, expected):
    assert is_false({"rating": rating, "rating_value": value, "worst": worst, "best": best}) is expected


def test_a_claim_without_a_review_is_not_rated_false():
    assert is_false(None) is False


def test_a_word_that_the_end_of_a_line_parts_is_one_word(desk):
    add_claim(desk, NewClaim("Norbridge built 400 affordable homes in 2023"), actor="ada")
    [repeat] = check(desk, "Norbridge built 400 afford-\nable homes in 2023.")
    assert repeat.suggestion is Suggestion.DUPLICATE
