"""An amount is the same in two units, even rounded; a different one is reported with both units.

Each row: a sentence, and two ways to express its amount.
"""

from claimtrack.core.match import compare
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

WEIGHT = "The quarry in Lenn sold {} of gravel to the port authority in May 2024"
WARMTH = "The furnace of the glassworks in Harn reached {} on the first day of May"
SPEED = "The new limit on the coast road between Lenn and Harn is {} since May"
AREA = "The reserve that the council of Lenn bought from the monks covers {} of marsh"
VOLUME = "The dam above the town of Harn holds {} of drinking water after the works"
TIME = "Nobody in Morvane waits {} for a hip operation, the hospital says in its report"
RATE = "Burglaries in the Lenn valley fell to {} people in the year of the flood"
METAL = "Divers found {} of mercury in the water of the harbour of Lenn last week"
COUNT = "A spoonful of soil from the moor above Harn holds {} bacteria, a biologist says"
DOSE = "Nurses in Harn give each patient two drops of the syrup {} for a whole week"

ONE_AMOUNT = [
    (WEIGHT, "2 tonnes", "4,400 pounds"),
    (WEIGHT, "2 metric tons", "4,409 lb"),
    (WEIGHT, "900 kilos", "1,984 pounds"),
    (WARMTH, "60 degrees Celsius", "140 degrees Fahrenheit"),
    (WARMTH, "60C", "140F"),
    (WARMTH, "21.5 degrees Celsius", "71°F"),
    (WARMTH, "minus 10 degrees Celsius", "14 degrees Fahrenheit"),
    (SPEED, "120 km/h", "75 miles per hour"),
    (SPEED, "120 kilometres per hour", "75 mph"),
    (SPEED, "50 kph", "31 miles an hour"),
    (SPEED, "120 km/h", "33 metres per second"),
    (AREA, "5 square kilometres", "500 hectares"),
    (AREA, "5 km²", "1,235 acres"),
    (AREA, "2 square miles", "5.2 sq km"),
    (AREA, "300 square metres", "3,200 square feet"),
    (VOLUME, "2,000 cubic metres", "2 million litres"),
    (VOLUME, "14 million m3", "14 billion litres"),
    (VOLUME, "2 million litres", "528,000 US gallons"),
    (TIME, "longer than 6 weeks", "more than a month and a half"),
    (RATE, "12 per 100,000", "12 in every 100,000"),
    (RATE, "12 per 100,000", "120 per million"),
    (RATE, "12 in 100,000", "120 in a million"),
    (METAL, "15 ppb", "15 parts per billion"),
    (METAL, "15ppm", "15 parts per million"),
    (METAL, "15 µg/l", "15 micrograms per litre"),
    (COUNT, "10⁶", "one million"),
    (COUNT, "2 x 10^6", "2×10⁶"),
    (COUNT, "2.5 x 10^6", "2.5 million"),
    (DOSE, "twice a day", "two times a day"),
    (DOSE, "twice a day", "2 times daily"),
]


@each_row(("sentence", "one", "other"), ONE_AMOUNT)
def test_one_amount_in_two_units_is_not_a_difference(sentence, one, other):
    pairs = ((one, other), (other, one))
    comparisons = [compare(Statement(sentence.format(a)), Statement(sentence.format(b))) for a, b in pairs]
    assert [(comparison.suggestion, comparison.differences) for comparison in comparisons] == [
        (Suggestion.DUPLICATE, ())
    ] * 2


@each_row(
    ("sentence", "one", "other"),
    [
        (WEIGHT, "2 tonnes", "6,000 pounds"),
        (WARMTH, "60 degrees Celsius", "120 degrees Fahrenheit"),
        (SPEED, "120 km/h", "95 mph"),
        (SPEED, "120 km/h", "120 mph"),
        (AREA, "5 square kilometres", "900 hectares"),
        (VOLUME, "14 million m³", "20 billion litres"),
    ],
)
def test_another_amount_is_a_conflict_and_reported_with_its_units(sentence, one, other):
    comparison = compare(Statement(sentence.format(one)), Statement(sentence.format(other)))
    assert comparison.suggestion is Suggestion.CONFLICT
    assert [difference.partition(": ")[2] for difference in comparison.differences] == [
        f"{one} / {other}".replace("m³", "cubic metres")
    ]


@each_row(
    ("sentence", "one", "other"),
    [
        (RATE, "12 per 100,000", "15 in every 100,000"),
        (RATE, "12 per 100,000", "12 percent of the"),
        (METAL, "15 ppb", "15 ppm"),
        (METAL, "15 µg/l", "15 mg/l"),
        (COUNT, "10⁶", "106"),
        (COUNT, "10⁶", "10"),
        (COUNT, "2 x 10^6", "2 x 10^9"),
        (DOSE, "once a day", "twice a day"),
        (DOSE, "three times a day", "twice daily"),
        (DOSE, "once a day", "three times a week"),
    ],
)
def test_another_rate_concentration_or_power_is_a_conflict(sentence, one, other, assert_suggested):
    assert_suggested(sentence.format(one), sentence.format(other), "conflict")


def test_of_several_numbers_the_same_two_are_named_from_either_side():
    one = "Shares of the brewery in Lenn fell $3.05, about 17 percent, to $9.10 and were the biggest loser"
    other = "Its shares fell 4.2 percent, or $5.07, to $83.10 and were the biggest loser"
    assert compare(Statement(one), Statement(other)).differences == ("differs: $3.05 / $5.07",)
    assert compare(Statement(other), Statement(one)).differences == ("differs: $5.07 / $3.05",)


def test_a_price_in_pounds_is_not_a_weight():
    comparison = compare(Statement(WEIGHT.format("2 tonnes")), Statement(WEIGHT.format("£4,400")))
    assert comparison.suggestion is not Suggestion.DUPLICATE


@each_row(
    "words", ["No one was hurt in Lenn", "No-one was hurt in Lenn", "Rents have fallen for ten quarters"]
)
def test_no_one_and_quarters_are_not_read_as_numbers_or_shares(words):
    assert not [
        quantity for quantity in read(words).quantities if quantity.value == 1 or quantity.kind == "%"
    ]
