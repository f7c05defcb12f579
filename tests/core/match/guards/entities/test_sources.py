"""Who is cited: things that make no statements, and speakers named after an adjunct."""

from tests.tables import each_row

SAME = [
    ("The government says that 92 percent of asylum claims from Albania were rejected", "92 percent of asylum claims from Albania were rejected, the government says", "claims from a place"),
    ("The government says that 92 percent of asylum claims from Albania were rejected", "92 percent of asylum claims from Albania were rejected", "beside the unattributed sentence"),
    ("The minister said half of asylum claims from Albania were rejected in 2022", "Half of asylum claims from Albania were rejected in 2022, the minister said", "half of the claims"),
    ("The storm led to insurance claims of 3 billion euros in Germany, the industry says", "The industry says the storm led to insurance claims of 3 billion euros in Germany", "claims of an amount"),
    ("Insurance claims rose by a third in Germany in 2022, the industry says", "The industry says insurance claims rose by a third in Germany in 2022", "claims that rose"),
    ("The reports of abuse doubled in 2020, the charity said in Ghent", "The charity said in Ghent the reports of abuse doubled in 2020", "the reports of something"),
    ("The Bank of England said on Friday that rents had doubled in Leeds since 2019", "The BoE said on Friday that rents had doubled in Leeds since 2019", "initials of function words"),
    ("The World Health Organization said on Friday that the outbreak in Kano was over", "The WHO said on Friday that the outbreak in Kano was over", "an acronym that is also a word"),
    ("Two in three dentists are not taking on new NHS patients", "Two thirds of dentists are not taking new NHS patients", "taking, and taking on"),
]  # fmt: skip
CHANGED = [
    ("92 percent of asylum claims from Albania were rejected in 2022", "92 percent of benefit claims from Albania were rejected in 2022", "the kind of claims"),
    ("In 2018 the mayor said that the bridge over the Sarn was safe for lorries", "The engineer said that the bridge over the Sarn was safe for lorries", "the speaker after a time"),
    ("The clinic in Ghent took on the bank over the loan in May last year", "The clinic in Ghent took the bank over the loan in May last year", "to take on a bank"),
    ("The International Criminal Court said on Friday that the camp was empty in May", "The International Court of Justice said on Friday that the camp was empty in May", "two courts"),
    ("Mr Hollis said on Friday that the firm had hidden the tests for years", "Michael Ross said on Friday that the firm had hidden the tests for years", 'initials that are not "Mr"'),
    ("The FBI said on Friday that the firm had hidden at least 20 tests", "The North Atlantic Treaty Organization said on Friday that the firm had hidden at least 20 tests", 'initials that are not "at"'),
    ("The union claims that a third of the nurses in Cork have left", "The ministry claims that a third of the nurses in Cork have left", "the claimant"),
]  # fmt: skip


@each_row(("a", "b", "reason"), SAME)
def test_a_thing_is_not_taken_for_a_speaker(a, b, assert_duplicate):
    assert_duplicate(a, b)


@each_row(("a", "b", "reason"), CHANGED)
def test_another_thing_or_speaker_is_reported(a, b, assert_told_apart):
    assert_told_apart(a, b)
