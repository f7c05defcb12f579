import pytest

from claimtrack.core.extract import DEFAULT_THRESHOLD, FEATURES, Sentence, score
from claimtrack.core.model import Kind

CHECKABLE = "Unemployment rose by 3 percent since 2019, more than in any other country."
TALK = "Well, thank you, I think that is a very good question."


def test_figures_and_comparisons_outrank_talk():
    assert score(CHECKABLE)[0] > DEFAULT_THRESHOLD > score(TALK)[0]


def test_each_reason_carries_its_points():
    assert f"a percentage or a share: +{FEATURES['percentage'].points}" in score(CHECKABLE)[1]
    assert f"an opinion: {FEATURES['opinion'].points}" in score(TALK)[1]


def test_a_desk_may_weigh_features_otherwise():
    base, _ = score(TALK)
    raised, reasons = score(TALK, {"opinion": 40})
    assert raised > base
    assert "an opinion: +40" in reasons
    assert not any("opinion" in reason for reason in score(TALK, {"opinion": 0})[1])


def test_the_score_stays_within_0_and_1():
    assert 0 <= score("")[0] <= score(CHECKABLE * 5, {"figure": 10_000})[0] <= 1


def test_a_reported_plan_is_not_checkable_yet():
    plan = "The council will spend 3 million on 40 schools."
    assert (
        score(Sentence(plan, Kind.OUTLET))[0]
        < score(Sentence(plan.replace("will spend", "spent"), Kind.OUTLET))[0]
    )


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda f: f.name)
def test_a_feature_gives_a_reason_a_reporter_can_read(feature):
    assert feature.reason
    assert feature.reason[-1] != "."
    assert isinstance(feature.points, int)
    assert feature.points != 0


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("percentage", "A third of all bridges are closed."),
        ("sum_of_money", "It cost £14m to build."),
        ("share_of", "One in six pupils was absent."),
        ("superlative", "It is the oldest bridge of all."),
        ("comparison", "It is longer than the other."),
        ("unique", "It is the worst storm in history."),
        ("change", "Wages fell again."),
        ("when", "It was built two years ago."),
        ("reported", "It was so according to the audit."),
        ("legislation", "He voted against it."),
        ("somebody_did", "They closed it at once."),
        ("perfect", "They have closed it at once."),
        ("future", "They will close it soon."),
        ("future", "It is expected to close soon."),
        ("need", "We need to close it."),
        ("question", "Is it closed?"),
        ("truth", "That is simply false."),
        ("names", "At noon Ada Moor met Tom Ashby."),
        ("rhetoric", "The American people want it."),
        ("rate", "The average fell."),
        ("about_them", "But they closed it."),
        ("endless", "word " * 50),
        ("no_comment", "The ministry declined to comment."),
        ("reaction", "Critics condemned the plan."),
        ("supposition", "But if it closes, we leave."),
        ("intention", "We are prepared to close it."),
    ],
)
def test_a_feature_sees_what_it_is_named_for(name, sentence):
    assert FEATURES[name].test(Sentence(sentence, Kind.OUTLET))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        pytest.param("superlative", "The forest and its guests have an interest.", id="words in -est"),
        pytest.param("past_tense", "We need more speed indeed.", id="words in -ed"),
        pytest.param("talk", "The response took 31 minutes.", id="a debate's words in news"),
    ],
)
def test_a_feature_is_not_taken_in_by(name, sentence):
    assert not FEATURES[name].test(Sentence(sentence, Kind.OUTLET))


def test_a_feature_may_ask_for_words_of_its_own():
    sentence = Sentence("The bridge was closed.")
    assert sentence.has(frozenset({"bridge", "tunnel"}))
    assert not sentence.has(frozenset({"tunnel"}))
    assert sentence.count(frozenset({"bridge", "closed", "tunnel"})) == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("reaction", "The union denounced the decision."),
        ("reaction", "The union called on the mayor to resign."),
        ("mere_reaction", "She apologised for the delay."),
        ("advice", "The charity recommends a check every five years."),
        ("mood", "Residents were furious."),
        ("verdict", 'The union called the vote "a stunt".'),
        ("part_quotation", "The rest was 'tied up in paperwork'."),
        ("hinge", "Not everyone is against the scheme."),
        ("about_the_text", "They spoke on condition of anonymity."),
        ("no_comment", "He did not give a name."),
        ("reported_plan", "The council meets on Thursday to discuss the bridge."),
        ("reported_plan", "The final report is due in November."),
    ],
)
def test_what_a_newspaper_says_of_reactions_and_of_itself_speaks_against_checking(name, sentence):
    feature = FEATURES[name]
    assert feature.points < 0
    assert feature.test(Sentence(sentence, Kind.OUTLET))
    assert not feature.test(Sentence("The bridge was closed in 2019.", Kind.OUTLET))
    assert not feature.test(Sentence(sentence, Kind.DIRECT))


def test_a_reported_prospect_is_less_checkable_than_what_was_done():
    prospect = Sentence("the company would close 35 stores", Kind.INDIRECT)
    assert score(prospect)[0] < score(Sentence("the company closed 35 stores", Kind.INDIRECT))[0]


def test_plans_that_were_dropped_are_no_plan():
    assert not Sentence("The minister dropped plans to close the bridge.", Kind.OUTLET).is_plan


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("own_deed", "We closed the bridge."),
        ("own_stand", "I never supported the toll."),
        ("own_office", "My administration built it."),
        ("their_stand", "He wants a toll on it."),
        ("backing", "She favours the toll."),
        ("record", "Look at his record."),
        ("failing", "He failed to mend it."),
        ("not_done", "He didn't mend it."),
        ("under_way", "They are still mending it."),
        ("up_or_down", "The toll has gone down."),
        ("first_time", "It froze for the first time."),
        ("fact", "That is a fact."),
        ("exact", "It cost 4,200 crowns."),
        ("year", "It opened in 1984."),
        ("stretch", "I stayed for eight years."),
        ("trading", "Exports use the bridge."),
        ("cover", "Insurance pays for the bridge."),
        ("migration", "Migrants cross the bridge."),
        ("donations", "Lobbyists like the bridge."),
        ("relief", "Grants paid for the bridge."),
        ("wish", "I want a bridge."),
        ("promise", "We would mend it."),
        ("obligation", "They have to mend it."),
        ("let_me", "Let us mend it."),
        ("stage", "The next question is for you."),
        ("loose", "A lot of things happened."),
        ("career", "I grew up by the bridge."),
    ],
)
def test_a_feature_of_debates_sees_what_it_is_named_for(name, sentence):
    assert FEATURES[name].test(Sentence(sentence))
    assert not FEATURES[name].test(Sentence("The bridge is old."))


@pytest.mark.parametrize("name", ["own_deed", "year", "stretch", "stage", "career", "obligation"])
def test_what_tells_talk_from_fact_in_a_debate_says_nothing_of_news_prose(name):
    prose = "We must question why, after eight years of my life, it served 1984 motorists when we closed it."
    assert FEATURES[name].test(Sentence(prose))
    assert not FEATURES[name].test(Sentence(prose, Kind.OUTLET))


def test_an_adverb_may_stand_between_a_speaker_and_his_stand():
    sentence = Sentence("I never supported the toll.")
    assert sentence.follows(frozenset({"i"}), frozenset({"supported"}))
    assert not sentence.follows(frozenset({"i"}), frozenset({"toll"}))


def test_a_stretch_of_the_past_is_a_figure_unless_it_is_the_speaker_s_own():
    stretch = FEATURES["stretch"].test
    assert stretch(Sentence("I was mayor for eight years."))
    assert stretch(Sentence("There are 26 days to go."))
    assert not stretch(Sentence("The bridge was closed for eight years."))


@pytest.mark.parametrize(
    ("name", "kind", "sentence", "other"),
    [
        ("of_oneself", Kind.INDIRECT, "he had crossed the bridge twice", "the bridge had closed twice"),
        (
            "somebodys_own",
            Kind.OUTLET,
            "Her office overlooks the bridge.",
            "The office overlooks her bridge.",
        ),
        ("kin", Kind.OUTLET, "The mayor brought his daughter.", "The mayor brought his report."),
        ("scene", Kind.OUTLET, "She smiled under a grey sky.", "The firm paid a smiling minister."),
        ("scene", Kind.OUTLET, "He shrugged.", "The government shrugged."),
        ("sourcing", Kind.OUTLET, "Two diplomats confirmed that.", "Two diplomats confirmed 3 deaths."),
        ("imprint", Kind.OUTLET, "Ada Moor contributed to this report.", "Rain contributed to this flood."),
        ("imprint", Kind.OUTLET, "Copyright © 2025 The Ledger.", "Copyright law changed."),
        ("document", Kind.OUTLET, "The report came out late.", "The bridge came out late."),
        ("no_news", Kind.OUTLET, "They went further.", "They went to seven banks."),
        ("not_so", Kind.OUTLET, "It is not clear.", "It is not 40 miles long."),
        ("day_to_come", Kind.OUTLET, "The bridge opens on Tuesday.", "The bridge opened on Tuesday."),
        ("asking", Kind.OUTLET, "Asked why, he left.", "He left."),
        ("vow", Kind.INDIRECT, "the mayor vowed a new bridge", "the mayor built a new bridge"),
        ("demand", Kind.OUTLET, "The union demanded a bridge.", "The union has a bridge."),
        ("attitude", Kind.OUTLET, "The mayor insisted on a bridge.", "The mayor has a bridge."),
        ("retold", Kind.INDIRECT, "the mayor had said it in June", "the mayor had built it in June"),
    ],
)
def test_colour_private_life_and_talk_in_news_speak_against_checking(name, kind, sentence, other):
    feature = FEATURES[name]
    assert feature.points < 0
    assert feature.test(Sentence(sentence, kind))
    assert not feature.test(Sentence(other, kind))
    assert not feature.test(Sentence(sentence))


@pytest.mark.parametrize(
    ("name", "sentence", "other"),
    [
        ("denial", "the firm denied that anybody was hurt", "the firm denied it"),
        ("denial", "The firm denies having broken the law.", "The firm denies the claim."),
        ("able", "the board cannot dismiss a mayor", "the board dismissed a mayor"),
        ("reported_past", "the bridge was shut", "the bridge stays open"),
    ],
)
def test_what_is_denied_allowed_or_past_in_reported_words_can_be_looked_up(name, sentence, other):
    feature = FEATURES[name]
    assert feature.points > 0
    assert feature.test(Sentence(sentence, Kind.INDIRECT))
    assert not feature.test(Sentence(other, Kind.INDIRECT))
    assert not feature.test(Sentence(sentence))


def test_a_speaker_s_mind_is_nothing_to_check_unless_it_weighs():
    mind = FEATURES["mind"].test
    assert mind(Sentence("They just feel lost."))
    assert not mind(Sentence("They want 40 bridges."))
    assert not mind(Sentence("They want lower taxes."))
    assert not mind(Sentence("They just feel lost.", Kind.INDIRECT))


@pytest.mark.parametrize(
    ("fact", "telling"),
    [
        ("the bridge had been shut for a month", "she had been awake for a month"),
        ("The firm denied that it had paid the mayor.", "The firm denied it."),
        ("The council closed the bridge.", "The council promised to close the bridge."),
    ],
)
def test_news_ranks_a_fact_before_its_telling(fact, telling):
    assert score(Sentence(fact, Kind.INDIRECT))[0] > DEFAULT_THRESHOLD
    assert score(Sentence(telling, Kind.INDIRECT))[0] < DEFAULT_THRESHOLD
