"""Notices that a page addresses to its readers are left out, and prose in the same words is kept."""

import pytest

from tests.tables import each_row

PROSE = "The mill closed on Monday with the loss of 400 jobs."


@each_row(
    "notice",
    [
        "Present: Cllr Ada Moor (Chair), Cllr Bo Lund (excused) and D Haas (Clerk).",
        "Ayes: Moor, Lund and Reed.",
        "Ordered by the House of Vale to be published on 4 May 2024.",
        "(END AT 10:31 A.M.)",
        "Last updated 4 May 2024.",
        "Article and photos by Ada Moor.",
        "Sign up for our free weekly newsletter here.",
        "Get the day's top headlines delivered to your inbox every morning.",
        "Thanks for signing up!",
        "Send it to us by e-mail.",
        "Thank you for joining us.",
        "Have a great weekend!",
        "You're receiving this newsletter because you subscribed to The Vale Post.",
        "You are receiving this because you signed up.",
        "Join 120,000 subscribers from just £1 a week.",
        "If you have received it in error, please notify the sender.",
        "The full list of signatories can be found here.",
        "Unsubscribe | Update your profile",
        "Order today and get 50% off!",
        "Join the conversation in the comments below",
        "Visit Vale Business's homepage for more stories.",
        "--This report was updated at 11:48 a.m.",
        "Read our Privacy Policy.",
        "Click here for more information.",
        "( PHOTOS: Workers on how to save the mill)",
        "(WATCH: Ada Moor speaks at the mill)",
        "(AP Photo/Ada Moor, File)",
        "Contributing: Ada Moor in Vale; Bo Lund and Ivo Weir in Brenno",
        "For more from The Vale Post, check out our latest issue",
        "For more, click here.",
        "Check out our interview with Ada Moor below:",
        "A photo posted by @adamoor on Apr 8, 2015 at 6:42am PDT",
        "Email Sign Up By signing up you agree to receive alerts from the Vale Post.",
        "Follow Ada Moor on Twitter and Facebook.",
        "This copy is for your personal, non-commercial use only.",
        "There was an error processing your subscription.",
        "You have been successfully subscribed!",
        "You may also like...",
        "If you buy something through this post, we may get a share of the sale.",
        "Vale Herald may receive a commission on orders placed through this article.",
        "Ada Moor contributed reporting from Brenno.",
        "Vale Press writer Ada Moor in Brenno contributed.",
        "Follow along here for live updates.",
        "Follow our live coverage here.",
        "For media enquiries call 01632 960999.",
        "This email and any attachments are confidential and intended solely for the person addressed.",
        "Forward this to a friend.",
        "(RELATED: Mill Owner Does Not Want To Talk About Its Debts)",
        "( Also on VALE POST: Mill owner buys a boat.)",
        "Read: Who owns the mill, and why is it shut?",
        "More: 'It was time for him to go': workers welcome the mill owner's leaving.",
        "Ada Moor covers county government. Reach her at the newsroom.",
        "If you know more about this, contact our investigations desk in confidence",
        "Letters may be edited. Please include your full address and a daytime telephone number",
        "More:'It was time for him to go.' Workers welcome the mill owner's leaving",
        "(Watch below.)",
        "By signing up, you agree to our Privacy Policy",
        "You can unsubscribe at any time.",
        "More On This...",
        "Invalid email address.",
        "You must select a newsletter to subscribe to.",
        "Click to share on Facebook (Opens in new window)",
        "Get breaking news alerts and special reports. The news and stories that matter, delivered weekday mornings.",
        "Editor's note: As a public service, all our coverage of the flood is free. No paywall.",
        "Read more of today's political news on the Vale Ticker.",
        "You can hear Moor discuss the mill around the one-minute mark.",
        "View all Vale Post newsletters.",
        "Send letters to: letters@vale.example.",
        "Write to Ada Moor at ada.moor@vale.example, Bo C. Lund at bo.lund@vale.example and Ivo Rook at ivo.rook@vale.example",
        "The opinions expressed by columnists are their own and do not represent the views of the Vale Post.",
        "12:30",
        "Swipe to view more stories.",
        "Add Mill Closure as an interest to stay up to date on the news.",
        "Respond to this post on our page here.",
    ],
)
def test_a_notice_to_readers_is_not_a_row(rows, notice):
    assert [row.text for row in rows(f"{PROSE}\n\n{notice}\n\n{PROSE}")] == [PROSE, PROSE]


@each_row(
    "roll",
    [
        pytest.param(
            "Present: Cllr A. Moor (chair), Cllr B. Haas, Cllr C. Reed, Cllr P. Lindel\nApologies: Cllr S. Kell",
            id="lines as wide as if a program had wrapped them, and a label that may be a place",
        ),
        pytest.param(
            "PRESENT: Ada Moor (Chair), Bo Haas,\nCy Reed and P. Lindel.\nIN ATTENDANCE: Di Odd (Clerk)",
            id="a label in capitals, which may be a place, too",
        ),
    ],
)
def test_each_line_of_a_roll_stands_for_itself(rows, roll):
    found = rows(f"{roll}\n\nCllr Lindel said that the path had cost 2.4 million pounds.")
    assert [(row.text, row.speaker.endswith("Lindel")) for row in found] == [
        ("the path had cost 2.4 million pounds", True)
    ]


@each_row(
    "text",
    [
        "Subscribers of the gas company paid 400 dollars more last year.",
        "The firm gets 40 percent of its orders through its newsletter, Moor wrote.",
        "Visit Vale and the homepage of the port, which had 400 entries, to see it.",
        "The report was updated by the court in May with 12 more names.",
        "Present: 40 boats, Moor counted in May.",
        "Witnesses: 40 dead in Vale.",
        "Report by MPs blames minister.",
        "Ends at 10 in Vale: 40 boats sank.",
        "You may also lose your licence for 12 months.",
        "You may opt out at any time under the law, which was passed in May.",
        "This post has been updated since 1743 with a roof and 12 lifts.",
        "An error in the software cost the bank 4 million.",
        "Moor contributed 40,000 to the campaign.",
        "The reporter asked what each of the firms contributed to the fund.",
        "Agents may earn a commission of 6 percent on each house.",
        "An error occurred while 4,000 ballots were counted.",
        "There was an error processing the pensions of 1,200 people.",
        "This site is protected by law since 1962.",
        "The university contributed research worth 4 million to the vaccine.",
        "If you buy a house through the scheme, you may get a grant of 10,000.",
        "Already a member of the EU, Croatia joined the euro in 2023.",
        "Follow the latest figures and 4 in 10 boats are old.",
        "The email is confidential, the ministry told the court in May.",
        'He said: "Sign up for the army today."',
        "See the report: it lists 40 boats that were lost in May.",
        "Read the law: it bans boats of more than 40 metres.",
        "The guards watch below 40 screens.",
        'Moor said: "Read: it is on page 40."',
        "Related companies paid 40 dollars.",
        "By signing the treaty, the country lost 40 boats.",
        "Loading the ships took 40 days.",
        "Write to the council, the law says, if 40 boats are lost.",
        "You can opt to pay 40 dollars at any time of the year.",
        "Please try again to see why the law failed 40 people.",
        "For more than a year the mill, read by nobody as a sign, has lost 40 jobs a month.",
        "Check out times at the mill were cut by 40 minutes in May.",
        "A photo posted by the mayor shows 40 boats.",
        "A video posted by the ministry on Friday showed 40 boats.",
        "A photo shared by police on Monday shows 40 boats.",
        "A video shared by police on June 4, 2023 shows 40 boats.",
        "For more than 40 years, visit numbers have fallen.",
        "Contributing: a loss of 40 jobs came from the strike.",
        "The mill lost 40 jobs in May. | Reuters",
        "Contributing to the loss of 40 jobs was a strike.",
        "Photos: 40 boats (two of them sunk) are shown by the court.",
        "You can hear the sirens around the port, where 40 people died in May.",
        "You can see the damage below the bridge, which cost 40 dollars.",
        "As a public service, this channel must spend 40 percent on news.",
        "The news and stories that matter, delivered by 40 reporters, cost 3 dollars.",
    ],
)
def test_prose_with_the_words_of_a_notice_is_kept(rows, text):
    assert len(rows(f"{PROSE}\n\n{text}")) == 2
