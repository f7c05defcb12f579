"""An export of Telegram is a chat: each message with its sender and time."""

from claimtrack.core.extract import extract
from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load

MESSAGE = (
    '<div class="message default clearfix{more}" id="message{number}"><div class="body">'
    '<div class="pull_right date details" title="12.03.2024 09:1{number}:01 UTC+01:00">09:1{number}</div>{inside}</div></div>'
)


def export(*messages):
    shown = "".join(
        MESSAGE.format(number=number, more=more, inside=inside)
        for number, (more, inside) in enumerate(messages)
    )
    return (
        '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header">'
        '<div class="content"><div class="text bold">\nVale Tenants\n</div></div></div><div class="page_body chat_page"><div class="history">'
        f'<div class="message service" id="message-1"><div class="body details">12 March 2024</div></div>{shown}</div></div></div></body></html>'
    )


def sent(words, name=None):
    return f'<div class="from_name">\n{name}\n</div><div class="text">{words}</div>' if name else words


def test_each_message_has_its_sender():
    page = export(
        ("", sent("The town closed 4 pools in 2023.<br>It built none.", "Ada Moor")),
        ("", sent("Rents fell by 2 percent.", "Bo Lund: Vale")),
        (" joined", '<div class="text">The roof weighs <strong>80</strong> tonnes.</div>'),
        (
            " joined",
            '<div class="forwarded body"><div class="from_name">Vale News <span class="date details">11.03.2024</span></div>'
            '<div class="text">The port lost 40 boats in May.</div></div>',
        ),
        (" joined", '<div class="media_wrap clearfix"><div class="title bold">Photo</div></div>'),
        (" joined", '<div class="text">The county paid 3 million euros.</div>'),
    )
    (loaded,) = load(page.encode(), Hints("messages.html"))
    assert loaded.article.title == "Vale Tenants"
    assert [(row.speaker, row.text) for row in extract(loaded.article)] == [
        ("Ada Moor", "The town closed 4 pools in 2023."),
        ("Ada Moor", "It built none."),
        ("Bo Lund Vale", "Rents fell by 2 percent."),
        ("Bo Lund Vale", "The roof weighs 80 tonnes."),
        ("Vale News", "The port lost 40 boats in May."),
        ("Bo Lund Vale", "The county paid 3 million euros."),
    ]
