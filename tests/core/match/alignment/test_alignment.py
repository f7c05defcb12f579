"""Words of two statements that remain unaligned keep them from being duplicates."""

from claimtrack.core.match import compare
from claimtrack.core.match.alignment.alignment import find_left_over
from claimtrack.core.match.features import Pair, default_rarity
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

NOTHING_LEFT = [
    ("The town closed its two oldest mills in March 2021 to save money", "In March 2021, to save money, the town shut its two oldest mills", "order and a synonym"),
    ("The ferry was out of service for 2 years after the storm", "After the storm the ferry was out of service for 24 months", "another unit of the same length"),
    ("About 40 wolves live in the forest near Brenta", "Around forty wolves live in the forest near Brenta", "an approximation"),
    ("The minister said that the dam in Oravia is not safe", "The dam in Oravia is unsafe, according to the minister", '"unsafe" is "not safe"; an added source'),
    ("Mayor Ada Quill sold the harbour crane to a museum in 2019", "Quill sold the harbour crane to a museum in 2019", "a first name and a title"),
    ("Lodgers are not allowed to keep dogs in the new flats", "Lodgers are banned from keeping dogs in the new flats", "banned is not allowed"),
    ("The World Health Organization called the fever an emergency", "The WHO called the fever an emergency", "initials"),
    ("The bridge over the Sarn was built in 1871", "The bridge over the Sarn was built in 1871, records in the town archive confirm", "a clause that only adds"),
]  # fmt: skip
LEFT = [
    ("The council voted to close two public libraries", "The council voted to close two public pools", True, "a noun in a noun's place"),
    ("Heart disease is the leading cause of death in Oravia", "Cancer is among the leading causes of death in Oravia", False, "a noun and 'among'"),
    ("The bank will raise its rate in June", "The bank may raise its rate in June", True, "a possibility"),
    ("Teacher pay in Brenta is the highest in the country", "Teacher pay in Brenta is among the highest in the country", True, "a restricting word"),
    ("The party recalled all of its electric scooters", "The party considers recalling all of its electric scooters", True, "something only considered"),
    ("President John A. Dorn signed the law on harbours", "President John B. Dorn signed the law on harbours", True, "one letter of a name"),
    ("Pope Leo II visited the shrine in the hills", "Pope Leo III visited the shrine in the hills", True, "a distinguishing word in a name"),
    ("Oravia sold shells to Lenland in the autumn", "Lenland sold shells to Oravia in the autumn", False, "reversed roles"),
    ("The ban applies only to new buildings in Brenta", "The ban applies to new buildings in Brenta", False, "only"),
    ("Only 12 homes were built in Brenta", "More than 12 homes were built in Brenta", True, '"only" a number against "more than" it'),
    ("Die Mieten in Brenta sind stark gestiegen", "Die Mieten in Brenta sind stark gefallen", True, "a text that is not English"),
]  # fmt: skip


def find_left_over_words(a, b):
    return find_left_over(Pair(read(a), read(b), default_rarity))


@each_row(("a", "b", "reason"), NOTHING_LEFT)
def test_a_rewording_leaves_no_words_unaligned(a, b):
    assert find_left_over_words(a, b) is None
    assert find_left_over_words(b, a) is None


@each_row(("a", "b", "contradicts", "reason"), LEFT)
def test_an_unaligned_word_is_reported(a, b, contradicts):
    for found in (find_left_over_words(a, b), find_left_over_words(b, a)):
        assert found.description
        assert found.contradicts is contradicts


def test_a_pair_with_unaligned_words_is_not_a_duplicate_despite_a_high_score():
    a = Statement("The harbour council of Brenta voted on Monday to close two public libraries to save money")
    b = Statement("The harbour council of Brenta voted on Monday to close two public pools to save money")
    comparison = compare(a, b)
    assert comparison.score > 0.8
    assert comparison.suggestion is Suggestion.CONFLICT
    assert comparison.differences == ("differs: libraries / pools",)


def test_unaligned_words_in_a_free_rewording_are_reported_without_a_conflict():
    a = Statement("The harbour council of Brenta voted on Monday to close two public libraries to save money")
    b = Statement(
        "To save money, two public pools will be closed, the harbour council of Brenta voted on Monday"
    )
    comparison = compare(a, b)
    assert comparison.suggestion is Suggestion.RELATED
    assert "pools" in comparison.differences[0]
