"""What makes a sentence worth checking: the features, their points and the score."""

import pytest

from claimtrack.core.extract import DEFAULT_THRESHOLD, FEATURES, Sentence, score
from claimtrack.core.extract.checkworthy import score_together
from claimtrack.core.model import ClaimantKind, Kind
from tests.tables import each_row

CHECKABLE = "Unemployment rose by 3 percent since 2019, more than in any other country."
LONG_WORDS = (
    "seventeen independent warehouses, eleven refrigerated containers and several unlicensed vessels"
    " belonging to overseas shipping companies"
)
TALK = "Well, thank you, I think that is a very good question."


def quoted(text):
    """A sentence of a person that an article quotes."""
    return Sentence(text, Kind.DIRECT, ClaimantKind.PERSON)


def in_news(name, sentence):
    """The sentence in the outlet's own words, or reported or quoted if the feature only applies to those."""
    kinds = FEATURES[name].kinds
    return Sentence(
        sentence,
        next(kind for kind in (Kind.OUTLET, Kind.INDIRECT, Kind.DIRECT) if kind in kinds),
        ClaimantKind.PERSON,
    )


def test_numbers_and_comparisons_outrank_small_talk():
    assert score(CHECKABLE)[0] > DEFAULT_THRESHOLD > score(TALK)[0]


def test_each_reason_states_its_points():
    assert f"{FEATURES['percentage'].reason}: +{FEATURES['percentage'].points}" in score(CHECKABLE)[1]
    assert f"an opinion: {FEATURES['opinion'].points}" in score(TALK)[1]


def test_a_desk_can_change_the_points_of_a_feature():
    base, _ = score(TALK)
    raised, reasons = score(TALK, {"opinion": 40})
    assert raised > base
    assert "an opinion: +40" in reasons
    assert not any("opinion" in reason for reason in score(TALK, {"opinion": 0})[1])


def test_neighbouring_claims_change_the_score_and_are_given_as_a_reason():
    alone, _ = score(dull := "They meet on Fridays in the hall.")
    facts, feelings = quoted(CHECKABLE), quoted(TALK)
    raised, raising_reasons = score_together([facts, facts, Sentence(dull), facts, facts])[2]
    lowered, lowering_reasons = score_together([feelings, feelings, Sentence(dull), feelings, feelings])[2]
    assert lowered < alone < raised
    assert any(reason.startswith("near claims worth checking: +") for reason in raising_reasons)
    assert any(reason.startswith("near claims not worth checking: -") for reason in lowering_reasons)


def test_a_nearer_neighbour_counts_for_more():
    near = score_together([Sentence("So it was."), quoted(CHECKABLE), Sentence("So it was.")])
    far = score_together([Sentence("So it was."), Sentence("So it was."), quoted(CHECKABLE)])
    assert near[0][0] > far[0][0]


def test_a_claim_without_neighbours_keeps_its_own_score():
    assert score_together([Sentence(CHECKABLE)]) == [score(CHECKABLE)]


def test_an_empty_list_of_claims_has_no_scores():
    assert score_together([]) == []


def test_neighbours_never_outweigh_a_claims_own_words():
    around = [quoted(CHECKABLE)] * 2
    assert score_together([*around, quoted(TALK), *around])[2][0] < DEFAULT_THRESHOLD


def test_the_score_stays_between_0_and_1():
    assert 0 <= score("")[0] <= score(CHECKABLE * 5, {"figure": 10_000})[0] <= 1


def test_a_plan_scores_lower_than_the_completed_act():
    plan = "The council will spend 3 million on 40 schools."
    assert (
        score(Sentence(plan, Kind.OUTLET))[0]
        < score(Sentence(plan.replace("will spend", "spent"), Kind.OUTLET))[0]
    )


@each_row("feature", FEATURES.values())
def test_a_feature_has_points_and_a_readable_reason(feature):
    assert feature.reason or feature.name in ("outlet_says", "stated")
    assert feature.reason[-1:] != "."
    assert isinstance(feature.points, int)
    assert feature.points != 0


@each_row(
    ("name", "sentence"),
    [
        ("percentage", "A third of all bridges are closed."),
        ("share_of", "One in six pupils was absent."),
        ("record", "It is the oldest bridge of all."),
        ("comparison", "It is longer than the other."),
        ("record", "It is the worst storm in history."),
        ("change", "Wages fell again."),
        ("when", "It was built two years ago."),
        ("legislation", "He voted against it."),
        ("past_be", "They closed it at once."),
        ("past_be", "They have closed it at once."),
        ("plan", "They will close it soon."),
        ("plan", "It is expected to close soon."),
        ("obligation", "We need to close it."),
        ("question", "Is it closed?"),
        ("at_large", "The American people want it."),
        ("rate", "The average fell."),
        ("rules", "It is banned under the law."),
        ("body", "The ministry closed it."),
        ("expected", "The mayor expected more."),
        ("no_comment", "The ministry declined to comment."),
        ("reaction", "Critics condemned the plan."),
        ("intention", "We are prepared to close it."),
        ("event", "We sold 21 cars."),
        ("event", "He found his keys."),
        ("percentage", "It lost a third of its members."),
        ("share_of", "It was so in nine out of ten towns."),
        ("might", "They may close it in May."),
        ("might", "May I ask for it?"),
        ("might", "THEY MAY CLOSE IT."),
        ("plan", "Will Moor will close it."),
        ("rules", "The permit expired."),
        ("ruling", "The licence allows 40 lorries."),
        ("official_deed", "The council suspended two officers."),
        ("paper", "The ministry was told in writing."),
        ("paper", "The inspection lasted two days."),
        ("paper", "The draft runs to 40 pages."),
        ("workings", "The mill employs 40 people."),
        ("dated", "The bridge closed in March."),
        ("dated", "The bridge closed on 3 Apr this year."),
        ("accusing", "She accused the firm of dumping waste."),
        ("told_to", "Staff were told to leave."),
        ("share_of", "Two of the boats sank."),
        ("share_of", "Half of them left."),
        ("change", "Takings have halved."),
        ("percentage", "Fares have trebled."),
        ("passive", "The wall was rebuilt."),
        ("not_one", "Not a single pump worked."),
        ("kin", "Her mother kept the shop."),
        ("obligation", "The council should apologise."),
        ("commenting", "The firm has been asked for comment."),
        ("intention", "The board is considering a sale."),
        ("loose", "That was too late."),
        ("why", "He explained why it closed."),
        ("who", "Lund, who lives nearby, left."),
        ("person", "At noon she left."),
        ("verdict", 'The plan was "a joke".'),
        ("stated", "The ferry sank."),
        ("accusing", "The owners ignored it."),
        ("accusing", "The owners knew of it in May."),
        ("public_deed", "The bishop resigned."),
        ("rate", "The team weighed 40 eels."),
        ("calls", "She kept the minutes."),
        ("record", "A previous owner left it."),
        ("police", "The trial lasted nine weeks."),
        ("number_word", "The house has eleven nurses."),
        ("when", "They met in May."),
        ("done_by", "Output fell by half."),
        ("afterwards", "The dam broke after the storm."),
        ("told_to", "Staff were told to leave."),
        ("calls", "The minutes of the meeting name him."),
        ("calls", "Nobody answered the calls."),
        ("nature", "Carbon in the atmosphere is at a record."),
        ("police", "Officers failed to call an ambulance."),
        ("reaction", "The judge dismissed the claims as absurd."),
        ("told_to", "They ordered divers to leave."),
        ("record", "It is his third dismissal."),
        ("workings", "It owns both mills."),
        ("workings", "But it sold them."),
        ("not_done", "There was no nurse."),
        ("not_done", "No nurse came."),
        ("not_done", "The form does not ask for it."),
        ("ruling", "Tenants must leave by May."),
        ("ruling", "A mayor may not vote."),
        ("exact", "It sold 2,100 cars."),
        ("praise", "The plan is reckless."),
        ("plan", "We will close it."),
        ("might", "The levy would bring in $4m."),
        ("retold", "She had voted for Moor."),
        ("personal", "Everybody left."),
        ("contraction", "I've been there."),
        ("stressing", "They look at it."),
        ("commenting", "A spokesperson left."),
        ("this", "This surprised villagers."),
        ("turning", "Some left."),
        ("expected", "A hearing is set for May 9."),
        ("at_length", "the mill was shut " * 10),
        ("at_length", f"Under the draft, {LONG_WORDS} are to be inspected."),
        ("at_length", f"The inspectors accuse {LONG_WORDS}."),
        ("outlet_says", "The harbour closed."),
        ("why", "That is why the harbour closed."),
    ],
)
def test_a_feature_detects_what_it_is_named_for(name, sentence):
    assert FEATURES[name].test(in_news(name, sentence))


@each_row(
    ("name", "sentence"),
    [
        pytest.param(
            "expected", "Half of them turned, more than would be expected by chance.", id="a yardstick"
        ),
        pytest.param("record", "The forest and its guests have an interest.", id="words in -est"),
        pytest.param("workings", "It was late.", id="a state"),
        pytest.param("record", "The third quarter was slow.", id="a stretch of time"),
        pytest.param("this", "This year was dry.", id="a time"),
        pytest.param("ruling", "The firm has two pumps.", id="a possessive"),
        pytest.param("aged", "By Sunday, 18,000 homes were dark.", id="a number after a comma"),
        pytest.param("aged", "Of those aged 65 and over, half voted.", id="a group by its age"),
        pytest.param("event", "A way may be found.", id="something still to be found"),
        pytest.param("figurative", "The weather forecast was wrong.", id="a forecast"),
        pytest.param("calls", "He waited for nine minutes.", id="minutes that pass"),
        pytest.param("calls", "She calls it a mistake.", id="a label that somebody uses"),
        pytest.param("press", "Police may press charges.", id="charges"),
        pytest.param("press", "He left that post in May.", id="an office"),
        pytest.param("ruling", "The boat may yet sink.", id="a possibility"),
        pytest.param("told_to", "Guests are asked to call the desk.", id="a request to readers"),
        pytest.param("police", "Officers are appealing for witnesses.", id="an appeal to readers"),
        pytest.param("figurative", "He was held on suspicion of theft.", id="a suspicion of crime"),
        pytest.param("figurative", "The judge rejected their appeal.", id="an appeal in court"),
        pytest.param("figurative", "The pill lowers blood pressure.", id="blood pressure"),
        pytest.param("figurative", "The van left the road at Moor.", id="a real road"),
        pytest.param("figurative", "The mayor will step down in May.", id="a resignation"),
        pytest.param("abstract", "The judge dismissed the case.", id="a case in court"),
        pytest.param("abstract", "He died of a heart attack.", id="a heart attack"),
        pytest.param("nature", "The atmosphere in the hall was calm.", id="a mood in a hall"),
        pytest.param("nature", "ICE held four men.", id="an agency's name"),
        pytest.param("reaction", "The court dismissed the case.", id="a court decision"),
        pytest.param("reaction", "The captain was dismissed.", id="a dismissal"),
        pytest.param("record", "She had lived in the country.", id="a country without ranks"),
        pytest.param("not_done", "The form does ask for it.", id='an emphatic "does"'),
        pytest.param("past_tense", "We need more speed indeed.", id="words in -ed"),
        pytest.param("past_tense", "Ms Reed is the mayor.", id="a surname in -ed"),
        pytest.param("up_or_down", "The vote is coming up.", id="nearness is not a rise"),
        pytest.param("plan", "The tower stands to this day.", id="a lasting state is not a plan"),
        pytest.param("record", "A guest met a priest in the midwest.", id="more words in -est"),
        pytest.param("record", "Its history is long.", id="a word that ranks nothing"),
        pytest.param("matter", "We sold 21 cars.", id="a sale is not an attack"),
        pytest.param("matter", "The team was defeated.", id="a defeat is not an attack"),
        pytest.param("event", "It is called Moor.", id="a name is not an act"),
        pytest.param("legislation", "She cast iron.", id="a metal is not a vote"),
        pytest.param("matter", "They lost by one penalty.", id="a game"),
        pytest.param("body", "In general, the walls are white.", id="adjectives"),
        pytest.param("body", "She fed the dog.", id="a verb"),
        pytest.param("percentage", "It was his third trip of the year.", id="an ordinal number"),
        pytest.param("percentage", "Sales fell in the third quarter.", id="a quarter of a year"),
        pytest.param("share_of", "They ran out of the house.", id="out of a place"),
        pytest.param("share_of", "A lawyer wrote on behalf of the city.", id="on behalf of somebody"),
        pytest.param(
            "share_of", "They spoke about each of these issues.", id="all of them, without a number"
        ),
        pytest.param("change", "They outsourced it.", id="neither a rise nor a fall"),
        pytest.param("might", "Rents in May were high.", id="a month"),
        pytest.param("might", "May 4 was cold.", id="a month that comes first"),
        pytest.param("might", "Theresa May left.", id="a name"),
        pytest.param("plan", "Will Moor left.", id="a first name"),
        pytest.param("passive", "They are prepared to leave.", id="an adjective in -ed"),
        pytest.param("why", "The report tells how many left.", id="a number in an indirect question"),
        pytest.param("who", "Those who left were paid.", id="the person meant, not a description"),
        pytest.param("person", "She has been mayor since May.", id='"she" as the subject'),
        pytest.param("share_of", "One kind of fish died.", id="a kind rather than a part"),
        pytest.param("at_length", "The draft was read.", id="a paper in a short sentence"),
        pytest.param("at_length", f"The minister will accuse {LONG_WORDS}.", id="a plan, at whatever length"),
        pytest.param("at_length", "his sister left", id="about nobody else"),
        pytest.param("why", "The list tells how many left.", id="a number given by the outlet"),
    ],
)
def test_a_feature_ignores_lookalikes(name, sentence):
    assert not FEATURES[name].test(in_news(name, sentence))


def test_a_feature_can_look_for_its_own_words():
    sentence = Sentence("The bridge was closed.")
    assert sentence.has(frozenset({"bridge", "tunnel"}))
    assert not sentence.has(frozenset({"tunnel"}))
    assert sentence.count(frozenset({"bridge", "closed", "tunnel"})) == 2


@each_row(
    ("name", "sentence"),
    [
        ("reaction", "The union denounced the decision."),
        ("reaction", "The union called on the mayor to resign."),
        ("feeling", "Residents were furious."),
        ("in_person", "The app lets your phone rest."),
        ("in_person", "The one that I bought was red."),
        ("page", "They spoke on condition of anonymity."),
        ("page", "Ada Moor contributed to this report."),
        ("page", "Copyright © 2025 The Ledger."),
        ("page", "Anyone with information about it is asked to call the police on 101."),
        ("page", "Alternatively, contact Crimestoppers anonymously on 0800 555 111."),
        ("no_comment", "He did not give a name."),
        ("plan", "The council meets on Thursday to discuss the bridge."),
        ("plan", "The final report is due in November."),
    ],
)
def test_reactions_and_self_references_of_the_outlet_lower_the_score(name, sentence):
    feature = FEATURES[name]
    assert feature.points < 0
    assert feature.test(Sentence(sentence, Kind.OUTLET))
    assert not feature.test(Sentence("The bridge was closed in 2019.", Kind.OUTLET))
    assert not feature.test(Sentence(sentence, Kind.DIRECT))


def test_a_reported_prospect_scores_lower_than_a_reported_act():
    prospect = Sentence("the company would close 35 stores", Kind.INDIRECT)
    assert score(prospect)[0] < score(Sentence("the company closed 35 stores", Kind.INDIRECT))[0]


def test_a_dropped_plan_is_not_a_plan():
    assert not Sentence("The minister dropped plans to close the bridge.", Kind.OUTLET).is_plan


@each_row(
    ("name", "sentence"),
    [
        ("own_deed", "We closed the bridge."),
        ("stand", "I never supported the toll."),
        ("stand", "My administration built it."),
        ("stand", "He wants a toll on it."),
        ("stand", "She favours the toll."),
        ("not_done", "He didn't mend it."),
        ("under_way", "They are still mending it."),
        ("up_or_down", "The toll has gone down."),
        ("record", "It froze for the first time."),
        ("fact", "That is a fact."),
        ("exact", "It cost 4,200 crowns."),
        ("matter", "Exports use the bridge."),
        ("cover", "Insurance pays for the bridge."),
        ("intention", "I want a bridge."),
        ("intention", "We would mend it."),
        ("obligation", "They have to mend it."),
        ("obligation", "Let us mend it."),
        ("loose", "The next question is for you."),
        ("loose", "A lot of things happened."),
    ],
)
def test_a_debate_feature_detects_what_it_is_named_for(name, sentence):
    assert FEATURES[name].test(Sentence(sentence))
    assert not FEATURES[name].test(Sentence("The bridge is old."))


def test_a_debate_feature_is_not_applied_to_news_prose():
    prose = "We mended it when we closed it."
    assert FEATURES["own_deed"].test(Sentence(prose))
    assert not FEATURES["own_deed"].test(Sentence(prose, Kind.OUTLET))


def test_an_adverb_may_stand_between_a_pronoun_and_its_verb():
    sentence = Sentence("I never supported the toll.")
    assert sentence.follows(frozenset({"i"}), frozenset({"supported"}))
    assert not sentence.follows(frozenset({"i"}), frozenset({"toll"}))


@each_row(
    ("sentence", "expected"),
    [
        ("I drove the bus for eleven years.", True),
        ("He drove the bus for eleven years.", False),
    ],
)
def test_how_long_the_speaker_did_something_is_detected(sentence, expected):
    assert FEATURES["so_long"].test(quoted(sentence)) is expected


def test_spending_money_is_not_mistaken_for_spending_time():
    assert FEATURES["so_long"].test(Sentence("She spent four days there.", Kind.OUTLET))
    assert not FEATURES["so_long"].test(Sentence("The firm spent $4 million.", Kind.OUTLET))


def test_a_bare_year_in_a_quotation_is_not_a_figure():
    assert not FEATURES["figure"].test(quoted("It opened in 1984."))
    assert FEATURES["figure"].test(quoted("It cost 1984 crowns in 1985, and then 40."))
    assert FEATURES["figure"].test(Sentence("It opened in 1984.", Kind.OUTLET))


def test_at_first_in_a_quotation_is_not_a_record():
    assert not FEATURES["record"].test(quoted("At first they closed it."))
    assert FEATURES["record"].test(quoted("They closed it for the first time."))
    assert FEATURES["record"].test(Sentence("It was the first to close.", Kind.OUTLET))


def test_a_feature_without_a_reason_counts_but_is_not_shown():
    score_, reasons = score(Sentence("The harbour closed.", Kind.OUTLET))
    assert FEATURES["outlet_says"].test(Sentence("The harbour closed.", Kind.OUTLET))
    assert all(reason[0] != ":" for reason in reasons)
    assert score_ > score(Sentence("The harbour closed.", Kind.OUTLET), {"outlet_says": 0})[0]


@each_row(
    ("name", "kind", "sentence", "other"),
    [
        ("of_oneself", Kind.INDIRECT, "he had crossed the bridge twice", "the bridge had closed twice"),
        ("of_oneself", Kind.INDIRECT, "he had heard of the bridge", "he had been told to leave the bridge"),
        ("scene", Kind.OUTLET, "She smiled under a grey sky.", "The firm paid a smiling minister."),
        ("scene", Kind.OUTLET, "He shrugged.", "The government shrugged."),
        ("press", Kind.OUTLET, "Two diplomats confirmed that.", "Two diplomats confirmed 3 deaths."),
        ("demand", Kind.OUTLET, "Asked why, he left.", "He left."),
        ("demand", Kind.OUTLET, "The union demanded a bridge.", "The union has a bridge."),
        ("demand", Kind.OUTLET, "The mayor insisted on a bridge.", "The mayor has a bridge."),
        ("setting", Kind.OUTLET, "Outside the town hall, nobody spoke.", "Nobody spoke."),
        ("aged", Kind.OUTLET, "Ada Moor, 61, likes it.", "A court jailed Ada Moor, 61."),
        ("colour", Kind.OUTLET, "A crowd gathered.", "A firm closed."),
        ("turning", Kind.OUTLET, "The firm tells a different story.", "The firm closed."),
        ("turning", Kind.OUTLET, "Not everyone is against the scheme.", "Everyone is against the scheme."),
        ("person", Kind.INDIRECT, "the flood took his shop", "the flood took the shop"),
        ("personal", Kind.OUTLET, "Nobody spoke.", "The mayor spoke."),
        ("says_nothing", Kind.OUTLET, "The firm has not commented publicly.", "The firm commented."),
        ("retold", Kind.INDIRECT, "the mayor had said it in June", "the mayor had built it in June"),
    ],
)
def test_colour_private_life_and_talk_lower_the_score_of_news(name, kind, sentence, other):
    feature = FEATURES[name]
    assert feature.points < 0
    assert feature.test(Sentence(sentence, kind))
    assert not feature.test(Sentence(other, kind))
    assert not feature.test(Sentence(sentence))


@each_row(
    ("name", "sentence", "other"),
    [
        ("denial", "the firm denied that anybody was hurt", "the firm denied it"),
        ("denial", "The firm denies having broken the law.", "The firm denies the claim."),
        ("workings", "the minutes listed four flaws", "the mayor saw four flaws"),
        ("joint", "the bridge closed and the ferry sank", "the bridge closed"),
        ("cause", "it closed because it leaked", "it closed when it leaked"),
        ("had_been", "the bridge had been closed", "the bridge was closed"),
        ("able", "the board cannot dismiss a mayor", "the board dismissed a mayor"),
    ],
)
def test_reported_denials_permissions_and_past_facts_raise_the_score(name, sentence, other):
    feature = FEATURES[name]
    assert feature.points > 0
    assert feature.test(Sentence(sentence, Kind.INDIRECT))
    assert not feature.test(Sentence(other, Kind.INDIRECT))
    assert not feature.test(Sentence(sentence))


@each_row(
    ("name", "sentence", "other"),
    [
        pytest.param("personal", "We should never have built it.", "They built it.", id="personal"),
        pytest.param("longing", "They want the bridge back.", "They built the bridge.", id="a wish"),
        pytest.param(
            "obligation", "We must close it.", "Clinics must tell patients.", id="a duty rather than a rule"
        ),
        pytest.param("reaction", "We strongly oppose the sale.", "They oppose the sale.", id="a position"),
        pytest.param("intention", "We are working to mend it.", "I work in a mill.", id="an effort"),
        pytest.param("at_large", "It is good for our country.", "It is good for our mill.", id="all of us"),
        pytest.param("figurative", "It is like a zoo.", "It is a zoo.", id="a comparison"),
        pytest.param(
            "this", "So that was in May.", "He left that day.", id="a reference to what went before"
        ),
    ],
)
def test_quoted_wishes_and_duties_lower_the_score(name, sentence, other):
    feature = FEATURES[name]
    assert feature.points < 0
    assert feature.test(quoted(sentence))
    assert not feature.test(quoted(other))


@each_row(
    ("name", "sentence", "other"),
    [
        pytest.param("own_deed", "And then Ada Moor closed it.", "And then somebody closed it.", id="an act"),
        pytest.param(
            "third_person", "He closed the bridge.", "I closed the bridge.", id="about another person"
        ),
        pytest.param("number_word", "Four bridges were closed.", "Some bridges were closed.", id="a number"),
        pytest.param("record", "It was the oldest of them.", "It is the best in the world.", id="a record"),
        pytest.param("we_have_done", "We've built 40 homes.", "We have 40 homes.", id="our record"),
        pytest.param(
            "legislation", "Parliament passed it.", "We support it.", id="a vote rather than a position"
        ),
        pytest.param("cause", "It sank because it leaked.", "It sank.", id="a cause"),
        pytest.param("also", "It also leaks.", "It leaks.", id='"another"'),
        pytest.param("accusing", "They hid it.", "Our efforts have failed.", id="a misdeed"),
        pytest.param("not_done", "There is no ban.", "There is a ban.", id="a negation"),
        pytest.param("not_done", "We don't sell it.", "We don't know it.", id='a negated "we"'),
    ],
)
def test_quoted_facts_about_others_raise_the_score(name, sentence, other):
    feature = FEATURES[name]
    assert feature.points > 0
    assert feature.test(quoted(sentence))
    assert not feature.test(quoted(other))


@each_row(
    ("name", "sentence"),
    [
        ("longing", "They want the bridge back."),
        ("third_person", "He closed the bridge."),
    ],
)
def test_a_quotation_feature_is_not_applied_to_a_debate(name, sentence):
    assert not FEATURES[name].test(Sentence(sentence))


def test_documents_outrank_organisations_and_organisations_outrank_people():
    document, body, person = (
        score(Sentence("the bridge was unsafe", Kind.INDIRECT, source))[0]
        for source in (ClaimantKind.DOCUMENT, ClaimantKind.ORGANISATION, ClaimantKind.PERSON)
    )
    assert document > body > person


@each_row(
    ("fact", "empty_report"),
    [
        ("the bridge had been shut for a month", "she had been awake for a month"),
        ("The firm denied that it had paid the mayor.", "The firm denied it."),
        ("The council closed the bridge.", "The council promised to close the bridge."),
    ],
)
def test_a_checkable_report_is_worth_checking_and_an_uncheckable_one_is_not(fact, empty_report):
    assert score(Sentence(fact, Kind.INDIRECT))[0] > DEFAULT_THRESHOLD
    assert score(Sentence(empty_report, Kind.INDIRECT))[0] < DEFAULT_THRESHOLD


def test_a_feature_does_not_match_words_of_a_neighbouring_class():
    assert not FEATURES["first_person"].test(Sentence("The money came from a bank."))
    assert not FEATURES["praise"].test(Sentence("The rent went up."))


@each_row(
    ("text", "name", "expected"),
    [
        pytest.param(
            "Lund denies the firm made any such request.", "denial", True, id='a clause without "that"'
        ),
        pytest.param(
            "Lund rejected the suggestion that the firm lied.", "denial", True, id="a rejected claim"
        ),
        pytest.param("Lund denied it.", "denial", False, id="nothing in particular"),
        pytest.param("Lund denied any delay.", "denial", True, id="a thing"),
        pytest.param("Lund denied any wrongdoing.", "denial", False, id="a word for anything"),
        pytest.param("Lund denied any delay.", "reaction", False, id="a denial is more than a reaction"),
        pytest.param("Lund led in two counties.", "cause", False, id="a lead in votes"),
        pytest.param("The leak led to a fine.", "cause", True, id="a consequence"),
        pytest.param("Lund is due on Monday.", "cause", False, id="a time of arrival"),
        pytest.param("Lund is due to meet farmers.", "cause", False, id="a future act"),
        pytest.param("The leak was due to frost.", "cause", True, id="a cause"),
        pytest.param("The trial of 5,700 patients ended.", "police", False, id="a trial of a drug"),
        pytest.param("The trial of Ada Moor ended.", "police", True, id="a trial in court"),
        pytest.param("The deputy mayor left.", "police", False, id="a deputy of the town"),
        pytest.param("Lund denied all of the allegations.", "denial", False, id='"all"'),
        pytest.param("At least 31 boats sank.", "record", False, id='"at least"'),
        pytest.param("Lund sold most of the boats.", "record", False, id='"most of"'),
        pytest.param("Lund sold the wheat harvest.", "record", False, id="not a superlative"),
        pytest.param("Fuel prices rose.", "figurative", False, id="fuel that burns"),
        pytest.param("Lund fuels the row.", "figurative", True, id="fuel that does not"),
        pytest.param("The trust was fined.", "abstract", False, id="an organisation called a trust"),
        pytest.param("Lund is known for boats.", "accusing", False, id="a reputation"),
        pytest.param("The firm rejected the allegation.", "bare_denial", True, id="a bare denial"),
        pytest.param("The firm denied that it lied.", "bare_denial", False, id="a denial of something"),
        pytest.param("Analysts were less sanguine.", "turning", True, id="a bare comparison"),
        pytest.param("Boats were more costly than cars.", "turning", False, id="a comparison"),
        pytest.param(
            "Profit fell in the first quarter of 2026.", "percentage", False, id="a quarter of a year"
        ),
        pytest.param("A quarter of the boats sank.", "percentage", True, id="a quarter of something"),
        pytest.param(
            "Lund didn't respond to six letters.", "no_comment", True, id="silence in a contraction"
        ),
        pytest.param(
            "Calls to the firm went unanswered.", "no_comment", True, id="calls that the paper made"
        ),
        pytest.param("Attempts to reach Lund were futile.", "no_comment", True, id="attempts of the paper"),
        pytest.param("Lund did not return a phone message.", "no_comment", True, id="no call back"),
        pytest.param("Attempts to refloat the boat failed.", "no_comment", False, id="attempts at a deed"),
        pytest.param("Efforts to reach a deal failed.", "no_comment", False, id="attempts at a deal"),
        pytest.param(
            "Efforts to get 40 miners out of the pit failed.", "no_comment", False, id="attempts to save"
        ),
        pytest.param(
            "Attempts to contact the owner in 2019 failed.", "no_comment", False, id="another's attempts"
        ),
        pytest.param(
            "Efforts to obtain a statement failed.", "no_comment", True, id="attempts to get an answer"
        ),
        pytest.param(
            "Her calls for help went unanswered and a man died.", "no_comment", False, id="calls for a deed"
        ),
        pytest.param(
            "Calls to the crisis line went unanswered.", "no_comment", False, id="calls to a help line"
        ),
        pytest.param(
            "More than 40 emergency calls went unanswered.", "no_comment", False, id="emergency calls"
        ),
        pytest.param(
            "Calls to the ambulance service were not answered.", "no_comment", False, id="calls for help"
        ),
    ],
)
def test_a_feature_distinguishes_matches_from_lookalikes(text, name, expected):
    assert FEATURES[name].test(Sentence(text, Kind.OUTLET)) is expected


def test_is_to_appear_is_a_plan_but_is_to_blame_is_not():
    assert Sentence("The auditor is to appear before the board.", Kind.OUTLET).is_plan
    assert not Sentence("The auditor is to blame for the gap.", Kind.OUTLET).is_plan


@each_row(
    ("name", "kind", "fact", "other"),
    [
        pytest.param("reaction", Kind.OUTLET, "The ministry has appealed.", "The ministry appealed for calm.", id="a court"),
        pytest.param(
            "reaction", Kind.OUTLET, "The firm appealed against the fine.", "The firm appealed to drivers to wait.", id="a fine"
        ),
        pytest.param(
            "reaction", Kind.OUTLET, "Moor appealed to the Supreme Court.", "Moor appealed to the crowd to go home.", id="a named court"
        ),
        pytest.param("retold", Kind.INDIRECT, "staff had been told to move boats", "Moor wrote and told staff to move boats", id="an addressee"),
        pytest.param("retold", Kind.INDIRECT, "the board was not told of it", "the board called it a sale", id="a negated report"),
        pytest.param("retold", Kind.INDIRECT, "crews were told in May to stop", "he was told that Moor said so", id="both"),
        pytest.param(
            "no_comment", Kind.INDIRECT, "soldiers did not respond to distress calls", "Moor did not respond to a call", id="help"
        ),
        pytest.param("plan", Kind.OUTLET, "The board met on Dec. 19.", "The board next meets on Dec. 19.", id="a day"),
        pytest.param("plan", Kind.OUTLET, "It sank on June 9.", "Ministers meet again on Nov. 17.", id="again"),
        pytest.param("plan", Kind.OUTLET, "The trial began on 4 May.", "The trial opens on May 4.", id="opens"),
        pytest.param("percentage", Kind.OUTLET, "It fell in the first half of 2019.", "It fell by half in 2019.", id="half a year"),
        pytest.param("percentage", Kind.OUTLET, "It took two and a half hours.", "It is two and a half times the size.", id="half an hour"),
        pytest.param("share_of", Kind.OUTLET, "It fell in the second half of the year.", "It cost half of the budget.", id="part of a year"),
        pytest.param("share_of", Kind.OUTLET, "She sold the one in Vale.", "She sold one in five boats.", id="a thing"),
        pytest.param("share_of", Kind.OUTLET, "It is the duty of every pilot.", "It sank four of every ten boats.", id="everybody"),
        pytest.param("share_of", Kind.OUTLET, "It is one of the most popular mills.", "It closed one of the mills.", id="praise"),
        pytest.param("rate", Kind.OUTLET, "It paid $22 a share.", "It has the largest share of the market.", id="a part of a firm"),
        pytest.param("comparison", Kind.OUTLET, "It bought boats rather than trains.", "It is longer than the old one.", id="a choice"),
        pytest.param("holding", Kind.OUTLET, "It has new features.", "It features a mill.", id="the noun features"),
        pytest.param("holding", Kind.OUTLET, "The measures save money.", "It measures 40 metres.", id="the noun measures"),
        pytest.param("up_or_down", Kind.OUTLET, "It is up to the board.", "It is up to 40 metres.", id="a decision"),
        pytest.param("up_or_down", Kind.OUTLET, "They are up against Norvest.", "They are down to £169.", id="a rival"),
        pytest.param("figure", Kind.OUTLET, "It fell ill with COVID-19.", "It fell by 19.", id="an illness"),
        pytest.param("figure", Kind.OUTLET, "The M1 has 5G and 3D.", "A bag costs N2,500.", id="names with digits"),
        pytest.param("figure", Kind.OUTLET, "The A52 was closed.", "It cost R40m.", id="a road"),
        pytest.param("possible", Kind.OUTLET, "Under the decree, soldiers may search homes.", "Farmers could be among the hardest hit.", id="the law"),
        pytest.param("possible", Kind.OUTLET, "It has a plan that could cost lives.", "In addition, the plan may well cost lives.", id="of a plan"),
        pytest.param("possible", Kind.OUTLET, "He could face 20 years in prison.", "The move might be a first step.", id="a penalty"),
        pytest.param("possible", Kind.OUTLET, "They could not reach it.", "They could soon reach it.", id="what was not possible"),
        pytest.param("expected", Kind.OUTLET, "The rise is due, in part, to the flood.", "The bridge is due to open.", id="a cause"),
        pytest.param("press", Kind.OUTLET, "Facebook has mended the flaw.", "He sold it on Facebook.", id="the company"),
        pytest.param("in_person", Kind.OUTLET, "Elizabeth I sold the mill.", "It was late when I sold the mill.", id="a queen"),
        pytest.param("in_person", Kind.OUTLET, "They sang We Are The World.", "They sang as we left.", id="a title"),
        pytest.param("instruction", Kind.OUTLET, "Place names were sold.", "Add the other half to the mix.", id="a recipe"),
        pytest.param("past_tense", Kind.OUTLET, "It is a state-owned mill.", "They re-elected her.", id="a compound"),
        pytest.param("workings", Kind.OUTLET, "Moor brings her own ropes.", "Banks own the mill.", id="its own"),
        pytest.param("abstract", Kind.OUTLET, "Climate change melts the ice.", "The culture of the firm changed.", id="the climate"),
    ],
)  # fmt: skip
def test_a_feature_is_not_triggered_by_a_fact_in_the_same_words(name, kind, fact, other):
    assert not FEATURES[name].test(Sentence(fact, kind))
    assert FEATURES[name].test(Sentence(other, kind))


@each_row(
    ("name", "sentence", "other"),
    [
        ("abstract", "The port faces a challenge.", "The port has a crane."),
        ("abstract", "the strategy is his", "the crane is his"),
        ("praise", "It was a serious flood.", "It was a spring flood."),
        ("figurative", "The sale put pressure on Moor.", "The sale put water on the deck."),
        ("stressing", "The tide even took the pier.", "The tide took the pier."),
        ("stressing", "The pier seems closed.", "The pier is closed."),
        ("figurative", "The vote opened a door to a sale.", "The vote led to a sale."),
        ("loose", "It was a kind of sale.", "It was a sale."),
        ("person", "The board paid its own way.", "The board paid."),
        ("could", "The pier could close.", "The pier closed."),
        ("press", "The video was in the news.", "The crane was in the port."),
        ("at_large", "Republicans opposed the sale.", "Moor opposed the sale."),
        ("political", "the row was political", "the row was in May"),
        ("feeling", "We are thrilled to have a crane.", "We have a crane."),
        ("condition", "If it sinks, we leave.", "We left when it sank."),
        ("contraction", "It's a port.", "It is a port."),
        ("we_or_you", "We asked the board.", "The board asked."),
        ("page", "The pier is seen in Vale, May 3, 2021.", "The pier was last seen by divers in May."),
        ("page", "MUST WATCH Boats collide", "Crews must watch the tide."),
        ("event", "The ferry crashed.", "The ferry is red."),
        ("holding", "The fleet includes a tug.", "The fleet has a tug."),
        ("also", "She also runs the port.", "She runs the port."),
        ("its", "The firm sold its boats.", "The firm sold boats."),
        ("more", "The pier is less busy.", "The pier is busy."),
        ("dated", "It took three weeks.", "It took three men."),
        ("scene", "It was noon when he left.", "It was noon when boats left."),
        ("commenting", "She said so in an interview.", "She said so."),
        ("loose", "Everyone left the pier.", "Boats left the pier."),
        ("police", "Deputies closed the pier.", "Owners closed the pier."),
        ("third_person", "They sold it.", "It was sold."),
        ("figures", "It sold 3 boats for 40,000 euros.", "It sold 40,000 boats."),
        ("hyphen", "The half-day closure ended.", "The closure - of half a day - ended."),
        ("foretold", "The toll will rise to 40 euros.", "The toll rose to 40 euros."),
        ("rules", "The toll will also apply to boats.", "The board will meet."),
        ("praise", "it was the worst storm", "it was a storm"),
        ("figurative", "The sale shapes the town.", "The sale closed the pier."),
        ("abstract", "it was a matter of principle", "it was a sum of money"),
        ("nature", "The tank holds water and bacteria.", "The tank holds oil."),
        ("begins_name", "Ada Moor closed the pier.", "In Vale the pier closed."),
        ("begins_name", "Ada Moor closed the pier.", "The Vale Ferry closed the pier."),
        ("page", "Ada Moor Closes Pier Before Vote", "Ada Moor closes Vale Pier before a vote."),
    ],
)
def test_a_tone_feature_ignores_the_plain_version_of_a_sentence(name, sentence, other):
    assert FEATURES[name].test(in_news(name, sentence))
    assert not FEATURES[name].test(in_news(name, other))


def test_a_long_sentence_needs_more_points_for_the_same_score():
    """Each of its many words says less about it; the threshold stays where it is."""
    short, long = (
        "Rents rose by 40 percent.",
        "Rents rose by 40 percent" + " in the town by the sea" * 8 + ".",
    )
    points = dict.fromkeys(FEATURES, 0)
    assert (
        DEFAULT_THRESHOLD < score(long, points | {"figure": 40})[0] < score(short, points | {"figure": 40})[0]
    )
    assert score(short, points)[0] < score(long, points)[0] < DEFAULT_THRESHOLD


@each_row(
    ("kind", "name", "sentence", "other"),
    [
        (Kind.DIRECT, "question", "Sail now!", "Sail now."),
        (Kind.INDIRECT, "concern", "the crew was angry", "the crew was at sea"),
        (Kind.INDIRECT, "verdict", 'the vote was "a stunt"', "the vote was a surprise"),
        (Kind.DIRECT, "loose", "Many boats sank.", "Boats sank."),
        (Kind.INDIRECT, "obligation", "the port needs a crane", "the port has a crane"),
        (Kind.INDIRECT, "at_large", "the economy is slow", "the ferry is slow"),
        (Kind.DIRECT, "not_done", "He did not sell it.", "He did sell it."),
        (Kind.DIRECT, "not_done", "We did not sell it.", "We did not know it."),
    ],
)
def test_a_feature_of_speech_is_not_applied_to_the_outlets_own_words(kind, name, sentence, other):
    assert FEATURES[name].test(Sentence(sentence, kind, ClaimantKind.PERSON))
    assert not FEATURES[name].test(Sentence(other, kind, ClaimantKind.PERSON))
    assert not FEATURES[name].test(Sentence(sentence, Kind.OUTLET))


def test_a_speakers_belief_lowers_the_score_more_than_a_reported_concern():
    assert FEATURES["opinion"].points < FEATURES["concern"].points < 0
    assert FEATURES["concern"].test(Sentence("Unions are worried about pay.", Kind.OUTLET))
    assert FEATURES["opinion"].test(quoted("I am worried about pay."))
    assert not FEATURES["opinion"].test(Sentence("Unions are worried about pay.", Kind.OUTLET))


@each_row(
    ("name", "sentence"),
    [
        ("stand", "He would have grown up here."),
        ("calls", "History was being written in Moor."),
        ("figurative", "He arrived before turning 16."),
        ("public_deed", "the mayor called him a victim"),
        ("not_done", "They will be on the other side."),
        ("praise", "The mill is open right now."),
        ("setting", "In October the mill closed."),
        ("turning", "They had an argument in May."),
        ("abstract", "He left in case of rain."),
    ],
)
def test_a_feature_ignores_its_words_in_an_unrelated_sense(name, sentence):
    assert not any(
        FEATURES[name].test(Sentence(sentence, kind, ClaimantKind.PERSON)) for kind in FEATURES[name].kinds
    )


def test_no_reason_begins_or_ends_with_punctuation():
    assert [
        feature.reason for feature in FEATURES.values() if feature.reason.strip("\"' .:;,") != feature.reason
    ] == []


def test_a_year_in_a_quotation_is_not_an_exact_figure():
    assert not FEATURES["exact"].test(quoted("We sold the cranes in 2019."))
    assert FEATURES["exact"].test(quoted("We sold 2196 cranes in 2019."))


@each_row(
    ("name", "sentence"),
    [
        ("procedure", "The meeting opened at 7 p.m. and closed at 9.05 p.m."),
        ("procedure", "The mayor called the meeting to order at 7:00 p.m."),
        ("procedure", "The chair closed the public comment period at 7:40 p.m."),
        ("procedure", "There being no further business, the mayor thanked the clerk."),
        ("procedure", "Apologies for absence had been received from Cllr Moor."),
        ("procedure", "Cllr Lund declared a personal interest in agenda item 9."),
        ("procedure", "There were no declarations of interest."),
        ("procedure", "RESOLVED that the minutes of the meeting of May 4 be approved."),
        ("procedure", "The minutes were signed as a correct record."),
        ("procedure", "Motion by Moor, seconded by Lund, to approve the consent agenda."),
        ("procedure", "Moor moved to adopt Ordinance No. 2041."),
        ("procedure", "It was proposed by Cllr Moor, seconded by Cllr Lund and"),
        ("procedure", "Motion carried, 5-2."),
        ("procedure", "All in favour, motion carried unanimously."),
        ("procedure", "That the report be noted."),
        ("procedure", "The item was put off to the next meeting."),
        ("procedure", "The next meeting of the board will be on May 9 at 7 p.m."),
        ("procedure", "RESOLVED that the press and public be excluded."),
        ("procedure", "The board recessed into closed session."),
        ("procedure", "The chair thanked everyone for their attendance."),
        ("procedure", "Moor adjourned the meeting at 8.06 p.m."),
        ("procedure", "Proceedings ended at 10.05 pm."),
        ("procedure", "No questions had been submitted in accordance with Standing Order 12."),
        (
            "procedure",
            "The council rose for the Pledge of Allegiance, and Moor led the Pledge of Allegiance.",
        ),
        ("procedure", "Apologies were received from Cllr Moor and Cllr Lund."),
        ("procedure", "Cllr Lund seconded the motion."),
        ("procedure", "Cllr Moor proposed and Cllr Lund seconded the recommendation."),
        ("procedure", "The motion to adjourn was carried by all 9 members at 9 pm."),
        ("instruction", "Call 555 and quote 41 of 4 May."),
        ("instruction", "Book your place by 4 May."),
        ("instruction", "Please bring two forms of identification."),
        ("instruction", "Do not use the lift."),
        ("instruction", "If you saw the van, call the desk: 41 41."),
        ("instruction", "To vote by post, send the form by 4 May."),
        ("instruction", "Remember to bring your card by 4 May."),
        ("contact", "The clerk is Ada Moor, 01632 960 999."),
        ("contact", "The clerk can be reached at clerk@vale.example."),
        ("contact", "Photos are available on request."),
        ("contact", "Vale Aid is a registered charity (no. 41414)."),
    ],
)
def test_procedure_instructions_and_contacts_are_not_worth_checking(name, sentence):
    assert FEATURES[name].test(Sentence(sentence, Kind.OUTLET))
    assert score(Sentence(sentence, Kind.OUTLET))[0] < DEFAULT_THRESHOLD


@each_row(
    "sentence",
    [
        "Councillors voted 7 to 4 to cut the library budget by 12 per cent.",
        "Motion by Moor, seconded by Lund, to cut the library budget by $40,000.",
        "Moor moved to close the Mill Road library, seconded by Lund.",
        "A motion opposing the quarry, seconded by Cllr Lund, was passed by 9 votes to 3.",
        "The motion was carried by 9 votes to 3.",
        "RESOLVED that the playing field be sold for £740,000.",
        "The minutes of the meeting say that Moor voted for it.",
        "The meeting ended after 40 officers were called.",
        "The minister met the union at 4 p.m. on Monday.",
        "Councillors met in closed session and voted to dismiss the clerk.",
        "No action was taken against the 40 officers.",
        "The mill moved 40 jobs to Lowe.",
        "The law was proposed by the government in 2019.",
        "Call centres cut 900 jobs in May.",
        "Visit numbers fell to 4,100 in May.",
        "Text messages showed that 40 officers knew.",
        "In May, use of the bus rose.",
        "Ask the union and it will say that 900 jobs have gone.",
        "The report was available on request in 2019.",
        "Too many calls to the hotline (800-555-0142) went unanswered.",
        "She called him on 4 May.",
        "In Tuesday's session the rouble closed at 92.14 to the dollar.",
        "The trading session ended with oil at 21.35 dollars a barrel.",
        "The ceasefire meeting ended at 3 am with a deal to free 40 hostages.",
        "A meeting between the ministry and the union, which started at 4pm, went on.",
        "Officers left the meeting with an order to fire on the crowd at 9.30 pm.",
        "Gunmen opened fire on a public hearing in Vale at 9.30 am.",
        "Doctors called on the ministry to order 10,000 masks.",
        "Moor called the strikers' leader to order a ballot in May.",
        "Lowe declared its border with Vale closed.",
        "No tax declarations were filed by the minister between 2016 and 2020.",
        "No questions were put to the minister about the 40 deaths.",
        "No petitions were counted in 14 of the 40 districts.",
        "Apologies were given to the families of 96 victims in 2012.",
        "Apologies were received by only 12 of the 900 victims.",
        "Pupils must recite the Pledge of Allegiance under a law of 1952.",
        "The press and public were excluded from 40 trials last year.",
        "The ministry kept the audit secret as exempt information.",
        "Lowe welcomed all 25,000 refugees by May 2016.",
        "Lowe welcomed those who fled Vale in 2015.",
        "Thirty minutes from the border, 4,000 refugees were received in tents.",
        "Within minutes of the blast, martial law was approved by the cabinet.",
        "Minutes of the meeting at which the sale was approved were shredded.",
        "The report was noted by ministers in 2017 and then ignored.",
        "The judge noted the report's author was paid by the mill.",
        "Lund invited the general to the next meeting.",
        "The next meeting of the bank will be its first without a Dane.",
        "Forty civil servants were seconded from the mill in 2021.",
        "Two seconded officers leaked the files in May.",
        "The ban was proposed by the Greens and seconded by the Reds in 2019.",
        "The motion of no confidence, seconded by 40 members, failed.",
        "The motion was put a second time in 2019.",
        "Lund moved the closure of the mill, seconded by Moor.",
        "The president was called to order by the court for jailing 40 judges.",
        "The trial of 40 strikers moved into closed session.",
        "There being no other evidence, the jury freed Moor.",
        "No quorum was present when the law was passed.",
        "The court noted the contents of 40 emails.",
        "Moor welcomed members of the militia to the meeting.",
        "The bank's next meeting is on May 4.",
        "The committee reconvened at 11 pm and cleared the minister of all 14 charges.",
        "The report was noted and approved by 14 of 15 ministers.",
        "The cabinet deferred the rescue of 40 miners to the next meeting.",
        "Apologies for absence were sent by half of the 27 leaders.",
        "Moor thanked members of the militia that killed 40 people.",
        "Please explain why 40 officers were armed.",
        "The motion, seconded by the far right, would strip 200,000 people of citizenship.",
        "A motion by 40 members failed by two votes in May.",
        "Lowe moved to accept no oil from Vale after 2022.",
        "Post 2008 wages have fallen in 14 of 20 regions.",
        "Please note that 40 wards closed in May.",
        "Keep in mind that the army shot 40 people in 2019.",
        "Do not take the pill if you have a fever, because it kills one in ten.",
        "Avoid tap water in Vale, which contains lead at ten times the legal limit.",
        "Avoid the A14, where 40 vehicles have collided.",
        "Ask any farmer: milk prices have halved.",
        "Read the report, it says that 40 people died.",
        "Take one of these pills and your cancer disappears.",
        "The registered company had no employees in 2019.",
        "The registered charity spent a number of gifts on 40 cars.",
        "Abortion is available on request in 14 countries.",
    ],
)
def test_what_a_meeting_decided_and_what_only_looks_like_an_instruction_keeps_its_points(sentence):
    found = Sentence(sentence, Kind.OUTLET)
    assert [name for name in ("procedure", "instruction", "contact") if FEATURES[name].test(found)] == []
