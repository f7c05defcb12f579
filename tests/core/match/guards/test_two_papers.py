"""Two newspapers' versions of one report: names, numbers and function words that do not contradict each other."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement
from tests.tables import each_row

REWORDED = [
    ("Shares in Velkor rose 40 cents on Friday to close at $12.60 on the Dax.", "Velkor's stock was up 40 cents, to $12.60, in Frankfurt on Friday.", "an index and a place, after other prepositions"),
    ("The drawing was snatched from Ghent gallery on Friday", "The drawing was snatched in Flanders on Friday", "from where, and where"),
    ("Former Dutch border guard Tarnow dead at 91", "Olav Tarnow, convicted Dutch border guard, dies aged 91", '"former" is not part of a name'),
    ("The tool works in Velkor Basic on the phone", "Adler's tool works in VelkorBasic on the phone", "a name run together"),
    ("Firms can be sued under the Travellers with Handicaps Act for refusing to let them board.", "Under the THA firms can be sued for refusing to let them board, the court said.", "the letters of a name with a small word in it"),
    ("The stock closed on Friday at $5.91, down $1.24, on the Velkor Stock Market.", "Shares of Brandtal closed at $5.91 on Friday, down $1.24.", "a word used as a name"),
    ("Olav Brandt, 18, who had just graduated from Marl Grammar School, was among those arrested.", "Olav Brandt, 18, of Lower Saxony, was among those arrested.", "a school and a country after a comma"),
    ("The diocese in Graz has offered nine million euros to settle the lawsuits, according to a paper obtained by Kurier News.", "The Austrian Catholic diocese of Graz has offered nine million euros to settle the lawsuits of victims.", "receiving a paper is not another act"),
    ("Velkor is preparing to alter its browser, after a verdict that went against the company, Velkor said on Friday.", "Velkor is going to change its browser because of a verdict against it, the company said on Friday.", "the company may be the one that the other names"),
    ("She reportedly claims the minister had made a deal with her to keep the licence while the rival group was banned.", "She was quoted as saying the minister had made a deal with her to keep the licence while the notorious rival group was banned.", "how her statement is known"),
    ("The group criticising Marlow, the League of Island Voters, said the actor's seat on the board casts doubt on his aims.", "The League of Island Voters, the group criticising Marlow, said the actor's seat on the board casts doubt on his aims.", "the person criticised"),
    ("The state will bring in a law this year that bans unsolicited mail, the minister for trade, Senator Olav Tarn announced today.", "Torvia will bring in a law this year to ban spam, the minister for trade and the arts, Senator Olav Tarn, announced today.", '"today" is not a person'),
    ("Tarnow, 31, is now charged with murder in the deaths of his wife and their son.", "Tarnow is charged with two counts of murder in the deaths of his wife and their son.", "an age and a number of charges"),
    ("Now, nearly two years later, Brandt prepares for trial on charges of murder and tampering with evidence.", "Ilsa Jana Brandt, 27, is charged with murder and tampering with evidence.", "a period and an age"),
    ("College students will see their tuition rise by $300 to $2,800 or 12 percent.", "Tuition at the six two-year colleges will rise by $300, to $2,800.", "a share and a number of colleges"),
    ("Based on having at least one of the symptoms, most nurses had been ill for three weeks in the last year.", "The nurses had at least one of the 13 symptoms for three weeks of the past year.", "also with a total"),
    ("The index slipped 12.27 points, or 1.23 percent, to 981.73.", "The index fell 12.27 points or 1.2 percent and closed at 981.73.", "rounded to one place less"),
    ("Buyers in Graz snapped up new and old homes at a brisk pace in April.", "Sales of old and new homes in Graz grew at a brisk pace in April.", "purchases are sales"),
    ("Legato owners will get 0.9 of a share of Velkor stock for every share of Legato they own.", "Under the deal, Legato owners will receive 0.9 shares of Velkor stock for each Legato share they hold.", "the same one is named twice"),
    ("They were at the traditional ceremony in Graz with some non-traditional music.", "He said they were at the traditional ceremony in Graz with some nontraditional music.", "one word or two"),
    ("They also drafted a non-binding list of goals for the hospital in Graz.", "They also drafted a nonbinding list of goals for the hospital in Graz.", "one word or two"),
    ("The island's army retakes the Tarnow castle from rebels", "The island's army retakes the historic Tarnow castle", "each says more, in two places"),
    ("The police are trying to find out when officials of the palace and guards of the governor's wife first heard of Brandt and learned about his work at the observatory.", "The police are trying to find out when palace officials and guards of the governor's wife first heard about Brandt and learned about his work at the institute.", "a long text largely reworded"),
    ("Brandt came to Graz in 1961, a year after the Cuban revolution.", "Brandt came to Graz in 1961, a year after Fidel Castro overthrew a dictator and set up a government.", "country and person"),
    ("The bishop of Graz, Olav Brandt III, declined, through a spokesman, to comment on the letter on Saturday.", "The bishop of Graz, Olav Brandt, declined to comment on Saturday's letter.", "through whom he declined"),
    ("Tomorrow's hearing is to give an inside look at the design and sale of the shelters.", "Tuesday's hearing is to give an inside look at the design and the sale of the shelters.", "tomorrow may be a Tuesday"),
    ("Only one of several banks passed the stress test.", "Just one bank passed the stress test.", "one, and the total"),
    ("Just one of the many suspects was charged.", "Only one suspect was charged.", "one, and the total"),
    ("Police kept pro-war and anti-war marchers apart.", "Police separated anti-war and pro-war marchers.", "in another order"),
    ("Investigators disclosed the account had been closed in May.", "Investigators revealed the account was closed in May.", '"disclosed" is not the opposite of "closed"'),
    ("The factory that makes inflammable paint is closed.", "The factory that makes flammable paint is closed.", '"inflammable" is "flammable"'),
    ("Peru frees two Chileans", "Two Chileans released by Peru", "a headline without its auxiliary"),
    ("Holm ran the 100 metres in 9.58 seconds.", "Holm ran the 100 metres in 9.6 seconds.", "rounded to one place less"),
    ("Peru alone signed.", "Nobody but Peru signed.", '"alone" before a bare verb'),
    ("Kettle is a mountain in Torvia that erupts often.", "Kettle is a volcano in Torvia which often erupts.", "a mountain may be a volcano"),
    ("Lesvar is a city in Torvia with 6 million people.", "Lesvar is a state of 6 million people in Torvia.", "a city may be a state"),
    ("The Kettle is a newspaper based in Graz.", "The Kettle is a company that has its seat in Graz.", "a company may be a newspaper"),
    ("Emma Reed is a star of football from Torvia.", "Emma Reed is a football player who comes from Torvia.", "a player may be a star"),
    ("The vote in Graz is not binding on the senate.", "The vote in Graz is non-binding on the senate.", '"non-" as "not"'),
    ("They drafted a list of goals that is not binding.", "They drafted a non-binding list of goals.", '"non-" as "not", before the noun'),
    ("Graz backed a 3 percent rise in the tax on second homes.", "Graz backed a rise of 3 percent in the tax on second homes.", "an amount before or after"),
    ("Graz has a vaccine for measles that needs no cooling.", "Graz has a vaccine against measles that needs no cooling.", "an illness"),
    ("The senator who refused to testify was elected again in May.", "The senator was elected again in May.", "a negation in a relative clause"),
    ("The bank, which denied any guilt, paid a fine of 3 million euros.", "The bank paid a fine of 3 million euros.", "a negation between commas"),
    ("The mayor avoided the press, and the governor signed the law.", "The governor signed the law.", "a negated act of another"),
    ("Rents in Graz rose 21 percent last year.", "Bus fares in Graz rose 7 percent last year.", "two numbers of two things"),
    ("Exports to Torvia fell by 12 percent in March.", "Imports from Torvia fell by 4 percent in March.", "two numbers of two things"),
]  # fmt: skip
CHANGED = [
    ("Kettle will close its three factories in Samoa by the end of 2026.", "Kettle will close its three factories in American Samoa by the end of 2026.", "a territory of another state"),
    ("Graz argued for the vaccine in the debate on Monday.", "Graz argued against the vaccine in the debate on Monday.", "for it or against it"),
    ("The senator who refused to testify was elected again in May.", "The senator who refused to testify was not elected again in May.", "a negated predicate"),
    ("The jab is for children who have had the disease.", "The jab is for children who have never had the disease.", "a negation within a relative clause"),
    ("The vote in Graz is binding on the senate.", "The vote in Graz is non-binding on the senate.", "bound or not"),
    ("Graz backed a 3 percent rise in the tax on second homes.", "Graz backed a cut of 3 percent in the tax on second homes.", "up or down"),
    ("Rents in Graz rose 21 percent last year.", "Rents in Graz rose 7 percent last year.", "two numbers of one thing"),
    ("Rents in Graz rose 21 percent last year.", "Bus fares in Graz rose 21 percent last year.", "one number of two things"),
    ("Joblessness fell by 3 points in five years.", "Unemployment fell by 1 point in five years.", "one thing in other words"),
    ("Shares in Velkor rose 40 cents on Friday to close at $12.60 in Paris.", "Velkor's stock was up 40 cents on Friday to close at $12.60 in Frankfurt.", "two places, after one preposition"),
    ("The camp at Lesvar holds nearly nine thousand people.", "Almost 9,000 people live in the camp in Torvia.", '"at" and "in" for one place'),
    ("UEFA moved the final of 2022 from Brno to Graz.", "The final of 2022 was moved from Brno to Graz by FIFA.", "an agent far from its auxiliary"),
    ("The company hid the leak from the town, the union said on Friday.", "The union hid the leak from the town, the company said on Friday.", "each says it of the other"),
    ("Olav Tarnow, 31, was charged on Tuesday with murder in five killings.", "Olav Tarnow, 33, was charged on Tuesday with murder in five killings.", "two ages"),
    ("The nurses had at least two of the 13 symptoms for three weeks of the past year.", "The nurses had at least one of the symptoms for three weeks of the past year.", "another part of them"),
    ("The index slipped 12.27 points, or 1.26 percent, to 981.73.", "The index fell 12.27 points or 1.2 percent and closed at 981.73.", "rounding would give another number"),
    ("They also drafted a non-binding list of goals for the hospital in Graz.", "They also drafted a binding list of goals for the hospital in Graz.", "bound or not"),
    ("The police are trying to find out when Brandt learned about his wife's work at the observatory.", "The police are trying to find out when Brandt learned about his wife's work at the institute.", "the one word that differs"),
    ("The bank's appeal against the levy on sand was dismissed.", "The bank succeeded in its appeal against the levy on sand.", "two verbs may stand in two places"),
    ("The railway was paid for with a Chinese loan.", "The railway was paid for with a Velkor loan.", "a modifier in both"),
    ("The firm declined on Friday to say who had bought the mine in Lapland.", "The firm said on Friday who had bought the mine in Lapland.", "a refusal on a day"),
    ("Martin Hollis told the inquiry that the firm had hidden the results of the tests for eleven years.", "Robert Kane Jr. told the inquiry that the firm had hidden the results of the tests for eleven years.", "an abbreviation mark"),
    ("The minister alone read the summary of the report on the rescue of the bank.", "Everybody but the minister read the summary of the report on the rescue of the bank.", "only one, and all but one"),
    ("Mia Holt, 34, died in Kent.", "Mia Holt died in Kent at 36.", "two ages, one at the end of the sentence"),
    ("Mia Holt died on Friday. She was 84.", "Mia Holt, 87, died on Friday.", "two ages in two sentences"),
    ("In Lesvar, 34, among them 12 children, were killed.", "In Lesvar, 54 people were killed, among them 12 children.", "how many, after a place"),
    ("Killed in Lesvar: 34.", "Killed in Lesvar: 54 people.", "how many, after a place"),
    ("Only one bank passed the stress test.", "Several of the banks passed the stress test.", "one or several"),
    ("The bug is in version 2.41 of the app.", "The bug is in version 2.4 of the app.", "two names, and none is rounded"),
    ("Article 5.12 bans torture.", "Article 5.1 bans torture.", "two names, and none is rounded"),
    ("Talks were held in Graz, Linz and Brno.", "Talks were held in Linz, Lesvar and Graz.", "names of a list in another order"),
    ("Tuesday's strike was called off.", "Thursday's strike was called off.", "two days, and no misprint"),
    ("Rents stayed the same and taxes rose.", "Rents rose and taxes stayed the same.", "each does what the other did"),
    ("The toll is far from popular with farmers.", "The toll is popular with farmers.", '"far from" is a negation'),
    ("The party that never won more than 5 percent runs the port of Graz.", "The party that won more than 5 percent runs the port of Graz.", '"never more than" is not a record'),
    ("Rents in Graz have never been higher than they were in 2009.", "Rents in Graz have been higher than they were in 2009.", '"never more" and "more"'),
    ("Rents in Graz rose by 21 percent in five years.", "Landlords in Graz raised rents by 12 percent in five years.", "the agent of a change"),
    ("Non-EU students at the college in Graz pay three times the fees.", "EU students at the college in Graz pay three times the fees.", "a name of two letters"),
    ("One hundredth of 1 percent of the votes in Graz were forged.", "One percent of the votes in Graz were forged.", "a hundredth of it"),
    ("It is true that the bank in Graz knew of the fraud.", "It is not true that the bank in Graz knew of the fraud.", "true and not true"),
    ("The bank in Graz knew of the fraud for years.", "That the bank in Graz knew of the fraud for years isn't true.", "reported and not true"),
]  # fmt: skip

POSSIBLY_DIFFERENT = [
    ("The bloc said the drought in Torvia had cost it two harvests.", "The World Bank said the drought in Torvia had cost it two harvests.", "a bank is not a bloc"),
    ("The court said the drought in Torvia had cost it two harvests.", "The World Bank said the drought in Torvia had cost it two harvests.", "a bank is not a court"),
    ("The group backing Tarnow said the tax would cost the islands a million.", "The group criticising Tarnow said the tax would cost the islands a million.", "two groups"),
    ("The group fighting Tarnow said the tax would cost the islands a million.", "The group opposing Tarnow said the tax would cost the islands a million.", "perhaps two groups"),
]  # fmt: skip


@each_row(("a", "b", "reason"), REWORDED)
def test_two_versions_of_one_report_do_not_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)


@each_row(("a", "b", "reason"), CHANGED)
def test_a_different_fact_is_a_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), POSSIBLY_DIFFERENT)
def test_a_possibly_different_person_is_reported_without_a_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "related")


SAME = [
    ("The bridge which the engineers never inspected fell on Sunday.", "The bridge that fell on Sunday was never inspected by the engineers.", "a negation inside and outside a relative clause"),
    ("1/100th of 1 percent of the votes cast in Graz were forged.", "0.01 percent of the votes cast in Graz were forged.", "a part of a percent"),
    ("One-hundredth of 1 percent of the votes cast in Graz were forged.", "0.01 percent of the votes cast in Graz were forged.", "the same in words"),
]  # fmt: skip


@each_row(("a", "b", "reason"), SAME)
def test_two_descriptions_of_one_thing_are_duplicates(a, b, assert_suggested):
    assert_suggested(a, b, "duplicate")


def test_a_share_in_digits_is_quoted_as_written():
    a, b = (Statement(f"{part} of the votes cast in Graz were forged.") for part in ("1/10", "3/4"))
    assert compare(a, b).differences == ("differs: 1/10 / 3/4",)
