"""Checking a draft against the desk: which sentences repeat a claim, how they frame it, and whether it is rated false."""

import pytest

from claimtrack.core.desk.verdicts import is_false
from claimtrack.core.model import Article, Framing, Judgement, OnDuplicate, Suggestion
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.checking import check_draft
from claimtrack.workflow.matching import judging
from claimtrack.workflow.matching.matching import index_pending_claims
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.setup import name_desk
from tests.tables import each_row

KNOWN = "Unemployment in the capital fell by 12 percent in the last two years"
REWORDED = "In the last two years unemployment in the capital fell by 12 per cent."


def check(db, text):
    return list(check_draft(db, Article(text=text)))


@pytest.fixture
def known_id(desk):
    return add_claim(
        desk, NewClaim(KNOWN, "Ada Miller", "https://news.example/1", "2024-04-22"), actor="ada"
    ).claim_id


@each_row(
    "draft",
    [
        f"{KNOWN}.",
        REWORDED,
        # The same claim by another speaker.
        f"“{KNOWN},” said Bo Li on Monday.",
        f"The mayor opened the bridge.\n\n{KNOWN}.\n\nIt rained.",
    ],
)
def test_a_sentence_that_states_a_known_claim_is_found(desk, known_id, draft):
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.suggestion) == (known_id, Suggestion.DUPLICATE)
    assert (repeat.appearances, repeat.last_seen) == (1, "2024-04-22")
    assert draft[repeat.start : repeat.end] == repeat.sentence


@pytest.mark.parametrize(
    ("filed", "draft"),
    [
        ("The mayor did not pay his taxes", "The mayor didn't pay his taxes."),
        ("Unemployment fell to 4% in March", "Unemployment fell to four per cent in March."),
    ],
)
def test_a_short_sentence_with_another_spelling_is_a_repeat(desk, filed, draft):
    add_claim(desk, NewClaim(filed), actor="ada")
    [repeat] = check(desk, draft)
    assert repeat.suggestion is Suggestion.DUPLICATE


def test_a_reworded_claim_is_found_with_the_help_of_its_speaker(desk):
    filed = "“We have created 400,000 new jobs since I took office,” said Prime Minister Tomas Verhoek."
    jobs = add_claim(desk, NewClaim(filed), actor="ada").claim_id
    [repeat] = check(
        desk, "PM Verhoek boasts that 0.4m extra people are in work because of jobs made on his watch."
    )
    assert (repeat.claim_id, repeat.suggestion) == (jobs, Suggestion.RELATED)
    assert repeat.sentence.startswith("PM Verhoek")


FRAMINGS = [
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


@each_row(("draft", "expected"), FRAMINGS)
def test_a_draft_asserts_denies_or_questions_the_claim_it_repeats(desk, known_id, draft, expected):
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.framing) == (known_id, expected)


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
def test_a_claim_after_an_emphatic_opening_is_asserted(desk, known_id, opening):
    draft = f"It rained. {opening} {KNOWN.lower()}."
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.suggestion, repeat.framing) == (
        known_id,
        Suggestion.DUPLICATE,
        Framing.ASSERTED,
    )
    assert draft[repeat.start : repeat.end] == repeat.sentence == f"{opening} {KNOWN.lower()}."


def test_an_indirect_question_does_not_repeat_the_claim(desk, known_id):
    [repeat] = check(desk, f"Bo Li asked whether it is true that {KNOWN.lower()}.")
    assert repeat.suggestion is not Suggestion.DUPLICATE


def test_repeating_a_denial_that_is_a_claim_itself_is_a_repeat(desk):
    """The denial itself is what was rated."""
    words = f"It is not true that {KNOWN.lower()}"
    add_claim(desk, NewClaim(words), actor="ada")
    [repeat] = check(desk, f"{words}.")
    assert (repeat.suggestion, repeat.framing) == (Suggestion.DUPLICATE, Framing.ASSERTED)


def test_a_sentence_with_a_changed_fact_is_a_conflict_that_says_what_differs(desk, known_id):
    [repeat] = check(desk, KNOWN.replace("12", "42") + ".")
    assert repeat.suggestion is Suggestion.CONFLICT
    assert "42" in repeat.differences[0]
    assert not repeat.is_false_claim_again


def test_equally_close_conflicts_are_each_reported_unless_they_differ_in_the_same_fact(desk, known_id):
    """Of a claim by several speakers, one is enough."""
    other_id = add_claim(desk, NewClaim(KNOWN.replace("12", "21")), actor="ada").claim_id
    add_claim(desk, NewClaim(KNOWN, "Bob Rae"), on_duplicate=OnDuplicate.NEW, actor="ada")
    index_pending_claims(desk)  # now 12 is less rare than 21, which changes the scores a little
    repeats = check(desk, KNOWN.replace("12", "42") + ".")
    assert {repeat.claim_id for repeat in repeats} == {known_id, other_id}
    assert [repeat.suggestion for repeat in repeats] == [Suggestion.CONFLICT] * 2
    assert {repeat.differences for repeat in repeats} == {
        ("differs: 42 percent / 12 percent",),
        ("differs: 42 percent / 21 percent",),
    }
    assert check(desk, f"{KNOWN}.")[0].suggestion is Suggestion.DUPLICATE


def test_a_conflict_is_reported_rather_than_a_vaguely_similar_claim(desk):
    first = add_claim(desk, NewClaim("Wages in the north rose by ten percent in March"), actor="ada").claim_id
    add_claim(desk, NewClaim("Pay up north went up in March by a tenth"), actor="ada")
    [repeat] = check(desk, "Wages in the north rose by 11 percent in March.")
    assert (repeat.claim_id, repeat.suggestion) == (first, Suggestion.CONFLICT)


def test_a_conflict_does_not_hide_a_claim_that_is_all_but_the_same(desk):
    for text in ("The hospital lost 45 nurses last year.", "The hospital has lost 54 nurses last year"):
        add_claim(desk, NewClaim(text), actor="ada")
    conflict, related = check(desk, "The hospital lost 54 nurses last year.")
    assert (conflict.claim_id, conflict.suggestion) == (1, Suggestion.CONFLICT)
    assert (related.claim_id, related.suggestion) == (2, Suggestion.RELATED)


def test_a_similar_sentence_is_reported_as_related_rather_than_duplicate(desk, known_id):
    [repeat] = check(desk, "In the capital, unemployment fell faster than in the two years before.")
    assert (repeat.claim_id, repeat.suggestion) == (known_id, Suggestion.RELATED)
    assert repeat.score >= 0.5


@each_row("draft", ["", "   \n\n ", "The mayor opened a bridge.", "🌉", "大桥今天开放。", "\0"])
def test_a_draft_that_repeats_no_claim_gives_no_result(desk, known_id, draft):
    assert check(desk, draft) == []


# The claim on the desk, the draft, and the expected suggestion.
SHORT_SENTENCES = [
    # One common word dominates the score of two short sentences, and a draft has dozens of these.
    ("It was a complete mess", "What a mess this is.", None),
    ("That was his explanation", "Nobody had an explanation.", None),
    ("There is no problem that cannot be solved", "The plastic problem is not solved.", None),
    # A changed fact in a short claim is what a fact-checker looks for ...
    ("Wages rose by 11 percent", "Wages rose by 12 percent.", Suggestion.CONFLICT),
    ("Prices fell", "Prices never fell.", Suggestion.CONFLICT),
    ("Inflation is at 4.2 percent", "Inflation is at 5.2 percent.", Suggestion.CONFLICT),
    ("The debt is 400 million euros", "The debt is 300 million euros.", Suggestion.CONFLICT),
    ("Rents have doubled", "Rents have tripled.", Suggestion.CONFLICT),
    ("The bill passed", "The bill failed.", Suggestion.CONFLICT),
    # ... unless too little is left to say what it is about.
    ("He resigned on Monday", "He resigned on Friday.", None),
    ("That is not true", "That is true.", None),
    ("The signals were missed", "The money isn't missing.", None),
    ("Nobody knows", "Now we know.", None),
    ("The deficit is 40 percent", "Turnout was 41 percent.", None),
    # A rewording with synonyms that has only the topic word in common with the claim is found, too.
    (
        "The price of insulin has tripled in ten years",
        "Insulin now costs three times what it did a decade ago.",
        Suggestion.DUPLICATE,
    ),
]


@pytest.mark.parametrize(
    ("filed", "draft", "expected"), SHORT_SENTENCES, ids=[row[1] for row in SHORT_SENTENCES]
)
def test_short_sentences_are_reported_for_changed_facts_but_not_common_words(desk, filed, draft, expected):
    add_claim(desk, NewClaim(filed), actor="ada")
    assert [repeat.suggestion for repeat in check(desk, draft)] == ([expected] if expected else [])


def test_a_claim_filed_with_its_attribution_is_found(desk):
    """The sentence must be compared with "the governor of the northern province said ...", as the claim was filed."""
    filed = "The governor of the northern province said before parliament on Friday that rents in all towns fell again"
    claim_id = add_claim(desk, NewClaim(filed), actor="ada").claim_id
    [repeat] = check(desk, f"It rained. {filed}. It rained again.")
    assert (repeat.claim_id, repeat.suggestion, repeat.sentence.rstrip(".")) == (
        claim_id,
        Suggestion.DUPLICATE,
        filed,
    )


def test_a_sentence_that_contains_two_claims_is_reported_once(desk, known_id):
    draft = f"“{KNOWN},” said Bo Li, and “we will go on.”"
    assert [repeat.claim_id for repeat in check(desk, draft)] == [known_id]


BILLS = "Household bills in the capital rose by 9 percent last year"
JOINED = [
    # Each half is a claim of the desk.
    (f"{KNOWN}, and {BILLS.lower()}.", {KNOWN: Suggestion.DUPLICATE, BILLS: Suggestion.DUPLICATE}),
    # One half repeats a claim, the other changes a fact.
    (
        f"{KNOWN}; household bills in the capital rose by 19 percent last year.",
        {KNOWN: Suggestion.DUPLICATE, BILLS: Suggestion.CONFLICT},
    ),
    # Only the second half is known.
    (f"The mayor opened a bridge on Monday, but {KNOWN.lower()}.", {KNOWN: Suggestion.DUPLICATE}),
]


@each_row(("draft", "expected"), JOINED)
def test_two_claims_joined_in_a_sentence_are_both_looked_up(desk, known_id, draft, expected):
    add_claim(desk, NewClaim(BILLS), actor="ada")
    found = check(desk, draft)
    assert {one.text: one.suggestion for one in found} == expected
    assert all(draft[one.start : one.end] == one.sentence for one in found)


def test_words_joined_in_a_claim_are_not_two_claims(desk):
    joined = "Rents and wages in the capital rose by 12 percent and by 9 percent last year"
    joined_id = add_claim(desk, NewClaim(joined), actor="ada").claim_id
    [repeat] = check(desk, f"{joined}.")
    assert (repeat.claim_id, repeat.sentence) == (joined_id, f"{joined}.")


@each_row(
    ("draft", "expected"),
    [
        (f"It is not true that the mayor has built a bridge and that {KNOWN.lower()}.", Framing.CALLED_FALSE),
        (
            f"It is not true that the mayor has built a bridge, and that {KNOWN.lower()}.",
            Framing.CALLED_FALSE,
        ),
        (f"It is not true that the mayor has built a bridge and {KNOWN.lower()}.", Framing.CALLED_FALSE),
        (f"Fact check: {KNOWN} and wages in the north rose a lot — false.", Framing.CALLED_FALSE),
        (
            f"It is not true that wages rose, but rents in the north fell and {KNOWN.lower()}.",
            Framing.ASSERTED,
        ),
        # Only the first half is denied.
        (f"It is not true that the mayor has built a bridge, but {KNOWN.lower()}.", Framing.ASSERTED),
    ],
)
def test_a_joined_claim_is_called_false_if_the_denial_extends_to_it(desk, known_id, draft, expected):
    [repeat] = check(desk, draft)
    assert (repeat.claim_id, repeat.framing) == (known_id, expected)


def test_a_question_asks_about_each_claim_that_it_joins(desk, known_id):
    add_claim(desk, NewClaim(BILLS), actor="ada")
    found = check(desk, f"Is it true that {KNOWN.lower()}, and that {BILLS.lower()}?")
    assert [one.framing for one in found] == [Framing.ASKED] * 2
    found = check(desk, f"{KNOWN}, but do you know by how much {BILLS.lower()}?")
    assert found[0].framing is Framing.ASSERTED


@each_row(
    "draft",
    [
        f"Bo Li denied that the mayor has built a bridge and that {KNOWN.lower()}.",
        f"Bo Li never said that the mayor has built a bridge and that {KNOWN.lower()}.",
        f"Bo Li didn’t say that the mayor has built a bridge and that {KNOWN.lower()}.",
        f"Bo Li asked whether the mayor has built a bridge and {KNOWN.lower()}.",
        f"If the mayor has built a bridge and {KNOWN.lower()}, he will win.",
    ],
)
def test_a_claim_that_is_joined_to_one_denied_asked_or_supposed_is_no_repeat(desk, known_id, draft):
    assert Suggestion.DUPLICATE not in [repeat.suggestion for repeat in check(desk, draft)]


def test_a_repeat_names_the_line_of_its_sentence(desk, known_id):
    [repeat] = check(desk, f"The mayor opened the bridge.\n\n\nOn Friday. {KNOWN}.")
    assert repeat.line == 4


def test_checking_a_draft_writes_nothing(desk, known_id):
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
def rated_desk(desk, known_id):
    """A desk with a three-step scale: 1 false, 2 mixed, 3 true."""
    desk.execute("insert into rating_scales (name, worst, best) values ('Three', 1, 3)")
    desk.execute(
        "insert into ratings (scale_id, name, position, value) values (1, 'Wrong', 3, 1), (1, 'Mixed', 2, 2), (1, 'Right', 1, 3)"
    )
    return desk


@pytest.mark.parametrize(("rating", "expected"), [("Wrong", True), ("Mixed", False), ("Right", False)])
def test_a_claim_rated_below_the_middle_of_its_scale_is_a_false_claim(rated_desk, known_id, rating, expected):
    rate(rated_desk, known_id, rating, "Three")
    [repeat] = check(rated_desk, REWORDED)
    assert (repeat.rating, repeat.rated_false, repeat.is_false_claim_again) == (rating, expected, expected)


def test_claims_judged_the_same_share_a_rating(rated_desk, known_id):
    other = add_claim(rated_desk, NewClaim("Joblessness is down"), actor="ada").claim_id
    judging.judge(rated_desk, known_id, other, Judgement.SAME, actor="ada")
    rate(rated_desk, other, "Wrong", "Three")
    [repeat] = check(rated_desk, REWORDED)
    assert (repeat.claim_id, repeat.rating, repeat.rated_false) == (known_id, "Wrong", True)


@pytest.fixture
def ids_by_speaker(rated_desk, known_id):
    """Files the known claim's text for each of these speakers; returns the ids of the known claim and of these."""

    def ids_by_speaker(*names):
        new = [NewClaim(KNOWN, name, "https://news.example/2") for name in names]
        return [known_id, *(add_claim(rated_desk, claim, actor="ada").claim_id for claim in new)]

    return ids_by_speaker


@pytest.mark.parametrize("index", [0, 1, 7])
def test_a_repeat_gets_the_rating_given_to_any_speaker_of_the_same_words(rated_desk, ids_by_speaker, index):
    ids = ids_by_speaker("Bob Rae", "Ann Lee", "Bo Li", "Cy Ono", "Di Paz", "Ed Qui", "Flo Roth")
    assert len({*ids}) == 8
    rate(rated_desk, ids[index], "Wrong", "Three")
    [repeat] = check(rated_desk, f"{KNOWN}.")
    assert (repeat.claim_id, repeat.is_false_claim_again) == (ids[index], True)


def test_a_rewording_gets_the_rating_given_to_another_speaker(rated_desk, ids_by_speaker):
    _, other = ids_by_speaker("Bob Rae")
    rate(rated_desk, other, "Wrong", "Three")
    [repeat] = check(rated_desk, REWORDED)
    assert (repeat.claim_id, repeat.is_false_claim_again) == (other, True)


VARIANT = KNOWN.replace("12 percent", "21 percent")


def test_an_unrated_repeat_does_not_hide_a_rated_conflict(rated_desk, known_id):
    rate(rated_desk, known_id, "Wrong", "Three")
    copy = add_claim(rated_desk, NewClaim(VARIANT), actor="ada").claim_id
    results = [
        (repeat.claim_id, repeat.suggestion, repeat.rating) for repeat in check(rated_desk, f"{VARIANT}.")
    ]
    assert results == [(copy, Suggestion.DUPLICATE, None), (known_id, Suggestion.CONFLICT, "Wrong")]
    assert not any(repeat.is_false_claim_again for repeat in check(rated_desk, f"{VARIANT}."))


def test_unrated_repeats_by_many_speakers_do_not_hide_a_rated_conflict(rated_desk, known_id):
    rate(rated_desk, known_id, "Wrong", "Three")
    for name in ("Bob Rae", "Ann Lee", "Bo Li", "Cy Ono", "Di Paz", "Ed Qui", "Flo Roth"):
        add_claim(rated_desk, NewClaim(VARIANT, name, "https://news.example/2"), actor="ada")
    assert [repeat.rating for repeat in check(rated_desk, f"{VARIANT}.")] == [None, "Wrong"]


def test_an_unrated_conflict_does_not_hide_a_rated_one(rated_desk, known_id):
    rate(rated_desk, known_id, "Right", "Three")
    add_claim(rated_desk, NewClaim(VARIANT), actor="ada")
    results = check(rated_desk, KNOWN.replace("12 percent", "9 percent") + ".")
    assert {repeat.suggestion for repeat in results} == {Suggestion.CONFLICT}
    assert [repeat.rating for repeat in results if repeat.rating] == ["Right"]


def publish(db, claim_id):
    review_id = reviewing.draft(
        db, claim_id, actor="ada", rating="Right", url="https://desk.example/2", reviewed_on="2024-05-01"
    )
    reviewing.submit(db, review_id, actor="ada")
    reviewing.approve(db, review_id, actor="ben")
    reviewing.publish(db, review_id, actor="ada")


def test_another_publishers_verdict_on_a_conflict_does_not_hide_ours(rated_desk, known_id):
    rate(rated_desk, known_id, "Wrong", "Three")
    ours = add_claim(
        rated_desk, NewClaim("Unemployment in the capital fell by 12 percent"), actor="ada"
    ).claim_id
    name_desk(rated_desk, "Our desk", actor="ada")
    publish(rated_desk, ours)
    results = check(rated_desk, VARIANT + ".")
    assert [(one.claim_id, one.rating, one.rated_by) for one in results] == [
        (known_id, "Wrong", "Another desk"),
        (ours, "Right", None),
    ]


def test_a_repeat_that_another_publisher_rated_is_reported_without_our_conflict(rated_desk, known_id):
    rate(rated_desk, known_id, "Wrong", "Three")
    name_desk(rated_desk, "Our desk", actor="ada")
    publish(rated_desk, add_claim(rated_desk, NewClaim(VARIANT), actor="ada").claim_id)
    assert [repeat.claim_id for repeat in check(rated_desk, f"{KNOWN}.")] == [known_id]


def test_a_rated_repeat_is_reported_without_conflicts(rated_desk, known_id):
    other = add_claim(rated_desk, NewClaim(VARIANT), actor="ada").claim_id
    rate(rated_desk, known_id, "Right", "Three")
    rate(rated_desk, other, "Wrong", "Three")
    assert [repeat.claim_id for repeat in check(rated_desk, f"{KNOWN}.")] == [known_id]


def test_the_false_rating_is_reported_when_the_same_words_have_two(rated_desk, ids_by_speaker):
    first, other = ids_by_speaker("Bob Rae")
    rate(rated_desk, first, "Right", "Three")
    rate(rated_desk, other, "Wrong", "Three")
    [repeat] = check(rated_desk, f"{KNOWN}.")
    assert (repeat.claim_id, repeat.rating) == (other, "Wrong")


def test_of_the_same_words_those_of_the_speaker_whom_the_draft_names_are_reported_and_a_rating_with_them(
    rated_desk, ids_by_speaker
):
    first, _, last = ids_by_speaker("Bob Rae", "Cy Ono")
    draft = f"{KNOWN}, Cy Ono said."
    assert [repeat.claim_id for repeat in check(rated_desk, draft)] == [last]
    rate(rated_desk, first, "Wrong", "Three")
    assert [(repeat.claim_id, repeat.rating) for repeat in check(rated_desk, draft)] == [
        (last, None),
        (first, "Wrong"),
    ]
    rate(rated_desk, last, "Right", "Three")
    assert [repeat.claim_id for repeat in check(rated_desk, draft)] == [last]
    assert [repeat.claim_id for repeat in check(rated_desk, f"{VARIANT}, said Cy Ono.")] == [last]


def test_the_rating_of_the_exact_words_is_reported_before_that_of_a_rewording(rated_desk, known_id):
    other = add_claim(rated_desk, NewClaim(REWORDED), actor="ada").claim_id
    assert other != known_id
    rate(rated_desk, known_id, "Right", "Three")
    rate(rated_desk, other, "Wrong", "Three")
    assert [repeat.rating for repeat in check(rated_desk, f"{KNOWN}. {REWORDED}")] == ["Right", "Wrong"]


@each_row(
    ("rating", "value", "worst", "best", "expected"),
    [
        # The shipped six-step scale: half true is above the middle, mostly false below.
        ("Mostly false", 3, 1, 6, True),
        ("Half true", 4, 1, 6, False),
        # The shipped four-step scale.
        ("Mostly false", 2, 1, 4, True),
        ("Mostly true", 3, 1, 4, False),
        # A rating without a value.
        ("Unproven", None, 1, 4, False),
        # Another publisher's ratings have no values.
        ("FALSE", None, None, None, True),
        ("Not the whole story", None, None, None, False),
    ],
)
def test_ratings_count_as_false_by_value_or_by_name(rating, value, worst, best, expected):
    assert is_false({"rating": rating, "rating_value": value, "worst": worst, "best": best}) is expected


def test_a_claim_without_a_review_is_not_rated_false():
    assert is_false(None) is False


def test_a_word_hyphenated_at_a_line_end_is_read_as_one_word(desk):
    add_claim(desk, NewClaim("Norbridge built 400 affordable homes in 2023"), actor="ada")
    [repeat] = check(desk, "Norbridge built 400 afford-\nable homes in 2023.")
    assert repeat.suggestion is Suggestion.DUPLICATE
