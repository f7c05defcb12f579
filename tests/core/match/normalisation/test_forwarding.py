"""What surrounds a forwarded message is not part of its claim."""

from claimtrack.core.match import compare
from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

SAYS = "The ferry to Orsk sinks on every third trip"
AROUND = [
    ("FWD: {}", "a mail program's mark"),
    ("Fw: Fwd: {}", "twice"),
    ("FWD {}", "without a colon"),
    ("Forwarded many times\n{}", "a messenger's mark"),
    ("*Forwarded as received*\n\n{}", "in bold"),
    ("Reenviado: {}", "another language's"),
    ("🚨 *URGENTE* 🚨 Reenviado muchas veces: {}. ¡¡Pásalo!!", "Spanish, with a wish"),
    ("【轉傳】{}！請轉發給更多人🙏🙏", "Chinese, with a wish"),
    ("منقول: {}. انشروها", "Arabic, with a wish"),
    ("3/4/24, 2:03 p. m. - Beto: {}", "the stamp of a phone in Spanish"),
    ("[2024/4/3 下午2:03:11] 阿明: {}", "in Chinese"),
    ("*{}* _Forwarded many times_", "after it"),
    ("Breaking!!! {}", "an alarm in words"),
    ("RT {}", "as in posts"),
    ("[12/11/26, 09:14] Aunt May: {}", "the stamp of a phone"),
    ("12/11/2026, 09:14 - +49 151 1234567: {}", "another phone's, with a number"),
    ("[9:14 PM, 12/11/2026] ~ May: {}", "a browser's"),
    ("> {}", "quoted"),
    ("*{}*", "in bold"),
    ("_{}_", "in italics"),
    ("{} Is this true?", "a question after it"),
    ("is this true? {}", "a question before it"),
    ("{} - true or false?", "a question after a dash"),
    ("{} pls check", "a request without a full stop"),
    ("{}. Can you check this please?", "a request"),
    ("{}. Please share!!", "a wish"),
    ("🚨 URGENT 🚨 {} ⚠️ Share with all your family and friends before they delete it!", "all of these"),
    ("Hi, my aunt sent me this: {}", "a greeting"),
]
KEPT = [
    ("Is it true that the ferry sinks?", "a question about all of it"),
    ("It is not true that the ferry sinks.", "denied"),
    ("The ferry sinks. Is this true? No.", "answered"),
    ("Please check your ticket before you board the ferry", "something to check"),
    ("Captains were told to please share", "a message to somebody"),
    ("Do not share this with your family", "the other order"),
    ("The captain forwarded the letter to all", "an act"),
    ("RT France was closed", "a broadcaster"),
    ("FWD Insurance cut 500 posts", "a company"),
    ("The letter was forwarded many times", "an act and its frequency"),
    ("Breaking news is what people watch", "a thing"),
    ("Please share with all", "nothing else in the text"),
    ("Forwarded many times", "nothing else in the text"),
    ("請大家分享", "nothing else in the text"),
    ("政府請大家分享照片", "a wish of somebody"),
]


@each_row(("message", "reason"), AROUND)
def test_a_forwarded_message_is_a_duplicate_of_its_claim(message):
    comparison = compare(Statement(message.format(SAYS)), Statement(SAYS))
    assert (comparison.suggestion, comparison.differences) == (Suggestion.DUPLICATE, ())


@each_row(("message", "reason"), AROUND)
def test_a_changed_fact_in_a_forwarded_message_is_a_conflict(message):
    other = message.format(SAYS.replace("third", "tenth"))
    assert compare(Statement(other), Statement(SAYS)).suggestion is Suggestion.CONFLICT


@each_row(("text", "reason"), KEPT)
def test_words_that_may_belong_to_the_message_are_kept(text):
    assert normalise_text(text).text == text


def test_a_minus_sign_after_a_forwarding_mark_is_kept():
    assert normalise_text("FWD: -5 degrees in Orsk").text == "-5 degrees in Orsk"
