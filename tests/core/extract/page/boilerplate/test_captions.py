"""Picture captions and publication stamps are left out, and prose that resembles them is kept."""

from tests.tables import each_row

PROSE = "The mill closed on Monday with the loss of 400 jobs."


@each_row(
    "caption",
    [
        "Workers leave the mill on Monday. (Ada Moor/Vale Herald)",
        "Workers leave the mill on Monday. Ada Moor / AFP",
        "Workers leave the mill on Monday. | Ada Moor/Getty Images Mill closes in Vale",
        "Workers leave the mill on Monday. | AP Photos Mill closes in Vale",
        "Workers leave the mill, which Ada Moor said would close by May | Getty",
        'Workers leave the mill, of which Ada Moor said: "It is lost" | Bo Lund/AFP',
        "Workers leave the mill on Monday. Ada Moor/Reuters files",
        "Workers leave the mill on Monday. — Reuters pic",
        "Workers leave the mill on Monday. [Ada Moor/Vale TV]",
        "Workers leave the mill on Monday. (WVAL-TV via AP)",
        "Workers leave the mill in Vale, where 400 jobs were lost in a single day of May, on Monday evening [File: Ada Moor/Reuters]",
        "This photo taken from video provided by WVAL-TV shows workers at the mill in Vale on Friday, Dec. 6, 2019. The Navy said two had died.",
        "This image from video provided by Ada Moor shows the mill in Vale.",
        "Ada Moor / AFP - Getty Images The mill in Vale burns on May 3.",
        "Media playback is unsupported on your device Media caption The mill burns. It is old",
        "CLOSE Ada Moor makes remarks at the mill in Vale, which lost 400 jobs on a single day of last week and may lose more Vale Courier",
        "Workers leave the mill on Monday. (Photo by Ada Moor/Vale Images)",
        "Workers leave the mill on Monday. REUTERS/Ada Moor",
        "Workers leave the mill in Vale, May 3, 2024. REUTERS/ Ada Moor?",
        "Photos: The mill Workers leave the mill. Hide Caption 1 of 2 Photos: The mill It lost 400 jobs. Hide Caption 2 of 2",
        "FILE PHOTO: Workers leave the mill on Monday.",
        "Cover image: Workers leave the mill on Monday.",
        "FILE - In this May 3, 2024, file photo workers leave the mill. It lost 400 jobs, the union said. (AP Photo/Ada Moor, File)",
        "In this May 3, 2024, file photo, workers leave the mill.",
        "Ada J. Moor/AP Workers leave the mill on Monday. It has 400 of them.",
        "Moor, left, shakes hands with union leader Ivo Lund, right, after a meeting at the mill in Vale on Monday, 3 May 2024",
        "Moor was absent; her deputy Ivo Lund is pictured to the right of the owner in front of the mill in Vale",
        "Mill that lost 400 jobs gets a new owner, its third since the day in May on which the old one went bankrupt Read more",
        "Jobs fell 4% in May; how to find a new one. Photo: Vale Images.",
        "JUST WATCHED Mill closes in Vale Replay More Videos ... MUST WATCH Mill closes in Vale 01:49",
        "Workers leave the mill in Vale on Monday, May 3, 2024. (Ada Moor/Vale Review-Journal) @adamoor",
        "The mayor signed a law on mills, which shows the new power of his party. Ada Moor via Getty Images",
        "The mill in Vale lost 400 jobs. Alamy Stock Photo",
        "Workers who left the mill on Monday and on Tuesday wait for news at its gate in the rain of May (Picture: Ada Moor/AP)",
        "Workers who left the mill on Monday and on Tuesday wait for news at its gate in the rain of May Ada Moor/Vale Images",
        "Workers leave the mill on Monday, after 40 years of work there, while others wait at the gate for news of the talks that the owner and the union"
        " hold in the town hall; two of them lost their homes. File photo",
    ],
)
def test_a_caption_is_recognised_by_its_picture_credit(rows, caption):
    assert [row.text for row in rows(f"Mill closes in Vale\n\n{caption}\n\n{PROSE}")] == [PROSE]


@each_row(
    "stamp",
    [
        "November 8, 2023 at 4:56 p.m.",
        "PUBLISHED: November 8, 2023 at 4:56 p.m.",
        "| UPDATED: Nov. 8, 2023, 6:00 p.m.",
        "Published November 20th, 2019 - 07:29 GMT",
        "Updated: 14-08-2023 18:57 IST",
        "Wed, 3 May 2023 10:05 am",
        "Share this item on Facebook facebook Share this item on X x Send this page to someone via email email Share this item via WhatsApp whatsapp"
        " Share this item via Telegram telegram Share this item on Reddit reddit Share this item on BlueSky bluesky",
    ],
)
def test_publication_times_and_sharing_links_are_not_rows(rows, stamp):
    assert [row.text for row in rows(f"Mill closes in Vale\n\n{stamp}\n\n{PROSE}")] == [PROSE]


@each_row(
    "text",
    [
        "The owner, Ada Moor, lost 4 million last year, she said on Monday after talks with the bank, which ended late. (Reuters)",
        "This image released by Vale Mill in May was a fake, the court found.",
        "The mill burned in May. Hide Caption 3 of 10 It cost 4 million. The port was shut, too. Two left.",
        "Prices rose by 4/5 in May.",
        "File photo rules were changed in 2019.",
        "Just watched by 40 people, the film must watch its costs.",
        "The mill was sold in 2019. Moor/Lund won the contract.",
        "It was 1 May 2023. The mill closed.",
        "The mill closed. Ada Moor/Bo Lund won.",
        "This photo of the mill was faked in May.",
        "In this photo the mill is whole, but it burned in May.",
        "Media captions must be true by law.",
        "Image rights cost the club 4 million.",
        "The mill will reopen [as the council wants].",
        "The mill closed in May. | The AP and the council say 400 jobs were lost.",
        "It was the closest vote in the history of the U.S. House/Senate.",
        "The mill gave the award to the team of Dr. Moor/Lund.",
        "In this Vale photo shop the mayor has sold 400 cameras.",
    ],
)
def test_prose_that_resembles_a_caption_is_kept(rows, text):
    assert len(rows(f"{PROSE}\n\n{text}\n\n{PROSE}")) > 2
