"""How common everyday English words are in claims, roughly: a guide until a desk has enough claims of its own.

Compiled by hand from general knowledge of English and of what the news is about; the classes are a factor of two to three apart,
and a word may well be one class too high or too low.
"""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.match.words.terms import stem

_ONE_CLAIM_IN: dict[int, str] = {
    12: "not more all say year people no up out new",
    25: """
    state country government time president percent most over after only other make first take get usa w.h.o now
    million work before use many against day under world family any because go down some show tell give between
    """,
    60: """
    week month come know even back law party house city money job tax vote leader number today need want call pay
    bill change school health big home company high find plan end begin keep public group help last long never same
    woman man child police report case court cut cause increase rise fall every old own set put see way well still
    since during through while off where again around without next election support right cost war claim american
    national federal run ask allow spend good great much less few thousand hundred two three
    """,
    150: """
    think look seem become leave mean start stop turn move live play hold bring write provide follow stand lose meet
    include continue learn understand watch speak read add grow open walk win offer remember love consider appear
    buy wait serve die send expect build stay reach kill remain raise pass sell require decide pull return explain
    carry develop hope break receive agree believe happen create let try feel place part problem hand program
    question night point business issue side head service friend father power hour game line member car community
    name team minute idea body information parent face level office door art history result morning reason research
    girl guy moment air teacher force education foot boy age policy process music market sense college interest
    experience effect small large young different black white important political bad real able free human local
    late hard major economic strong possible whole military true special difficult available likely short single
    medical current wrong private past foreign fine common poor natural significant similar hot central happy
    serious ready simple physical general environmental financial blue democratic dark various entire close legal
    religious cold final main green nice huge popular traditional cultural minister senate congress mayor republican
    campaign candidate budget rate price union economy water food fire drug crime attack weapon security border
    immigrant student university hospital doctor patient vaccine virus disease video photo photograph image picture
    post twitter facebook social medium story article newspaper television network department agency secretary
    committee european british english china russia america united kingdom washington york texas california already
    always often almost ever perhaps later together actually away quickly once nearly recently least about another
    something nothing everything anyone someone everyone himself fact half third decade century january february
    march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday
    """,
    400: """
    account act action activity address administration admit adult affect african ago ahead aid aim airport alone
    amount analysis animal announce annual answer appeal apply approach approve area argue arm army arrest arrive
    asian attempt attend attention attorney audience author authority avoid award aware baby bank bar base battle
    beat bed benefit beyond birth bit board boat book born boss box brain brother brown bus camera cancer capital
    card catch category center chair challenge chance charge check chief choice choose church citizen civil class
    clean clear climate coach coal coast collect colour comment commercial commission commit compare complete
    computer concern condition conference confirm conflict connect contain contract control conversation cool copy
    corner corporate council county couple course cover crash credit criminal crisis cross crowd cup customer daily
    damage danger data date daughter deal debate debt declare decline deep defend defense deficit degree deliver
    demand deny depend describe design despite destroy detail dinner direct discover discuss dog dollar double draw
    dream dress drink drive drop earn earth east easy eat editor effort eight electricity electric emergency
    employee employer encourage enemy energy enforcement enjoy enough enter environment equal especially establish
    event evidence exactly example executive exist expert export eye fail fair faith false famous far farm fast
    favor fear feature field fight figure file fill film firm fish five flag flat flight floor flood fly focus
    forest forget form forward four france freedom fuel full fund future gain gas germany glass global goal god gold
    grant ground guess gun hair hate heart heat heavy hear height hide highway hire hit holiday host hotel household
    however hurt husband illegal impact implement improve income independent india indicate individual industry
    inflation inside institution insurance intelligence interview introduce investigate invest involve iran iraq
    island israel italy japan join journalist judge jury justice key kid kind king korea labor lack lady land
    language launch lawmaker lawyer lay league legislation legislature letter liberal lie life light limit link list
    listen london loss lot low machine magazine maintain manage map mark marriage married mass match material matter
    measure meat media memory mental message method mexico middle mile mind mine minority miss model modern mother
    mouth movie murder muslim necessary neighbor nine north nuclear nurse obama trump biden clinton occur ocean oil
    operate opinion opportunity opposition option order organization outside owner page pain paper paris park
    particular partner pattern peace pension per perform period phone piece plant plastic please pledge pocket poll
    pool population position poverty prepare presence press pressure prevent previous prime prison probably produce
    product professional professor profit project promise property propose protect protest prove proportion pupil
    push quality quarter queen quite quote race racial radio rail railway rain range rank rape rather react
    recession recognise record red reduce refer reform refugee refuse region register regulation reject relate
    relationship release religion rely remove rent repeat replace represent representative request rescue resident
    resource respond response responsible rest restaurant retire reveal revenue rich risk river road rock role room
    rule rural russian safe safety sale salary save scandal scene science scientist screen sea season seat second
    secret section seek senior sentence separate seven sex sexual share she shift ship shoot shop shut sick sign
    sister sit situation six size skill skin sleep slow smoke society soldier solution solve son song soon sort
    source south space spain speech speed spokesman spokeswoman sport spread spring staff stage standard star
    statistic steal step stock store storm strategy street strike structure study stuff style subject success suffer
    suggest summer supply supreme sure surface surgery survey survive suspect system table talk target task
    technology ten tend term terrorist terror test theory threat threaten throw ticket tie tiny title total touch
    tough tour town trade traffic train transport travel treat treaty tree trial trip trouble truth twice type uk
    unemployment value vehicle version victim victory view village violence visit voice volunteer voter wage wall
    warn waste wave wear weather website weekend weight west western wide wife wild wind window winter wish witness
    wonder wood word worry worth wound yard yes yesterday yet
    """,
}  # fmt: skip
"""Roughly one claim in so many contains the word."""

_FREQUENCY_OF_UNLISTED = 1 / 4_000
"""The share of claims that contain a given unlisted word: a name, a technical term, a misprint."""
_FREQUENCY_OF_DIGIT, _FREQUENCY_OF_NUMBER = 1 / 50, 1 / 500

_FREQUENCY: dict[str, float] = {}
for _claims, _words in _ONE_CLAIM_IN.items():
    for _word in _words.split():
        _FREQUENCY.setdefault(stem(_word), 1 / _claims)


@lru_cache(maxsize=100_000)
def frequency(term: str) -> float:
    """Return the share of claims, 0..1, that contain a term of the matcher: a stem, or "#" and a number."""
    if term[0] != "#":
        return _FREQUENCY.get(term, _FREQUENCY_OF_UNLISTED)
    return _FREQUENCY_OF_DIGIT if len(term) == 2 else _FREQUENCY_OF_NUMBER


def is_everyday(term: str) -> bool:
    """Whether a stem is among the listed words."""
    return term in _FREQUENCY
