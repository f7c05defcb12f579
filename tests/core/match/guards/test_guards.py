"""What the guards distinguish and what they leave alone: one statement changed, one statement reworded."""

from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem
from tests.tables import each_row

CHANGED = [
    # amounts
    ("Each farm in the valley uses 40 litres of diesel a week", "Each farm in the valley uses 40 gallons of diesel a week"),
    ("A bus ticket in the old town costs 30 rupees", "A bus ticket in the old town costs 30 dollars"),
    ("The island spends $900 per household on roads", "Per person, the island spends $900 on roads"),
    ("The lab tests 600 samples a day for the river board", "The lab tests 600 samples a week for the river board"),
    ("The fee for a boat licence will rise to 12% next year", "The fee for a boat licence will rise by 12% next year"),
    ("Account 1234567890123456789 received the money from the lottery fund", "Account 1234567890123456788 received the money from the lottery fund"),
    ("Turnout in the harbour wards was 61.4 percent", "Turnout in the harbour wards was 61.9 percent"),
    ("The state paid 40.2 million euros for the ferry in 2020", "The state paid 39.6 million euros for the ferry in 2020"),
    ("The bank raised its rate to 24.25% on Tuesday", "The bank raised its rate to 24.75% on Tuesday"),
    ("Inflation on the island reached 31.7 percent in May", "Inflation on the island reached 31 percent in May"),
    ("99.6% of the harbour's berths are let", "100% of the harbour's berths are let"),
    # kinds and opposites
    ("The county has lost 300 nurses since the merger", "The county has lost 300 teachers since the merger"),
    ("The pipeline brings gas from the northern fields", "The pipeline brings oil from the northern fields"),
    ("Burglaries in the harbour district doubled last winter", "Robberies in the harbour district doubled last winter"),
    ("The appeal court upheld the fine on the mine owner", "The appeal court overturned the fine on the mine owner"),
    ("Visitors who came before June 2020 may stay in the camp", "Visitors who came after June 2020 may stay in the camp"),
    # degrees
    ("Hven is the windiest island in the whole strait", "Hven is the least windy island in the whole strait"),
    ("Torvik has the second largest herring fleet in the north", "Torvik has the largest herring fleet in the north"),
    # places and roles
    ("The ferry carries timber from Leeds to York", "The ferry carries timber from York to Leeds"),
    ("Latvia sued Estonia over the fishing grounds in May", "In May, Estonia sued Latvia over the fishing grounds"),
    ("Estonia was sued by Latvia over the fishing grounds", "Latvia was sued by Estonia over the fishing grounds"),
    ("Barges are cheaper than lorries for moving grain", "Lorries are cheaper than barges for moving grain"),
    ("The dam broke before the alarm was raised", "The alarm was raised before the dam broke"),
    ("Of all drivers stopped, 70 percent of the men were drunk", "Of all drivers stopped, 70 percent of the drunk were men"),
    # denial
    ("Engineers have ruled out a leak at the plant", "Engineers have found a leak at the plant"),
    ("The mill will stop buying local barley in spring", "The mill will start buying local barley in spring"),
]  # fmt: skip

REWORDED = [
    ("Inflation on the island reached 31.7 percent in May", "In May inflation on the island reached 32 percent"),
    ("The state paid 40.2 million euros for the ferry", "The state paid 40 million euros for the ferry"),
    ("4,912,345 passengers used the ferry last year", "Last year 4.9 million passengers used the ferry"),
    ("The crossing takes two and a half hours", "The crossing takes 2.5 hours"),
    ("The island has had no rain for a quarter of a century", "It has not rained on the island for 25 years"),
    ("The board paid 10 000 crowns for the painting of the harbour", "The board paid 10,000 crowns for a painting of the harbour"),
    ("Solar panels are cheaper than coal plants in the valley", "Coal plants are dearer than solar panels in the valley"),
    ("Norway exports more cod than Iceland does", "Iceland exports less cod than Norway does"),
    ("The town sold the old mill to a brewery", "A brewery bought the old mill from the town"),
    ("The alarm was raised after the dam broke", "The dam broke before the alarm was raised"),
    ("Estonia was sued by Latvia over the fishing grounds", "Latvia sued Estonia over the fishing grounds"),
    ("Lodgers are not allowed to keep dogs in the new flats", "Lodgers are banned from keeping dogs in the new flats"),
    ("The fault is the pump's failure to stop the water in time", "The fault is that the pump did not stop the water in time"),
    ("The mill was closed in May because of the levy on barley", "Because of the levy on barley, the mill was closed in May"),
    ("Denise Quill sold the harbour mill to the town in May", "In May the harbour mill was sold to the town by Denise Quill"),
    ("The bridge had yet to be approved by the council", "The bridge had not been approved by the council"),
    ("It is not illegal to collect shells on the beach", "Collecting shells on the beach is legal"),
    ("The firm paid no corporate tax at all in Malta", "In Malta the firm's corporate tax bill was zero"),
    ("The mill will stop buying barley from local farms", "The mill will end the purchase of barley from local farms"),
    ("Lt. Mara Olsen said the bridge was safe", "Lieutenant Mara Olsen said that the bridge was safe"),
    ("China is the biggest contributor to plastic waste at sea", "China is the largest contributor to plastic waste at sea"),
    ("Sea levels on the coast have risen by 15 centimetres since 1990", "Since 1990, sea levels on the coast rose 15 centimetres"),
]  # fmt: skip


@each_row(("a", "b"), CHANGED)
def test_a_changed_fact_is_a_conflict_whichever_side_comes_first(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b"), REWORDED)
def test_a_rewording_is_not_a_conflict_whichever_side_comes_first(a, b, assert_no_conflict):
    assert_no_conflict(a, b)


def test_a_word_means_one_member_of_a_kind():
    """If one word stood for two members, a claim would contradict itself."""
    for word, kinds in KINDS.items():
        assert all(isinstance(member, int) for member in kinds.values()), word
    assert KINDS["nurses"]["occupation"] != KINDS["teachers"]["occupation"]


def test_a_number_of_nineteen_digits_is_read_exactly():
    (one,) = Reading("It holds 1234567890123456789 grains").quantities
    (other,) = Reading("It holds 1,234,567,890,123,456,788 grains").quantities
    assert one.value - other.value == 1
    assert one.term == "#1234567890123456789"


def test_only_words_for_the_same_thing_share_a_sense():
    assert senses(stem("biggest")) & senses(stem("largest"))
    assert senses(stem("joblessness")) & senses(stem("unemployment"))
    assert not senses(stem("teachers")) & senses(stem("nurses"))
