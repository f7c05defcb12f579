"""Changed facts in nearly the same words, and rewordings that change none."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement
from tests.tables import each_row

CHANGED = [
    ("Her husband said she had sold the flat in Ghent to a banker in May", "She said her husband had sold the flat in Ghent to a banker in May", "who says it"),
    ("The workers own most of the shares of the mill in Ghent, the report says", "The mill in Ghent owns most of its workers' shares, the report says", "possessor and possession"),
    ("The son of the mayor owns the quarry on the hill behind the town", "The mayor owns the quarry on the hill behind the town with his son", "the son, not his father"),
    ("John Smith bought the quarry on the hill behind the town in 2019", "John Smyth bought the quarry on the hill behind the town in 2019", "two names one letter apart"),
    ("Oravia agreed to the truce on Monday and Lenland rejected it at once", "Lenland agreed to the truce on Monday and Oravia rejected it at once", "who took which side"),
    ("Twice as many sheep in the valley die of thirst as of cold each year", "Each year cold kills twice as many sheep in the valley as thirst does", "twice as many, the other way round"),
    ("Velbank has paused the sale of its old ferries over safety fears", "Corvane has paused the sale of its old ferries because of safety fears", "who does it, in other words"),
    ("There were 30 burglaries per 100,000 people in the valley in 2020", "There were 30 burglaries per million people in the valley in 2020", "of how many"),
    ("The mill pours its waste into the river Sarn every week, anglers say", "Anglers say that the mill pours its waste into the river Sarn every month", "how often"),
    ("Rents in the valley rose by a tenth in the first quarter of 2024", "In the third quarter of 2024 rents in the valley rose by a tenth", "which quarter"),
    ("The water in the old pipes reached 45°C in the summer of 2019", "The water in the old pipes reached 45°F in the summer of 2019", "degrees of another kind"),
    ("Each pill of the new drug holds 50 μg of iodine, the maker says", "Each pill of the new drug holds 50 mg of iodine, the maker says", "a thousand times as much"),
    ("The tunnel under the hill is 1,5 km long and was dug in 1990", "The tunnel under the hill is 1,8 km long and was dug in 1990", "a decimal comma"),
    ("Drivers in the valley must pay the new toll from the first of May", "Drivers in the valley may pay the new toll from the first of May", "must and may"),
    ("The council has sold the old harbour crane to a museum in Brenta", "The council is considering selling the old harbour crane to a museum in Brenta", "what is only considered"),
    ("The fee applies only to new boats in the harbour of Brenta", "In the harbour of Brenta the fee applies to both new and old boats", "only some, and all"),
    ("The high court struck down the ban on night flights over the valley", "The high court upheld the ban on night flights over the valley", "a verb of two words"),
    ("The agency cut the rating of Oravia to AA- on Friday", "The agency cut the rating of Oravia to AA+ on Friday", "a grade"),
]  # fmt: skip
UNCHANGED = [
    ("Thousands of homes in the valley are without electricity after the storm", "Thousands of homes in the valley have no power after the storm", "without, and have no"),
    ("The council has done nothing but talk about the bridge for ten years", "The council has only talked about the bridge for ten years", '"nothing but" is "only"'),
    ("The tunnel under the hill is 1,5 km long and was dug in 1990", "The tunnel under the hill is 1.5 km long and was dug in 1990", "a decimal comma and a point"),
    ("The council turned down the plan for a second bridge over the Sarn", "The council rejected the plan for a second bridge over the Sarn", "a verb of two words"),
    ("The Tories lost the seat of Brenta to Labour in a by-election in May", "Labour took the seat of Brenta from the Conservatives in a by-election in May", "a party by two names"),
    ("Around 90 people a day die of the fever in the valley", "The fever kills some ninety people every day in the valley", "cause and victims of death"),
    ("Only a tenth of the homes in the valley have a cellar, a survey says", "Just 10 percent of the homes in the valley have a cellar, a survey says", '"only" and "just" before a number'),
]  # fmt: skip
REPORTED = [
    ("The clinic treats over twelve children with the new drug each day", "The clinic treats under twelve children with the new drug each day", "differs: over twelve / under twelve"),
    ("The clinic treats up to 12 children with the new drug each day", "The clinic treats at least 12 children with the new drug each day", "differs: up to 12 / at least 12"),
    ("The town has grown by 4,000 people since 2010, its mayor says", "The town grew by 4,000 people in 2010, its mayor says", "differs: since 2010 / in 2010"),
    ("The schools in the valley were closed for a week by smog", "Flooding kept the valley's schools shut for a week", "differs: smog / Flooding"),
    ("Emissions of carbon dioxide from the kilns of Harn fell by 30 tonnes", "Emissions of carbon dioxide from the kilns of Harn fell by 30 tonnes of carbon", "other unit: carbon dioxide / carbon"),
    ("Oravia put a probe on the Moon before Lenland did", "Lenland put a probe on the Moon earlier than Oravia", "order swapped: Oravia / Lenland"),
    ("The fishermen in the bay have no access to the harbour", "The harbour is accessible to the fishermen in the bay", "differs: no access to the harbour / accessible"),
    ("北京的失业率去年上升到百分之五", "北京的失业率去年下降到百分之五", "differs: 上升 / 下降"),
]  # fmt: skip


@each_row(("a", "b", "reason"), CHANGED)
def test_a_changed_fact_is_a_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), UNCHANGED)
def test_a_rewording_that_changes_no_fact_is_not_a_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)


@each_row(("a", "b", "difference"), REPORTED)
def test_the_differing_words_are_reported(a, b, difference):
    assert difference in compare(Statement(a), Statement(b)).differences
