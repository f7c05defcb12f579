"""What somewhere a record tells, and what none does, as classes of words for the points alone."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.language import calendar_words

# On record
RULES = word_set(
    "law laws act acts statute statutes rule rules regulation regulations code permit permits licence licences license licenses "
    "contract contracts agreement treaty constitution directive directives bylaw bylaws by-law ordinance ordinances standard "
    "standards guideline guidelines clause section article charter lease licensing warrant mandate"
)
RULING = word_set(
    "require requires required allow allows allowed permit permits permitted bar bars barred forbid forbids forbidden prohibit "
    "prohibits prohibited oblige obliges obliged entitle entitles entitled exempt exempts exempted apply applies cap caps capped "
    "limit limits limited restrict restricts restricted must shall mandatory compulsory illegal legal unlawful lawful eligible"
)
OFFICIAL_DEEDS = word_set(
    "suspended suspends ordered approved approves filed resigned resigns recommended recommends recorded signed "
    "signs issued granted revoked revokes withdrew withdraws withdrawn fined charged arrested arrests "
    "appointed appoints registered licensed certified inspected audited seized seizes recalled awarded extended "
    "extends sacked banned convicted acquitted sentenced sued sues overturned upheld quashed enacted repealed ratified adopted "
    "elected nominated submitted lodged detained deported evicted evacuated installed bought purchased acquired hired opened closed "
    "cancelled canceled postponed transferred dismissed declared imposed lifted received allocated collected paid entered tabled "
    "announced unveiled accused deferred reported admitted confessed pleaded testified adjourned dissolved merged demolished rebuilt"
)
WRITTEN_DOWN = word_set(
    "writing written wrote letter letters email emails e-mail e-mails memo memos notified notice notices logged signed signature "
    "signatures petition complaint complaints applied application applications invoice invoices receipt receipts logbook diary"
)
RESEARCH = word_set(
    "study studies data survey surveys figures record records register registers review audit audits census poll polls sample "
    "samples test tests tested trial trials measured measurements readings analysis research statistics inspection inspections "
    "inquiry autopsy forensic satellite footage"
)
SCHEMES = word_set(
    "plan plans draft drafts proposal proposals bill bills scheme schemes project projects motion motions amendment amendments "
    "budget blueprint"
)
WORKINGS = word_set(
    "used using uses carries carry runs holds hold contains contain consists serves serve employs employ owns own owned supplies "
    "supply produces produce covers cover belongs belong includes include including operates operate handles houses generates "
    "accounts amounts makes processes feeds powers"
)
"""How things are and work."""
# But for months that are words, too: "may", "mar the view".
DAYS_AND_MONTHS = frozenset({*calendar_words.MONTHS, *calendar_words.WEEKDAYS, "overnight"}) - {"may", "mar"}
"""What a sentence is dated by: days and months in words, and "overnight"."""
TIME_SPANS = word_set("day days week weeks month months year years hour hours")
ACCUSING = word_set(
    "accuse accuses accused accusing blame blames blamed blaming allege alleges alleged alleging accusation accusations"
)
TOLD = word_set("told")
NO = word_set("no none neither nor never without nothing nowhere")
SUCH_OR_ONE = word_set("such single one")
OF = word_set("of")

# Off record
KIN = word_set(
    "mother mothers father fathers mum mom dad daughter daughters son sons wife husband widow widower sister sisters brother brothers "
    "parents grandmother grandfather grandson granddaughter grandparents grandchildren uncle aunt nephew niece cousin fiancé fiancée "
    "girlfriend boyfriend partner twin twins sibling siblings relatives family mother's father's daughter's son's wife's husband's "
    "family's"
)
OUGHT = word_set("should shouldn't ought")
ASKING_WHY = word_set("why how what")
WHO = word_set("who whose whom")
COMMENT = word_set(
    "comment comments commented commenting spokesperson spokesman spokeswoman interview interviews interviewed"
)
WEIGHING = word_set(
    "consider considers considered considering weigh weighs weighing mull mulls mulling explore exploring seek seeks seeking hope "
    "hopes hoping likely unlikely probably planned planning prospects forecast forecasts projected predicted predicts"
)
ENOUGH = word_set("too enough everything anything something")

# What is told, and how: accusations, records, and talk without either
MISDEEDS = word_set(
    "ignored hid hidden concealed lied lying falsified forged faked cheated stole stolen diverted misled misleading failed failing "
    "refused refusing breached backdated altered deleted shredded doctored inflated bribe bribed bribes pocketed overcharged withheld "
    "tampered rigged looted siphoned kickbacks leaked buried"
)
KNOWING = word_set("knew known knows aware unaware knowing knowingly knowledge")
CARRYING_OUT = word_set("told asked ordered instructed forced made")
PUBLIC_DEEDS = word_set(
    "suspended recommended walked resigned backed repaid agreed apologised apologized joined visited met moved spoke"
)
MEASURING = word_set(
    "measured tested counted sampled recorded tracked compared surveyed interviewed weighed caught logged analysed analyzed"
)
CALLS = word_set("calls messages texts warnings requests request writing written minutes")
EARLIER = word_set("previous previously")
COURTS = word_set("court judge jury bail guilty sentence appeal inquest coroner trial hearing")
ORDINALS = word_set("second third fourth fifth sixth seventh eighth ninth tenth")
VOTES = word_set("vote votes voted decision majority")
SPENT = word_set("spent")
MARKETS = word_set("market markets investors traders analysts pricing priced")
AS_IN_TALK = word_set("i've i'd i'm i'll don't")
LOOKS = word_set("look looking looks read reads")
IN = word_set("in")
BY = word_set("by")
AFTER = word_set("after")
DONE_TO = word_set("told asked ordered given denied forced fired charged arrested paid")
WHEN = word_set("when")
RIGHT = word_set("right")
IT = word_set("it it'll")
THERE = word_set("there there's")
ITS = word_set("its")
MORE_OR_LESS = word_set("more less better worse")
DOES = word_set("does do doesn't")
ONE_MUST = word_set("must has have need needs required may can")
THIS = word_set("this that these those")
SOME = word_set("some others many several more for")
SPEAKER = word_set("i i've i'd i'm")
COMING = word_set("is are begin begins")
