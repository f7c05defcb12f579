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
    ],
)
def test_contact_details_are_told_from_other_numbers(text, expected):
    assert has_contact_details(text) is expected
