from tests.tables import each_row

PROSE = "The mill closed on Monday with the loss of 400 jobs."


@each_row(
    "notice",
    [
        "Sign up for our free weekly newsletter here.",
        "Get the day's top headlines delivered to your inbox every morning.",
        "Thanks for signing up!",
        "Visit Vale Business's homepage for more stories.",
        "--This report was updated at 11:48 a.m.",
        "Read our Privacy Policy.",
        "Click here for more information.",
        "Follow Ada Moor on Twitter and Facebook.",
        "This copy is for your personal, non-commercial use only.",
        "There was an error processing your subscription.",
        "You have been successfully subscribed!",
        "You may also like...",
        "If you buy something through this post, we may get a share of the sale.",
        "Vale Herald may receive a commission on orders placed through this article.",
        "Ada Moor contributed reporting from Brenno.",
        "Follow along here for live updates.",
        "Follow our live coverage here.",
        "For media enquiries call 01632 960999.",
        "This email and any attachments are confidential and intended solely for the person addressed.",
        "Forward this to a friend.",
        "(RELATED: Mill Owner Does Not Want To Talk About Its Debts)",
        "( Also on VALE POST: Mill owner buys a boat.)",
        "Read: Who owns the mill, and why is it shut?",
        "More: 'It was time for him to go': workers welcome the mill owner's leaving.",
        "(Watch below.)",
        "By signing up, you agree to our Privacy Policy",
        "You can unsubscribe at any time.",
        "More On This...",
        "Invalid email address.",
        "You must select a newsletter to subscribe to.",
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
def test_what_a_page_tells_its_reader_is_no_row(rows, notice):
    assert [row.text for row in rows(f"{PROSE}\n\n{notice}\n\n{PROSE}")] == [PROSE, PROSE]


@each_row(
    "text",
    [
        "Subscribers of the gas company paid 400 dollars more last year.",
        "The firm gets 40 percent of its orders through its newsletter, Moor wrote.",
        "Visit Vale and the homepage of the port, which had 400 entries, to see it.",
        "The report was updated by the court in May with 12 more names.",
        "You may also lose your licence for 12 months.",
        "You may opt out at any time under the law, which was passed in May.",
        "This post has been updated since 1743 with a roof and 12 lifts.",
        "An error in the software cost the bank 4 million.",
        "Moor contributed 40,000 to the campaign.",
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
    ],
)
def test_prose_that_has_the_words_is_read(rows, text):
    assert len(rows(f"{PROSE}\n\n{text}")) == 2
