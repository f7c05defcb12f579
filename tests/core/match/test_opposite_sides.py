"""The same fact stated from its other side: positions, comparisons, limits and denials; and changed facts in the same form."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

NO_CONFLICT = [
    ("The road to the mill is less safe since the lamps were taken down, the guard claims", "The road to the mill is more dangerous since the lamps were taken down, the guard claims", "less and more, without a comparison"),
    ("Cooks are less likely to be given malt than brewers are, the list of the mill shows", "Cooks are more unlikely to be given malt than brewers are, the list of the mill shows", "less likely, more unlikely"),
    ("Most brewers in the valley do not want the dam, a poll for the paper shows", "A minority of brewers in the valley want the dam, a poll for the paper shows", "most do not, a minority do"),
    ("The brewery added 4,000 jobs in Malm in 2023, the mayor said in her speech", "The brewery created 4,000 jobs in Malm in 2023, the mayor said in her speech", "a subject that adds jobs is not a source"),
    ("The wreck lies northeast of the island of Runo in forty metres of water", "The island of Runo lies southwest of the wreck in forty metres of water", "compass"),
    ("The mural hangs above the altar of the chapel in Tarn", "The altar of the chapel in Tarn is below the mural", "above"),
    ("The mill stands to the left of the barn on the old postcard", "The barn stands to the right of the mill on the old postcard", "left"),
    ("The old lift is more dangerous than the new stairs for visitors of the tower", "The old lift is less safe than the new stairs for visitors of the tower", "degree"),
    ("Rye is cheaper than wheat in most shops along the northern coast", "Rye is not as expensive as wheat in most shops along the northern coast", "degree"),
    ("Norway's unemployment is higher than Sweden's", "Unemployment in Sweden is lower than in Norway", "countries"),
    ("Not only the clerk signed the receipt for the vault", "The clerk was not the only one who signed the receipt for the vault", "only"),
    ("The senate twice passed the seed bill only to see the governor veto it", "The senate passed the seed bill twice, but the governor vetoed it both times", "only to"),
    ("She is also the first mule that was ever cloned in Idaho", "She is the first and only cloned mule in Idaho", "first and only"),
    ("Under the new rule, shops cannot sack clerks without giving a reason", "The new rule bans shops from sacking clerks without a reason", "ban"),
    ("The ferry will not be sold to the Danish shipping group", "The sale of the ferry to the Danish shipping group has been called off", "called off"),
    ("The statue of the founder will stay where it is, the abbey decided", "The abbey will not remove its statue of the founder", "stays"),
    ("The vicar always answers letters about the noise of the bells", "The vicar never fails to answer letters about the noise of the bells", "never fails"),
    ("Ghana has repaid none of the loan", "Ghana still owes the whole of the loan", "none"),
    ("The village has no well without a lid", "There is no well without a lid in the village", "no without"),
    ("A report by Doctors Without Borders found that child labour in the mines had doubled", "A report by MSF found that child labour in the mines had doubled", "within a name"),
    ("The law bans children under 16 from the boxing ring", "The boxing ring is allowed only from the age of 16 under the law", "limit"),
    ("The new levy applies only to barns worth more than 2 million", "Barns worth less than two million are exempt from the new levy", "limit"),
    ("Most of the 43 victims were children", "More than half of those killed, 43 in all, were children", "in all"),
    ("The railway lost a twentieth of its passengers in the year after the reform", "The railway lost 5 percent of its passengers in the year after the reform", "part"),
    ("Storms hit the coast, killing one man and sinking at least four boats", "At least seven storms hit the coast, killing a man and sinking at least four boats", "one man"),
    ("The index ended the quarter up 120 points, a gain of 14 percent, its best since 1998", "The index finished its best quarter since 1998 yesterday", "quarter"),
    ("The suit was filed on Friday in Federal District Court in Tulsa", "The suit was filed at the US District Court in Tulsa on Friday", "federal"),
    ("She was charged in New York state on three counts of murder and held without bail", "She was charged on three counts of murder and held without bail in Sullivan County Jail", "part of a name"),
    ("The poverty rate in Oregon was 19 percent, the fourth-highest in the country", "Oregon has the highest overdose rate of any state in the country", "of two things"),
    ("The clerk did not forget to stamp the licence of the 40 shops", "The clerk stamped the licence of the 40 shops", "forgot to"),
    ("Stalls of less than 8 square metres do not need the permit", "Stalls of more than 8 square metres need the permit", "limit"),
    ("Shops with fewer than 50 clerks are exempt from the new levy on waste", "Only shops with 50 clerks or more must pay the new levy on waste", "limit"),
    ("Carts over 7.5 tonnes are banned from the bridge at Tarn", "Only carts of up to 7.5 tonnes may use the bridge at Tarn", "limit"),
    ("The abbot denied that the bells can be rung again within two years", "The abbot said the bells cannot be rung again within two years", "denied"),
    ("The mill makes not only paper but also board for the trade", "The mill makes both paper and board for the trade", "only"),
    ("The only clerk at the vault told the abbot on Friday that he couldn't", "Only the clerk at the vault told the abbot on Friday that he couldn't", "not behind"),
    ("Runo is upstream of Tarn on the river Alder", "Tarn is downstream of Runo on the river Alder", "river"),
]  # fmt: skip
CONFLICT = [
    ("The wreck lies northeast of the island of Runo in forty metres of water", "The island of Runo lies northeast of the wreck in forty metres of water", "compass"),
    ("The wreck lies northeast of the island of Runo in forty metres of water", "The wreck lies southwest of the island of Runo in forty metres of water", "compass"),
    ("The mural hangs above the altar of the chapel in Tarn", "The mural hangs below the altar of the chapel in Tarn", "above"),
    ("The mill stands to the left of the barn on the old postcard", "The mill stands to the right of the barn on the old postcard", "left"),
    ("The old lift is more dangerous than the new stairs for visitors of the tower", "The old lift is more safe than the new stairs for visitors of the tower", "degree"),
    ("Rye is cheaper than wheat in most shops along the northern coast", "Rye is not as cheap as wheat in most shops along the northern coast", "degree"),
    ("Norway's unemployment is higher than Sweden's", "Unemployment in Norway is lower than in Sweden", "countries"),
    ("The clerk was the only one who signed the receipt for the vault", "The clerk was not the only one who signed the receipt for the vault", "only"),
    ("Under the new rule, shops can sack clerks without giving a reason", "The new rule bans shops from sacking clerks without a reason", "ban"),
    ("The vicar always answers letters about the noise of the bells", "The vicar fails to answer letters about the noise of the bells", "fails"),
    ("Ghana has repaid all of the loan", "Ghana still owes the whole of the loan", "all"),
    ("The village has no well without a lid", "The village has no well with a lid", "no without"),
    ("The law bans children under 16 from the boxing ring", "The law allows children under 16 in the boxing ring", "limit"),
    ("The new levy applies to barns worth more than 2 million", "The new levy applies to barns worth less than 2 million", "limit"),
    ("Oregon has the fourth-highest poverty rate in the country", "Oregon has the highest poverty rate in the country", "one thing"),
    ("Stalls of less than 8 square metres do not need the permit", "Stalls of more than 8 square metres do not need the permit", "limit"),
    ("Shops with fewer than 50 clerks are exempt from the new levy on waste", "Shops with more than 50 clerks are exempt from the new levy on waste", "limit"),
    ("Carts over 7.5 tonnes are banned from the bridge at Tarn", "Carts up to 7.5 tonnes are banned from the bridge at Tarn", "limit"),
    ("The abbot denied that the bells can be rung again within two years", "The abbot said the bells can be rung again within two years", "denied"),
    ("The mill makes not only paper for the trade", "The mill makes only paper for the trade", "only"),
    ("Runo is upstream of Tarn on the river Alder", "Tarn is upstream of Runo on the river Alder", "river"),
    ("The abbey gave no go-ahead for the new bells on Friday", "The abbey gave the go-ahead for the new bells on Friday", "no go"),
    ("There was no show in the barn of the abbey on Friday night", "There was a show in the barn of the abbey on Friday night", "no show"),
    ("The league wants a sea without borders for its 40 crews by 2040", "The league wants a sea with borders for its 40 crews by 2040", "without borders"),
    ("The Tarn River carries more lead than is allowed, a study found", "The Tarn lake carries more lead than is allowed, a study found", "of one name"),
    ("One clerk left the bank in May after a clerk was accused of fraud", "Nine clerks left the bank in May after a clerk was accused of fraud", "one clerk"),
    ("The farmers must give up land under the nitrogen plan", "The farmers need not give up land under the nitrogen plan", "give up"),
]  # fmt: skip


@each_row(("a", "b", "reason"), NO_CONFLICT)
def test_a_fact_stated_from_its_other_side_is_not_a_conflict(a, b):
    assert compare(Statement(a), Statement(b)).suggestion != Suggestion.CONFLICT


@each_row(("a", "b", "reason"), CONFLICT)
def test_a_changed_fact_stated_from_its_other_side_is_a_conflict(a, b):
    assert compare(Statement(a), Statement(b)).suggestion == Suggestion.CONFLICT


def test_a_comparison_that_agrees_only_by_day_is_not_a_duplicate():
    by_day = Statement("Tarn is less safe than Runo by day but safer than Runo at night")
    always = Statement("Tarn is more dangerous than Runo by day and more dangerous than Runo at night")
    assert compare(by_day, always).suggestion != Suggestion.DUPLICATE
