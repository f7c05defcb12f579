import pytest

from claimtrack.core.extract import looks_english

ENGLISH = "The council met on Monday and decided that the bridge should be closed for the rest of the year."
SPANISH = "El consejo se reunió el lunes y decidió que el puente debía cerrarse durante el resto del año, dijo el alcalde."
SPANISH_QUOTE = SPANISH + " «No hay dinero para el puente», dijo la alcaldesa María Prado en la radio."


def test_english_is_told_from_other_languages():
    assert looks_english(ENGLISH)
    assert not looks_english(SPANISH)


def test_a_text_too_short_to_tell_is_taken_for_english_only_in_latin_letters():
    assert looks_english("Bridge closed")
    assert not looks_english("Мост закрыт")


def test_of_another_language_only_quotations_are_rows_and_flagged(rows):
    found = rows(SPANISH_QUOTE)
    assert [row.text for row in found] == ["No hay dinero para el puente"]
    assert "non_english" in found[0].flags


@pytest.mark.parametrize(
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
            id="the comma before who says it",
        ),
        pytest.param(
            "市长说：“我们建了四千套住房。房租下降了百分之三。”下一句没有引号。",
            ["我们建了四千套住房。", "房租下降了百分之三。"],
            id="a row for each sentence",
        ),
        pytest.param("他谈到“一带一路”和“改革”。", [], id="names in marks are no claims"),
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
def test_quotations_are_read_in_scripts_of_other_marks_and_without_spaces(rows, text, quoted):
    found = rows(text)
    assert [row.text for row in found] == quoted
    assert {row.speaker for row in found} <= {"unknown"}
    assert all(text[row.start : row.end] == row.text for row in found)


def test_addresses_handles_and_markup_make_no_text_foreign():
    post = '<a href="https://t.co/{0}">https://t.co/{0}</a> @Handle{0} #Tag{0} pic.twitter.com/{0} &mdash; '
    posts = "".join(post.format(number) for number in range(40))
    assert looks_english(f"{posts} {ENGLISH}")


def test_the_names_of_who_speaks_make_no_text_foreign():
    lines = [f"Ada van der Moor-{letter}: Rents rose in 3 towns." for letter in "ABCDEFGH"]
    assert looks_english("\n\n".join(lines))
    assert not looks_english(
        "\n\n".join(f"Ada Moor-{letter}: Die Mieten sind gestiegen." for letter in "ABCDEFGH")
    )
