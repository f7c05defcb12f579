"""Which verbs do not form all their forms by an ending: "fell", "repaid", "tried"?"""

from __future__ import annotations

_LISTED = """
win: won | lose: lost | fall: fell fallen | rise: rose risen | grow: grew grown | go: went gone goes | say: said says | tell: told |
take: took taken | give: gave given | make: made | pay: paid | sell: sold | buy: bought | bring: brought | think: thought | teach: taught |
catch: caught | fight: fought | seek: sought | build: built | send: sent | spend: spent | leave: left | meet: met | keep: kept | hold: held |
lead: led | feed: fed | begin: began begun | break: broke broken | speak: spoke spoken | steal: stole stolen | write: wrote written |
drive: drove driven | fly: flew flown | know: knew known | throw: threw thrown | see: saw seen | sink: sank sunk | shoot: shot | find: found |
stand: stood | run: ran | come: came | become: became | get: got gotten | forget: forgot forgotten | choose: chose chosen | freeze: froze frozen |
hide: hid hidden | shrink: shrank shrunk | swear: swore sworn | die: died dying dies | sue: sued suing | tie: - tying | lie: lied lying lies |
wear: wore worn | eat: ate eaten | drink: drank drunk | beat: - beaten | strike: struck | hang: hung | mean: meant | feel: felt | hear: heard |
lend: lent | try: tried | cry: cried | fry: fried | pry: pried | spy: spied | ply: plied | sting: stung | bite: - bitten | ride: rode ridden |
sing: sang sung | swim: swam swum | shake: shook shaken | blow: blew blown | tear: tore torn | flee: fled | dig: dug | slide: slid | sweep: swept |
shine: shone | draw: drew drawn | arise: arose | burn: burnt | learn: learnt | dream: dreamt | spill: spilt | spoil: spoilt | leap: leapt |
lean: leant | kneel: knelt | creep: crept | deal: dealt | strive: strove striven | prove: - proven | sew: - sewn | bend: bent | bleed: bled |
forbid: forbade forbidden | forgive: forgave forgiven | forgo: - forgone | lay: laid | mow: - mown | ring: rang | shear: - shorn | show: - shown |
sit: sat | slay: - slain | sleep: slept | sling: slung | sow: - sown | speed: sped | spell: spelt | spin: spun | spit: spat | spring: sprang sprung |
stick: stuck | stink: stank | stride: strode | string: strung | swell: - swollen | swing: swung | tread: trod trodden | undo: undid undone |
weave: wove woven | wring: wrung | foresee: foresaw foreseen | outdo: outdid | wake: woke woken | awake: awoke | cling: clung | fling: flung |
weep: wept | breed: bred
"""
"""Each with its past tense ("-" if regular or equal to the base form), then its other forms."""
_WITH_A_PREFIX = frozenset(
    (
        "repay resell rebuild retell retake rewrite remake rethink redraw rerun misspeak mistake mislead "
        "misspend overcome overpay oversee overthrow overtake overrun overspend override undertake undergo "
        "underpay undersell outsell outspend outrun outgrow withhold withstand withdraw uphold understand"
    ).split()
)


def _parse_listing() -> tuple[dict[str, str], dict[str, str]]:
    """Return the base form of each listed form, and the past tense of each verb."""
    entries = (entry.split(":") for entry in _LISTED.replace("\n", " ").split("|"))
    forms = {verb.strip(): rest.split() for verb, rest in entries}
    for verb, prefix in [(v, p) for v in forms for p in ("re", "mis", "over", "under", "out", "with", "up")]:
        if f"{prefix}{verb}" in _WITH_A_PREFIX:
            forms[f"{prefix}{verb}"] = [f if f == "-" else f"{prefix}{f}" for f in forms[verb]]
    verb_of = {form: verb for verb, rest in forms.items() for form in rest if form != "-"}
    return verb_of, {verb: rest[0] for verb, rest in forms.items() if rest and rest[0] != "-"}


VERB_OF, PAST_OF = _parse_listing()
"""Form -> verb; and verb -> its past tense: "fell", not "fallen"."""
PASTS = frozenset(PAST_OF.values())
