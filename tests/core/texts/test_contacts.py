"""Telephone numbers and e-mail addresses are found; quantities, dates and handles are not."""

from claimtrack.core.texts.contacts import has_contact_details
from tests.tables import each_row


@each_row(
    ("text", "expected"),
    [
        ("Call my cousin +44 7700 900123, he saw it", True),
        ("0044 (0)20 7946 0000", True),
        ("Call 0170/5550746", True),
        ("(020) 7946 0000", True),
        ("Ring 555-123-4567 now", True),
        ("(555) 123-4567", True),
        ("from jo.field@mail.example", True),
        ("Exports rose by 1,200,000,000 to 4500000000", False),
        ("It fell to 0.123456789", False),
        ("On 01-02-2024 10:00, and 01/02/2024 11:30", False),
        ("From 2019-2020 to 2024-2025", False),
        ("The number 112, or 0800 on the meter", False),
        ("+12 percent, +1,000,000 people", False),
        ("@jofield wrote it @ noon", False),
        ("ISBN 978-3-16-148410-0", False),
        # As other countries write them.
        ("Tel.01.42.68.53.00", True),
        ("06-12345678", True),
        ("0170 – 5550746", True),
        ("0170\u202f5550746", True),
        ("0 532 123 45 67", True),
        ("1 555 123 4567", True),
        ("8 (912) 345-67-89", True),
        ("(11) 91234-5678", True),
        ("WhatsApp me: 612 345 678", True),
        ("https://wa.me/447700900123", True),
        ("jo [at] mail [dot] example", True),
        # Numbers of other things.
        ("+100 000 000 euros, +1.000.000.000", False),
        ("It cost 555 123 456, and phone sales rose to 12 345 678", False),
        ("On 01.02.24 10.30, 02 03 2024 10 30, 01.02.2024-03.04.2024", False),
        ("ISBN 0306406152, IBAN DE89 3704 0044 0532 0130 00, case no. 555-123-4567", False),
        ("id 012345678901, #0123456789, £0123456789, No. 0123456789", False),
        ("https://x.example/photos/0123456789 by @me@social.example", False),
        ("https://social.example/@jo@other.example, 5@2.5 each", False),
        ("Drawn: 05 10 15 20 25 30", False),
        ("At +51.5074123 north", False),
        # The day of a call, as in the name of a source.
        ("Phone call on 12.05.2024 with the port", False),
        ("Call 2024-05-01, 10:30; text 3/4/2024 11:05", False),
        ("Call on 12.05.2024, 0170 5550746", True),
    ],
)
def test_contact_details_are_told_from_other_numbers(text, expected):
    assert has_contact_details(text) is expected


def test_long_runs_of_figures_take_no_time():
    assert not has_contact_details("+1" + " 000" * 50_000)
