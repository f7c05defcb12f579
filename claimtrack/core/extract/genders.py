"""Whether "he" or "she" can mean a person: told from titles, nouns and common first names, else unknown.

A wrong guess costs a speaker, so that names used for both (Alex, Kim, Robin) are in neither list.
"""

from __future__ import annotations

from claimtrack.core.extract.reading import word_set

_MALE = word_set(
    "adam ahmed alan albert alexander ali andrew anthony antonio antónio arthur ben benjamin bernard bill bob "
    "boris brian carl carlos charles christopher colin craig daniel danny david dean dennis derek dmitry "
    "donald douglas edward emmanuel eric ethan felix fernando francis frank fred gary george giovanni giorgio "
    "gordon graham grant greg hans harold harry hassan henry howard hugo ian ibrahim ivan jack jacob jake james "
    "jason jeff jeffrey jeremy jim joe joel john jonathan jorge joseph josh juan justin karl keith kenneth kevin "
    "klaus larry lars leonard liam louis luca luis luke manuel marco mario mark martin matthew michael miguel "
    "mike mohammed muhammad narendra neil nicholas nigel oliver omar oscar pablo patrick paul pedro peter philip "
    "pierre rafael ralph raymond ricardo richard rick robert roberto roger ronald russell samuel scott sean "
    "sergei simon stephen steve steven stuart thomas tim timothy tom tony vladimir volodymyr walter wayne "
    "william xavier yusuf"
)
_FEMALE = word_set(
    "abigail agnes alice alison amanda amelia amy ana angela anita ann anna anne annie barbara beatrice beth "
    "betty brenda carla carol caroline catherine charlotte christine claire clara cynthia deborah diana diane "
    "donna doreen dorothy edith eleanor elena elizabeth ella ellen emily emma erin esther eva fatima fiona "
    "florence frances gabriela giorgia gloria grace greta hannah harriet heather helen helena ingrid irena irene "
    "isabel jacqueline jane janet jennifer jessica joan joanna josephine joyce judith julia julie karen kate "
    "katherine kathleen laura lauren leila lena linda lisa louise lucia lucy lydia margaret maria marie marion "
    "martha mary maureen megan melissa michelle miriam monica nadia nancy naomi natalie nicola nina nora olga "
    "olivia pamela patricia paula petra priya rachel rebecca rita rosa rosalind rose ruth sally sandra sara sarah "
    "sharon sheila shirley silvia sofia sonia sophie stella stephanie susan sylvia tanya teresa tina ursula "
    "valerie vanessa vera victoria virginia wendy yasmin yvonne zoe"
)
_MALE_NOUNS = word_set(
    "mr sir lord king prince duke father son brother husband man boy spokesman chairman businessman congressman "
    "councilman grandfather"
)
_FEMALE_NOUNS = word_set(
    "mrs ms miss dame lady queen princess duchess mother daughter sister wife woman girl spokeswoman chairwoman "
    "businesswoman congresswoman councilwoman grandmother gran"
)


def may_be(pronoun: str, name: str, noun: str = "") -> bool:
    """Whether "he" or "she" may mean whoever has this name or is described by this noun."""
    first = name.split(" ", 1)[0].lower()
    against, nouns = (_FEMALE, _FEMALE_NOUNS) if pronoun == "he" else (_MALE, _MALE_NOUNS)
    return first not in against and noun not in nouns


def is_given_name(word: str) -> bool:
    """Whether a word in lower case is a common first name: "Dean" before a surname is no title."""
    return word in _MALE or word in _FEMALE
