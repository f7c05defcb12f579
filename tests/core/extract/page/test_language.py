"""How much of a text is in English, and how text in another language is read."""

import pytest

from claimtrack.core.extract import has_foreign, looks_english, not_english
from claimtrack.core.extract.page.language import guess_language, name_language
from tests.tables import each_row

ENGLISH = "The council met on Monday and decided that the bridge should be closed for the rest of the year."
SPANISH = "El consejo se reunió el lunes y decidió que el puente debía cerrarse durante el resto del año, dijo el alcalde."
SPANISH_QUOTE = SPANISH + " «No hay dinero para el puente», dijo la alcaldesa María Prado en la radio."


def test_english_is_distinguished_from_other_languages():
    assert looks_english(ENGLISH)
    assert not looks_english(SPANISH)


def test_a_very_short_text_counts_as_english_only_in_latin_letters():
    assert looks_english("Bridge closed")
    assert not looks_english("Мост закрыт")


def test_only_quotations_of_a_foreign_text_are_rows_and_are_flagged(rows):
    found = rows(SPANISH_QUOTE)
    assert [row.text for row in found] == ["No hay dinero para el puente"]
    assert found[0].flags == ("non_english",)  # nobody looked for a pronoun


def test_speech_without_stops_or_capitals_is_no_row_in_another_language(rows):
    """As a program for subtitles writes it down: all of it was one claim of the outlet."""
    assert rows(" ".join([SPANISH.lower().replace(",", "").rstrip(".")] * 6)) == []


@each_row(
    ("text", "quoted"),
    [
        pytest.param(
            "专家说：“今年的失业率下降了百分之三，达到五年来的最低水平。”",
            ["今年的失业率下降了百分之三，达到五年来的最低水平。"],
            id="Chinese",
        ),
        pytest.param(
            "“出口增长了百分之七，超过去年同期，”商务部发言人说。",
            ["出口增长了百分之七，超过去年同期"],
            id="a comma before the speaker",
        ),
        pytest.param(
            "市长说：“我们建了四千套住房。房租下降了百分之三。”下一句没有引号。",
            ["我们建了四千套住房。", "房租下降了百分之三。"],
            id="a row for each sentence",
        ),
        pytest.param("他谈到“一带一路”和“改革”。", [], id="names in marks are not rows"),
        pytest.param(
            "「失業率は3パーセント下がった」と大臣は語った。", ["失業率は3パーセント下がった"], id="Japanese"
        ),
        pytest.param(
            "大臣は『橋を40本建てたのは去年だ』と語った。", ["橋を40本建てたのは去年だ"], id="double marks"
        ),
        pytest.param("市長が「失言」を認めた。", [], id="one word in marks"),
        pytest.param(
            "장관은 “실업률이 올해 3퍼센트 내렸다”고 말했다.",
            ["실업률이 올해 3퍼센트 내렸다"],
            id="Korean, with spaces",
        ),
        pytest.param(
            "मंत्री ने कहा, “बेरोज़गारी इस साल तीन प्रतिशत घट गई।”",
            ["बेरोज़गारी इस साल तीन प्रतिशत घट गई।"],
            id="Hindi",
        ),
    ],
)
def test_quotations_are_read_in_scripts_with_other_marks_or_no_spaces(rows, text, quoted):
    found = rows(text)
    assert [row.text for row in found] == quoted
    assert {row.speaker for row in found} <= {"unknown"}
    assert all(text[row.start : row.end] == row.text for row in found)


def test_urls_handles_and_markup_do_not_make_a_text_foreign():
    post = '<a href="https://t.co/{0}">https://t.co/{0}</a> @Handle{0} #Tag{0} pic.twitter.com/{0} &mdash; '
    posts = "".join(post.format(number) for number in range(40))
    assert looks_english(f"{posts} {ENGLISH}")


def test_speaker_names_do_not_make_a_text_foreign():
    lines = [f"Ada van der Moor-{letter}: Rents rose in 3 towns." for letter in "ABCDEFGH"]
    assert looks_english("\n\n".join(lines))
    assert not looks_english(
        "\n\n".join(f"Ada Moor-{letter}: Die Mieten sind gestiegen." for letter in "ABCDEFGH")
    )


FRENCH = "Le conseil a vendu 40 bateaux en mai, a dit la présidente du port, et les équipages ont été payés jusqu'à la fin de l'année."
GERMAN = "Der Rat hat im Mai 40 Boote verkauft, sagte die Vorsitzende am Montag, und die Mannschaften wurden bis zum Ende des Jahres bezahlt."
WELSH = "Mae'r cyngor wedi gwerthu 40 o gychod ym mis Mai, yn ôl y cadeirydd, ac mae'r criwiau wedi cael eu talu tan ddiwedd y flwyddyn."
RELEASE = "The council sold 40 boats in May, chair Zita Voll said on Monday. The crews were paid until the end of the year."


@each_row("other", [FRENCH, GERMAN, SPANISH, WELSH])
@each_row("order", [1, -1])
def test_only_the_english_paragraphs_of_a_bilingual_text_are_read(rows, other, order):
    found = rows("\n\n".join([RELEASE, other, other][::order]))
    assert [(row.speaker, row.text) for row in found] == [
        ("Zita Voll", "The council sold 40 boats in May"),
        ("outlet", "The crews were paid until the end of the year."),
    ]


def test_a_quotation_in_another_script_is_no_fragment_and_its_figures_count(rows):
    (chinese,) = rows("部長說：「港口在五月關閉了兩個星期。」他沒有說明原因，議會也不知道。")
    assert [*chinese.flags] == ["non_english"]
    (arabic,) = rows("قال رئيس الميناء: «فقدنا ٤٠ قاربًا في شتاء واحد»، ولم يوضح السبب.")
    assert arabic.reasons[0] == "a figure: +12"


def test_the_speaker_of_a_foreign_quotation_is_not_guessed(rows):
    quoted = "« Nous avons perdu 40 bateaux en un hiver », a dit la présidente du port, et le conseil ne sait pas pourquoi."
    last = rows(f"{RELEASE}\n\n{quoted}")[-1]
    assert (last.speaker, last.text) == ("unknown", "Nous avons perdu 40 bateaux en un hiver")
    assert "non_english" in last.flags


def test_only_a_label_or_signature_names_the_speaker_in_a_foreign_text(rows):
    quoted = "« Le port a perdu 40 bateaux », a dit Bo Lund, et le conseil ne sait pas pourquoi."
    signed = "« Nous les avons vus partir de la ville. »\n— Ivo Dahl"
    found = rows(f"{FRENCH} Ada Moor le sait.\n\n{quoted}\n\n{signed}")
    assert [row.speaker for row in found] == ["unknown", "Ivo Dahl"]
    spoken = "Zita Voll: Nous avons vendu 30 bateaux de la ville.\n\nBo Lund: Et nous en avons perdu 40 dans le port."
    assert [row.speaker for row in rows(f"{spoken}\n\n{spoken}")] == ["Zita Voll", "Bo Lund"] * 2


@each_row(
    "text",
    [
        "Boats from Rio de la Plata to the Costa del Sol and Villa de los Santos were sold in May.",
        '"Le conseil ne sait pas pourquoi les bateaux sont partis," Zita Voll said.',
        "The crews of the El Niño, La Niña and Los Reyes went home.",
    ],
)
def test_foreign_names_and_quotations_do_not_make_a_paragraph_foreign(text):
    assert not has_foreign(text)


def test_foreign_paragraphs_in_a_text_are_detected():
    assert has_foreign(f"{RELEASE}\n\n{FRENCH}")
    assert not has_foreign(RELEASE)


@each_row(
    ("text", "language"),
    [
        pytest.param(FRENCH, "French", id="French"),
        pytest.param(GERMAN, "German", id="German"),
        pytest.param(SPANISH, "Spanish", id="Spanish"),
        pytest.param(WELSH, "Welsh", id="Welsh"),
        pytest.param("Il consiglio ha venduto le barche della città e i marinai sono stati pagati per una settimana di più.", "Italian", id="Italian"),
        pytest.param("O conselho não vendeu os barcos dos pescadores, e as equipas foram pagas pelo porto com uma verba.", "Portuguese", id="Portuguese"),
        pytest.param("De raad heeft het geld niet met een lening betaald, en dat werd op maandag ook voor de bouw gezegd.", "Dutch", id="Dutch"),
        pytest.param("Rådet har inte sålt båtarna, och det är ett beslut som ordföranden står för av hela sitt hjärta.", "Swedish", id="Swedish"),
        pytest.param("Rådet har ikke solgt bådene, og det er en beslutning, som formanden tog på et møde.", "Danish or Norwegian", id="Danish"),
        pytest.param("Мост закрыт до конца года, сказал мэр города в понедельник.", "Cyrillic letters", id="a script of several languages"),
        pytest.param("大臣は失業率が下がったと語った。", "Japanese", id="Japanese, though most signs are Chinese"),
        pytest.param("市长说房租下降了百分之三。", "Chinese characters", id="Chinese"),
        pytest.param("장관은 실업률이 내렸다고 말했다.", "Korean", id="Korean"),
        pytest.param("Rada miasta sprzedała czterdzieści łodzi, powiedziała przewodnicząca.", None, id="an unlisted language"),
        pytest.param("Hän ei usko lukuja, koska niitä ei ole julkaistu eikä kukaan ei ole nähnyt niitä.", None, id="Finnish repeats one word of Welsh"),
        pytest.param("12 % 40 000", None, id="no words at all"),
    ],
)  # fmt: skip
def test_a_language_is_named_by_its_words_or_its_script(text, language):
    assert name_language(text) == language


@each_row(
    ("text", "code"),
    [
        pytest.param(RELEASE, "en", id="English"),
        pytest.param("Il consiglio ha venduto le barche della città, e i marinai sono stati pagati.", None, id="Italian"),
        pytest.param("El president ha anunciat que el govern destinarà els diners a la millora de les escoles de la ciutat, i que es pagarà a partir del curs que ve.", None, id="Catalan has the everyday words of Spanish"),
        pytest.param("Dh'ainmich am ministear gun cosg an riaghaltas 120 millean not air na sgoiltean. A rèir an neach, cuidichidh an ceum is an t-airgead an sgoil air an eilean.", None, id="Scottish Gaelic has a few words of English"),
        pytest.param("장관은 실업률이 내렸다고 말했다.", "ko", id="letters of its own"),
        pytest.param("Мост закрыт до конца года, сказал мэр.", None, id="letters of several languages"),
        pytest.param("Net profit up 12%, shares down.", None, id="too little to tell"),
        pytest.param("", None, id="nothing"),
    ],
)  # fmt: skip
def test_a_language_is_guessed_only_if_it_is_certain(text, code):
    assert guess_language(text) == code


@each_row(
    ("text", "unread"),
    [
        pytest.param(RELEASE, None, id="English"),
        pytest.param(f"{RELEASE}\n\n{FRENCH}", (1, 2, "French"), id="a bilingual text"),
        pytest.param(f"{RELEASE}\n\n{GERMAN}\n\n{GERMAN}\n\n{GERMAN}", (3, 4, "German"), id="mostly another language"),
        pytest.param(SPANISH, (1, 1, "Spanish"), id="entirely foreign"),
        pytest.param(f"{FRENCH}\n\n\"The boats were old, and that is why we sold them for what they were worth,\" Zita Voll said.", (1, 2, "French"), id="a quotation does not count"),
    ],
)  # fmt: skip
def test_foreign_paragraphs_are_counted_and_their_language_is_named(text, unread):
    assert not_english(text) == unread


def test_a_brief_with_few_function_words_is_english_unless_they_are_foreign():
    brief = "Mrs Moor recalled seeing two men run away. Mr Lund remembers losing 40 per cent of his takings. Dun reported hearing three shots."
    assert looks_english(brief)
    assert not looks_english(
        "La police a arrêté trois hommes à Vale lundi soir. Deux enfants ont été secourus par les pompiers, selon le maire de la ville."
    )
    assert not looks_english(
        "Serikali imetangaza kuwa bei ya mafuta itapanda kuanzia Jumatatu ijayo. Waziri alisema hatua hiyo ni muhimu kwa uchumi wa nchi."
    )


@each_row(
    ("text", "english"),
    [
        pytest.param("Net profit $4.2m, up 12%. Revenue $31m, down 3%. Headcount 412, versus 430. Shares closed 4% higher, Oslo, Tuesday. Chief executive Marit Soland leaves June.", True, id="company results"),
        pytest.param("Vale Rovers 3-1 Lowe Town. Goals: Moor 12, Lund 44, Reed 71. Attendance 4,210. Rovers third, five points behind leaders Kesterholm, Lowe bottom after seventh straight defeat.", True, id="match results"),
        pytest.param("Harga beras naik 12 persen sejak Januari, kata menteri. Pemerintah akan mengimpor 500.000 ton dari Vietnam. Petani di Jawa mengeluh panen gagal karena banjir besar", False, id="a language without diacritics"),
        pytest.param("Minister Lund sagte, Preise seien seit Januar gestiegen. Regierung importiert 500.000 Tonnen Reis aus Vietnam. Bauern klagen wegen Hochwasser letzten Monat", False, id="terse German"),
    ],
)  # fmt: skip
def test_a_terse_text_is_english_only_if_its_words_are(text, english):
    assert looks_english(text) is english
