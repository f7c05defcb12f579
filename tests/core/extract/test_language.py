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


def test_addresses_handles_and_markup_make_no_text_foreign():
    post = '<a href="https://t.co/{0}">https://t.co/{0}</a> @Handle{0} #Tag{0} pic.twitter.com/{0} &mdash; '
    posts = "".join(post.format(number) for number in range(40))
    assert looks_english(f"{posts} {ENGLISH}")
