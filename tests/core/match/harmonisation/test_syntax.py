"""Constructions that grammar allows for one meaning are read as one; roles, scope and order of events are kept."""

from claimtrack.core.match.harmonisation.syntax import simplify, simplify_both
from claimtrack.core.model import Suggestion
from tests.core.match.comparing import suggest
from tests.tables import each_row

PLAIN = [
    ("It was hunters who found the bear in Graz.", "Hunters found the bear in Graz.", "a cleft"),
    ("It was only in 2021 that Kell banned the drug.", "Kell banned the drug only in 2021.", "a time in a cleft"),
    ("The person who leaked it was Ada Moor.", "Ada Moor leaked it.", "a pseudo-cleft"),
    ("Kell did not ban the drug until 2021.", "Kell did ban the drug only in 2021.", "not until a year"),
    ("Kell won't ban the drug until the vote.", "Kell will ban the drug only after the vote.", "not until something happens"),
    ("Not until the vote did Kell ban the drug.", "Did Kell ban the drug only after the vote.", "with the subordinate clause first"),
    ("Until the vote, Kell had not banned the drug.", "Kell had banned the drug only after the vote.", "until then"),
    ("Nobody but the treasurer saw the contract.", "Only the treasurer saw the contract.", "nobody but"),
    ("The treasurer alone saw the contract.", "Only the treasurer saw the contract.", "alone"),
    ("The treasurer was the only one who saw it.", "Only the treasurer saw it.", "the only one"),
    ("The thieves did not take anything but coins.", "The thieves did take only coins.", "not anything but"),
    ("The bank and its owner did not pay the fine.", "Neither its owner nor the bank did pay the fine.", 'two subjects with "neither"'),
    ("Neither Mali nor Benin signed the pact.", "Neither Benin nor Mali signed the pact.", "a fixed order"),
    ("Mali signed the pact, and so did Benin.", "Both Mali and Benin signed the pact.", '"so did"'),
    ("Two wards were full, so the clinic sent patients home.", "The clinic sent patients home because two wards were full.", "so"),
    ("The dam broke. As a result, the valley was flooded.", "The valley was flooded because the dam broke.", "as a result"),
    ("The reason the dam broke is that it rained.", "The dam broke because it rained.", "the reason"),
    ("The dam had cracks; however, the town kept it full.", "The town kept it full although the dam had cracks.", "however"),
    ("Kell will not pay unless the court agrees.", "Kell will pay only if the court agrees.", "not unless"),
    ("Kell will pay provided that the court agrees.", "Kell will pay if the court agrees.", "provided that"),
    ("Should the court agree, Kell will pay.", "If the court agree, Kell will pay.", '"should" at the beginning'),
    ("Diesel is not as cheap as petrol.", "Diesel is less cheap than petrol.", "not as"),
    ("The lake is not nearly as deep as the sea.", "The lake is less deep than the sea.", "not nearly as"),
    ("Only after the inn was closed did Kell pay.", "Did Kell pay only after the inn was closed.", "a verb before the opening clause"),
    ("Kell did not plant as many trees as Orsk.", "Kell did plant fewer trees than Orsk.", "not as many"),
    ("Kell isn't going to pay.", "Kell will not pay.", "going to"),
    ("Kell did not open the lock until an hour before the tide.", "Kell did open the lock only an hour before the tide.", "not until shortly before"),
    ("Both Kell and Vale failed to pay the fine.", "Neither Kell nor Vale did pay the fine.", "two who failed to"),
    ("The boat was the lawyer's brother.", "The boat was the brother of the lawyer.", "whose kin"),
    ("Neither tolls nor a steep tax can end it.", "Neither a steep tax nor tolls can end it.", "two subjects with their modifiers"),
]  # fmt: skip
KEPT = [
    ("Ada Moor will not stay in office until May.", "not staying is leaving earlier"),
    ("Kell has not paid until now.", '"not until now" is "not yet"'),
    ("Ada flew alone across the lake.", '"alone" as "by herself"'),
    ("Exports to France alone fell by 9 percent.", '"alone" after a noun'),
    (
        "The general believes that the truce will hold, but the major has doubts.",
        "a short clause",
    ),
    ("Mali has signed the pact, but Niger has not.", "an elliptical second clause"),
    ("The pupils had not seen rain as heavy as this.", "two things without a measure"),
    (
        "It was a mistake that cost the town money.",
        "a cleft without a name",
    ),
    ("It was sold after a strike that lasted nine weeks.", "a participle is not a name"),
    ("The park was opened by Ada's brother.", "not a relative of the park"),
    ("The barge was towed to the pilot's uncle.", "not a relative of the barge"),
    ("The clerk, who left in May, provided an account of the sale.", '"provided" as a verb'),
    ("The barge carries mail, providing a link to the islands.", '"provides" as a verb'),
    ("The pier can be extended as long as 21 miles.", '"as long as" as a length'),
    ("The reason for the delay was that the brakes were wet.", "no clause says what it was"),
    ("Resigning along with Berg was Karl Lund.", "an act is not a name"),
    ("The ferries are going to Malta.", '"going to" a place'),
    ("Half of the islanders are going to the polls.", '"going to" a place with an article'),
    ("Owls do not nest here and will not return unless the barn is rebuilt.", "two negations"),
    (
        "The mayor did not say whether the bridge will open until Friday.",
        "a past denial or a future act",
    ),
]


@each_row(("written", "plain", "reason"), PLAIN)
def test_a_construction_is_simplified(written, plain):
    assert simplify(written).text == plain
    assert simplify(plain).text == plain


@each_row(("written", "reason"), KEPT)
def test_a_construction_that_may_mean_something_else_is_kept(written):
    assert simplify_both(written, "Something else was told of it.")[0] == written


SAME = [
    ("The regulator banned the weedkiller from public parks only in 2021.", "The regulator did not ban the weedkiller from public parks until 2021.", "until"),
    ("The ministry published the list of polluted wells only after the election.", "Not until the election did the ministry publish the list of polluted wells.", "until"),
    ("It was not until the third accident that the firm recalled the brakes.", "The firm didn't recall the brakes until after the third accident.", "until"),
    ("No one except the treasurer read the first page of the contract.", "The treasurer was the only one who read the first page of the contract.", "only"),
    ("The inspectors only checked the brakes of the trains before the accident.", "The inspectors checked only the brakes of the trains before the accident.", "only"),
    ("The inspectors checked nothing but the brakes of the trains before the accident.", "The inspectors checked just the brakes of the trains before the accident.", "only"),
    ("Neither the mayor nor the bishop attended the funeral of the firefighters.", "Neither the bishop nor the mayor attended the funeral of the firefighters.", "neither"),
    ("The mayor and the bishop did not attend the funeral of the firefighters.", "The mayor did not attend the funeral of the firefighters, nor did the bishop.", "neither"),
    ("Sweden as well as Finland will train pilots at air bases in the north.", "Both Sweden and Finland will train pilots at air bases in the north.", "both"),
    ("The hospital closed its ward because its doctors had left for Germany.", "Its doctors had left for Germany, and therefore the hospital closed its ward.", "the reason in other words"),
    ("Its doctors had left for Germany, which is why the hospital closed its ward.", "The reason the hospital closed its ward is that its doctors had left for Germany.", "the reason in other words"),
    ("The vaccine was tested on 30,000 people; however, the agency refused to approve it.", "Although the vaccine was tested on 30,000 people, the agency refused to approve it.", "although"),
    ("The port will not reopen to ships unless the dockers accept the contract.", "The port will reopen to ships only if the dockers accept the contract.", "if"),
    ("The port will reopen to ships on condition that the dockers accept the contract.", "Should the dockers accept the contract, the port will reopen to ships.", "if"),
    ("Austria took in as many refugees as Denmark in the first year of the war.", "Denmark took in as many refugees as Austria in the first year of the war.", "as much"),
    ("The army recruited a greater number of women than the navy in the last years.", "The army recruited more women than the navy in the last years.", "more"),
    ("Only after the drivers had gone on strike did the firm agree to talk about pay.", "The firm agreed to talk about pay only after the drivers had gone on strike.", "agreed"),
    ("Both the bank and its lawyer failed to warn the pensioners of the loss.", "Neither the bank nor its lawyer warned the pensioners of the loss.", "failed to"),
    ("The government isn't going to raise the retirement age for nurses next year.", "The government won't raise the retirement age for nurses next year.", "will"),
]  # fmt: skip
OTHER = [
    ("The hospital closed its ward because its doctors had left for Germany.", "The hospital closed its ward, so its doctors left for Germany.", "cause and effect"),
    ("The firm moved its factory to Slovakia, so the union rejected the cut in wages.", "The union rejected the cut in wages, so the firm moved its factory to Slovakia.", "cause and effect"),
    ("The hospital closed its ward because its doctors had left for Germany.", "Its doctors had left for Germany, but the hospital closed its ward.", "because, although"),
    ("Only the treasurer saw the first page of the contract.", "The treasurer saw nothing but the first page of the contract.", "who, what"),
    ("Nobody but the treasurer saw the first page of the contract.", "The treasurer saw only the first page of the contract.", "who, what"),
    ("Neither the bishop nor the mayor attended the funeral of the firefighters.", "The mayor and the bishop attended the funeral of the firefighters.", "neither, both"),
    ("Germany and Italy did not sign the declaration on journalists in war zones.", "Germany but not Italy signed the declaration on journalists in war zones.", "neither, one"),
    ("Sweden as well as Finland will train pilots at air bases in the north.", "Sweden or Finland will train pilots at air bases in the north.", "both, either"),
    ("If the dockers do not accept the contract, the port will reopen to ships.", "The port will not reopen to ships if the dockers accept the contract.", "what is denied"),
    ("The ministry did not publish the list of polluted wells until the election.", "The ministry published the list of polluted wells before the election.", "before, after"),
    ("Austria did not take in as many refugees as Denmark in the first year of the war.", "Denmark took in fewer refugees than Austria in the first year of the war.", "which is more"),
    ("The bakeries will not open on Sundays unless the town agrees to the new rota.", "The bakeries will not open on Sundays if the town agrees to the new rota.", "unless, if"),
    ("Nothing but the roof of the church survived the fire that began in the tower.", "Everything but the roof of the church survived the fire that began in the tower.", "nothing, everything"),
    ("Nobody but the cook of the trawler was saved from the lake on Sunday night.", "Everybody but the cook of the trawler was saved from the lake on Sunday night.", "nobody, everybody"),
    ("The mayor of Porto was sued over the tram line by the head of the agency.", "It was the mayor of Porto who sued the head of the agency over the tram line.", "who whom"),
]  # fmt: skip


@each_row(("a", "b", "reason"), SAME)
def test_the_same_fact_in_another_construction_is_a_duplicate(a, b, assert_suggested):
    assert_suggested(a, b, "duplicate")


@each_row(("a", "b", "reason"), OTHER)
def test_a_changed_fact_in_another_construction_is_a_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


FROM_EITHER_END = [
    ("The fall in house prices led to the crisis of the banks in the south of Spain.", "The crisis of the banks in the south of Spain was caused by the fall in house prices.", "an effect"),
    ("A software error was behind the failure of the power grid on Monday evening.", "A software error caused the failure of the power grid on Monday evening.", "behind it"),
    ("Morocco won against Egypt in the quarter-final of the Africa Cup on Friday.", "Morocco beat Egypt in the quarter-final of the Africa Cup on Friday.", "who won"),
    ("Warren has a lead of four points over Doyle in the latest poll for Boston.", "Warren is four points ahead of Doyle in the latest poll for Boston.", "who leads"),
    ("The bank gave the football club a loan of 40 million euros before it went bankrupt.", "The bank lent the football club 40 million euros before it went bankrupt.", "who lent"),
    ("The pilot was taught flying by the minister at an airfield near the Polish border.", "The pilot learnt flying from the minister at an airfield near the Polish border.", "who taught whom"),
    ("The pilot caught the virus from a nurse at the hospital in Graz on the last day.", "It was from a nurse at the hospital in Graz that the pilot got infected with the virus on the last day.", "recipient and source"),
    ("A former student carried out an attack on a teacher at the school in Graz.", "A teacher was the victim of an attack by a former student at the school in Graz.", "who attacked whom"),
    ("The judge is the defendant's mother, a fact that the court hid from the victims.", "The judge is the mother of the defendant, a fact that the court hid from the victims.", "whose mother"),
    ("The planned waste dump lies to the north of the village of Lindow near the well.", "The village of Lindow is south of the planned waste dump near the well.", "where it lies"),
    ("The health minister told reporters that the vaccine was safe for pregnant women.", "The health minister said the vaccine is safe for pregnant women and babies in the womb, too.", "as it was said"),
]  # fmt: skip
TURNED = [
    ("The fall in house prices led to the crisis of the banks in the south of Spain.", "The fall in house prices was caused by the crisis of the banks in the south of Spain.", "an effect"),
    ("Morocco had a win over Egypt in the quarter-final of the Africa Cup on Friday.", "Morocco was beaten by Egypt in the quarter-final of the Africa Cup on Friday.", "who won"),
    ("Warren has a lead of four points over Doyle in the latest poll for Boston.", "Doyle leads Warren by four points in the latest poll for Boston.", "who leads"),
    ("The bank gave the football club a loan of 40 million euros before it went bankrupt.", "The football club lent the bank 40 million euros before it went bankrupt.", "who lent"),
    ("The pilot was taught flying by the minister at an airfield near the Polish border.", "The minister learned flying from the pilot at an airfield near the Polish border.", "who taught whom"),
    ("A former student attacked a teacher at the school in Graz on the last day of term.", "A teacher carried out an attack on a former student at the school in Graz on the last day of term.", "who attacked whom"),
    ("The judge is the mother of the defendant, a fact that the court hid from the victims.", "The defendant is the judge's mother, a fact that the court hid from the victims.", "whose mother"),
    ("The planned waste dump is north of the village of Lindow near the only well.", "The village of Lindow lies north of the planned waste dump near the only well.", "where it lies"),
    ("The Danish parliament to ban the burning of holy books in public places.", "The Danish parliament has banned the burning of holy books in public places.", "to be done, done"),
    ("The bank does not have to publish the names of those who owe it a million.", "The bank must not publish the names of those who owe it a million.", "need not, must not"),
    ("All the schools in the county failed to receive the money for air filters.", "Not all the schools in the county received the money for air filters.", "none, not all"),
]  # fmt: skip


@each_row(("a", "b", "reason"), FROM_EITHER_END)
def test_a_relation_stated_from_the_other_end_is_not_a_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)


@each_row(("a", "b", "reason"), TURNED)
def test_a_reversed_relation_is_never_a_duplicate(a, b):
    assert Suggestion.DUPLICATE not in {suggest(a, b), suggest(b, a)}
