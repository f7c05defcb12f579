"""Claims in other languages: no changed fact is called a duplicate, and most repeats are."""

import csv
from collections import Counter

import pytest

from claimtrack.core.match import Matcher, MatchTuning, Thresholds, compare
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.languages import is_in_english
from claimtrack.core.model import Statement, Suggestion
from tests.core.match.comparing import suggest
from tests.tables import CASES, each_row

DUPLICATE, CONFLICT, RELATED = Suggestion.DUPLICATE, Suggestion.CONFLICT, Suggestion.RELATED


@pytest.fixture(scope="module")
def labelled_suggestions():
    """The label, the suggestion and the row of each pair in the table."""
    with (CASES / "languages.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["label"], suggest(row["a"], row["b"]), row) for row in rows]


def test_no_changed_fact_is_called_a_duplicate_in_twelve_languages(labelled_suggestions):
    assert [
        row for label, found, row in labelled_suggestions if label == "changed" and found is DUPLICATE
    ] == []


def test_foreign_repeats_are_mostly_duplicates_and_rarely_conflicts(labelled_suggestions):
    counts = Counter((label, found) for label, found, _ in labelled_suggestions)
    # As measured; docs/matching.md gives these numbers.
    assert counts["same", DUPLICATE] >= 105
    assert counts["same", CONFLICT] <= 5
    assert counts["changed", CONFLICT] >= 238


PAIRS = [
    (
        "El ministro pagó 40 facturas falsas a la empresa de su hermano en marzo",
        "El ministro pagó 40 facturas falsas a la empresa de su hermana en marzo",
        {RELATED, CONFLICT},
        "brother or sister, which have one stem",
    ),
    (
        "El ministro pagó 40 facturas falsas a la empresa de su hermano en marzo",
        "¿El ministro pagó 40 facturas falsas a la empresa de su hermano en marzo?",
        {RELATED},
        "a question",
    ),
    (
        "Los bancos y las cajas pueden cobrar comisiones a los clientes de Aragón",
        "Los bancos o las cajas pueden cobrar comisiones a los clientes de Aragón",
        {RELATED, CONFLICT},
        "and, or: small words, which in English are passed over",
    ),
    (
        "Die Behörde will den Ausbau der Windkraft in Bayern ab Mai fördern",
        "Die Behörde will den Ausbau der Windkraft in Bayern ab Mai fordern",
        {RELATED, CONFLICT},
        "to promote or to demand: an accent that makes another word",
    ),
    (
        "Der Liter Benzin hat in Gera im Mai an jeder Tankstelle 1,899 Euro gekostet",
        "Der Liter Benzin hat in Gera im Mai an jeder Tankstelle 1.899 Euro gekostet",
        {RELATED},
        "decimals or thousands",
    ),
    (
        "Die Stadt hat im Mai für den Umbau der Schule 1.899 Euro ausgegeben",
        "Die Stadt hat im Mai für den Umbau der Schule 1899 Euro ausgegeben",
        {DUPLICATE},
        "thousands with their point and without",
    ),
    (
        "Der Hund hat im Park von Gera die Frau des Trainers gebissen",
        "Im Park von Gera hat der Hund die Frau des Trainers gebissen",
        {DUPLICATE},
        "the place first, and with it the verb before its subject",
    ),
    (
        "Die Frau hat nach der Sitzung in Gera das Kind des Trainers geschlagen",
        "Das Kind des Trainers hat nach der Sitzung in Gera die Frau geschlagen",
        {RELATED, CONFLICT},
        "who hit whom, in the same words",
    ),
    (
        "Bakan geçen ay Konya'da 100 kişinin öldüğünü ve yaralıları ziyaret ettiğini söyledi",
        "Bakan geçen ay Konya'da 100 kişinin olduğunu ve yaralıları ziyaret ettiğini söyledi",
        {RELATED, CONFLICT},
        "died or were: Turkish ö and o are two letters",
    ),
    (
        "Müdür öğretmeni okulun bahçesinde herkesin önünde üç kez tokatladı deniyor",
        "Mudur ogretmeni okulun bahcesinde herkesin onunde uc kez tokatladi deniyor",
        {DUPLICATE},
        "typed without any accent",
    ),
    (
        "O governo construiu 1.500 casas populares em Recife durante 2023, segundo o prefeito",
        "O governo construirá 1.500 casas populares em Recife durante 2023, segundo o prefeito",
        {RELATED, CONFLICT},
        "built or will build",
    ),
    (
        "O desemprego subiu 12% em todo o Brasil no ano passado, disse a ministra",
        "O desemprego subiu 12% no Brasil todo no ano passado, disse a ministra",
        {RELATED, DUPLICATE},
        "Portuguese no, which denies nothing",
    ),
    (
        "मंत्री ने कहा कि कंपनी ने मार्च में विधायक को 5 लाख रुपये दिए",
        "मंत्री ने कहा कि कंपनी ने मार्च में विधायक को 5 लाख रुपये दिया",
        {RELATED, CONFLICT},
        "a vowel of Hindi, which is a mark on a letter",
    ),
    (
        "मंत्री ने कहा कि कंपनी ने मार्च में विधायक को 5 लाख रुपये दिए",
        "मंत्री ने कहा कि कंपनी ने मार्च में विधायक को ५,००,००० रुपये दिए",
        {DUPLICATE},
        "a number in Indian digits and groups",
    ),
    (
        "장관은 지난달 그 회사가 부산의 국회의원에게 200만 원을 지급했다고 말했다",
        "장관은 지난달 그 회사가 부산의 국회의원에게 2,000,000 원을 지급했다고 말했다",
        {DUPLICATE},
        "two hundred ten-thousands",
    ),
    (
        "장관은 지난달 그 회사가 부산의 국회의원에게 200만 원을 지급했다고 말했다",
        "장관은 지난달 그 회사가 부산의 국회의원들에게 200만 원을 지급했다고 말했다",
        {RELATED, CONFLICT},
        "one or several",
    ),
    (
        "部长说这家公司上个月向成都的议员支付了20万元",
        "部长说成都的议员上个月向这家公司支付了20万元",
        {RELATED, CONFLICT},
        "who paid whom, in the same letters",
    ),
    (
        "政府2023年在杭州新建了1500套公共住房",
        "有人说政府2023年在杭州新建了1500套公共住房",
        {RELATED},
        "a source not separated by a space",
    ),
    (
        "اللقاح يسبب التوحد عند الأطفال الصغار كما قال الطبيب",
        "اللِّقاح يسبب التوحّد عند الاطفال الصغار كما قال الطبيب",
        {DUPLICATE},
        "vowels and hamza, which may be left out",
    ),
    (
        "كَتَبَ الوزير الرسالة الأولى إلى الملك في شهر مارس الماضي",
        "كُتِبَ الوزير الرسالة الأولى إلى الملك في شهر مارس الماضي",
        {RELATED, CONFLICT},
        "vowels that both write, of another word",
    ),
]


@each_row(("a", "b", "allowed", "reason"), PAIRS)
def test_foreign_claims_are_duplicates_only_in_nearly_the_same_words(a, b, allowed):
    assert suggest(a, b) in allowed
    assert suggest(b, a) in allowed


def test_a_difference_between_foreign_claims_is_quoted_from_them():
    comparison = compare(Statement(PAIRS[0][0]), Statement(PAIRS[0][1]))
    assert comparison.differences == ("differs: hermano / hermana",)


def test_a_desks_raised_threshold_also_holds_for_foreign_claims():
    strict = Matcher(MatchTuning(Thresholds(duplicate=0.999)))
    a, b = (Statement(text) for text in PAIRS[6][:2])
    assert strict.compare(a, b).suggestion is not DUPLICATE


FIGURES = [
    ("150万円", 1_500_000, "number", "Japanese ten-thousands"),
    ("1万5000戸", 15_000, "number", "with a remainder"),
    ("1.5億円", 150_000_000, "number", "hundred millions"),
    ("200만 원", 2_000_000, "number", "Korean"),
    ("%12 arttı", 12, "%", "the sign before the number, as in Turkish"),
    ("yüzde 12 arttı", 12, "%", "the word before the number"),
    ("百分之12", 12, "%", "Chinese"),
    ("12 في المئة", 12, "%", "Arabic in two words"),
    ("١٫٥ مليون", 1_500_000, "number", "an Arabic decimal mark"),
    ("1.5 करोड़ रुपये", 15_000_000, "number", "crore"),
    ("12 відсотків", 12, "%", "Ukrainian"),
    ("1,5 milyon lira", 1_500_000, "lira", "Turkish million"),
]


@each_row(("text", "value", "kind", "reason"), FIGURES)
def test_numbers_are_read_in_the_notation_of_other_languages(text, value, kind):
    [number] = read(text).quantities
    assert (number.value, number.kind) == (value, kind)


RELATIVE_TIMES = [
    ("El paro subió un 12 % en toda España el año pasado", "Spanish: last year"),
    ("Das Bürgergeld ist in diesem Jahr um 12 Prozent gestiegen, sagt die Ministerin", "German: this year"),
    ("Le chômage a baissé de 12 % aujourd’hui dans toute la France, dit la ministre", "French: today"),
    ("Торік безробіття зросло в усій Україні на 12 відсотків", "Ukrainian: last year"),
    ("ارتفعت البطالة في كل أنحاء الأردن بنسبة 12 في المئة هذا العام", "Arabic: this year"),
    ("पिछले साल पूरे भारत में बेरोज़गारी 12 प्रतिशत बढ़ी", "Hindi: last year"),
    ("部长说去年全国失业率上升了12%", "Chinese: last year"),
]


@each_row(("text", "reason"), RELATIVE_TIMES)
def test_foreign_claims_about_relative_times_differ_years_apart(text):
    statements = [Statement(text, claimed_on=day) for day in ("2021-03-01", "2021-03-05", "2024-03-01")]
    assert compare(statements[0], statements[1]).suggestion is DUPLICATE
    assert compare(statements[0], statements[2]).suggestion is not DUPLICATE


FIRST_PERSON = [
    ("Ich habe nie Steuern hinterzogen und nie Geld von der Firma bekommen", "German: I"),
    ("Yo nunca recibí dinero de la empresa ni de sus dueños", "Spanish: I"),
    ("Nous avons construit 1 500 logements sociaux à Nantes en 2023", "French: we"),
    ("Ми збудували у 2023 році у Львові 1500 нових квартир", "Ukrainian: we"),
    ("मैंने कंपनी से कभी कोई पैसा नहीं लिया", "Hindi: I"),
    ("我从来没有从这家公司拿过一分钱的好处", "Chinese: I"),
]


@each_row(("text", "reason"), FIRST_PERSON)
def test_foreign_first_person_claims_of_two_speakers_are_not_duplicates(text):
    ada, ben = (Statement(text, claimant=name) for name in ("Ada Miller", "Ben Okri"))
    assert compare(ada, ben).suggestion is not DUPLICATE
    assert compare(ada, ada).suggestion is DUPLICATE


LANGUAGES = [
    ("The minister paid 40 invoices of his brother's company in March.", True, "English"),
    ("San Francisco, Los Angeles, Las Vegas, El Paso and La Mesa ban plastic bags", True, "names of places"),
    ("Governo De São Paulo Vai Aumentar Os Impostos Em 2024", False, "a headline in capitals"),
    ("Germany legalised cannabis for adults on 1 April 2024.", True, "mostly names and a date"),
    ("Gustavo de la Torre won Peru's vote in June 2021.", True, "a Spanish name"),
    ("FALSE: VACCINES CAUSE AUTISM", True, "capitals"),
    ("5G", True, "too little to tell"),
    ("", True, "nothing"),
    ("Le maire de Lille a vendu 300 terrains publics", False, "French"),
    ("Die Behörde will den Ausbau der Windkraft in Bayern fordern", False, "German nouns have capitals"),
    ("Szczepionki powodują autyzm u dzieci", False, "Polish, without a little word that is listed"),
    ("Menteri mengatakan perusahaan itu membayar", False, "Indonesian, in plain letters"),
    ("Вакцины вызывают аутизм у детей", False, "Cyrillic"),
    ("疫苗会导致儿童自闭症", False, "Chinese"),
]


@each_row(("text", "is_english", "reason"), LANGUAGES)
def test_a_statement_is_recognised_as_english_by_its_words(text, is_english):
    assert is_in_english(text) == is_english
