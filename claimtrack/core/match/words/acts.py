"""What can be done, in public life, to the same thing: a court convicts or acquits, a museum lends or sells.

A class lists the acts that one sort of thing or person may undergo, separated by bars, each by its verbs. A claim means one act of
a class. What newsrooms use interchangeably, "signed" and "approved", is one act; a verb for two acts, "convicted" for "fined" and
for "jailed", is listed with both.
"""

from __future__ import annotations

from collections import defaultdict

from claimtrack.core.match.words.terms import stem

_ACTS = {
    "a bill or a plan": (
        "approve pass adopt enact endorse back authorise authorize clear greenlight sign support accept "
        "uphold | reject defeat block veto oppose suspend freeze postpone shelve delay defer withdraw drop "
        "scrap abandon ditch repeal abolish annul overturn quash revoke dismiss | amend revise | debate "
        "discuss consider review | propose introduce table draft submit | weaken dilute gut | leak"
    ),
    "a treaty":
        "sign conclude approve accept | ratify approve adopt | reject | postpone delay shelve | denounce "
        "quit leave withdraw withdrawn",
    "how a bill, a plan or a visit fails": (
        "reject defeat block veto oppose dismiss overturn quash annul repeal abolish | postpone delay defer "
        "shelve adjourn | withdraw withdrawn drop abandon ditch scrap cancel"
    ),
    "a ruling, a case or an inquiry": (
        "uphold confirm affirm | overturn quash annul reverse dismiss reject suspend block | drop abandon "
        "withdraw close | appeal challenge contest | settle | open launch reopen hear accept order demand | "
        "adjourn postpone delay | obstruct hamper | lead | extend"
    ),
    "a suspect or a defendant": (
        "arrest detain capture apprehend charge indict accuse | convict sentence jail imprison condemn | "
        "acquit clear exonerate free drop | pardon release free | extradite deport expel | question "
        "interrogate interview | fine convict sentence | sue | warn caution | kill shoot execute | "
        "investigate probe | summon | bribe | escape flee abscond | surrender"
    ),
    "a firm, a shop or works": (
        "close shut seal liquidate | open reopen launch | sell offload privatise privatize | buy purchase "
        "acquire nationalise nationalize rescue bail save | rent lease | expand enlarge | inspect check "
        "audit visit | sue | fine | sanction blacklist | demolish raze | renovate refurbish modernise | "
        "rename rebrand | found build | boycott | move relocate | merge | split | float list | delist"
    ),
    "a building or a place": (
        "build construct erect | demolish raze bulldoze destroy burn torch | renovate restore refurbish "
        "repair rebuild | inspect visit | close shut seal block | open inaugurate reopen | evacuate leave "
        "abandon | occupy storm capture seize conquer liberate recapture retake | damage attack flood burn | "
        "shell bomb bombard attack | defend guard protect | rent lease | sell | save | rename | paint | "
        "flood | bless consecrate"
    ),
    "a person in a post": (
        "appoint hire recruit install reappoint rehire reelect reinstate elect | fire dismiss sack oust | "
        "suspend ban | promote | demote | nominate | transfer | praise commend | criticise criticize censure "
        "reprimand | resign quit retire | bribe | sue | retrain | clear exonerate"
    ),
    "an envoy or a guest": (
        "invite welcome receive | expel | summon | recall withdraw | appoint | ban bar exclude | thank | "
        "snub | arrest | accredit"
    ),
    "a candidate or a party": (
        "elect reelect | nominate register admit endorse back support | expel disqualify bar ban dissolve | "
        "defeat | found | join | boycott | leave quit defect | suspend"
    ),
    "an election or a poll":
        "win contest | boycott | postpone delay | annul cancel | call | rig | observe monitor | recognise "
        "recognize accept | reject contest",
    "what somebody says or does": (
        "praise commend applaud hail welcome thank defend justify | criticise criticize condemn denounce "
        "slam deplore attack mock ridicule | regret apologise apologize | order command ban | allow permit | "
        "ban forbid prohibit | confirm | deny | foil prevent thwart | plan plot"
    ),
    "an order or a rule":
        "obey follow heed respect | defy disobey ignore break flout | give issue | relax ease | tighten "
        "toughen | abolish scrap lift",
    "a thing owned": (
        "donate give bequeath | lend loan | sell auction | rent lease | steal loot | return restitute give | "
        "exhibit display | destroy | damage | restore repair | forge fake | seize confiscate impound | "
        "insure | bury | hide | inherit"
    ),
    "a prize or an honour": "win accept award present share | refuse decline reject | return | strip revoke",
    "a sum, an aid or a debt": (
        "pay donate give grant collect | lend loan | borrow | repay refund | pledge promise | steal embezzle "
        "| waive forgive cancel | freeze block seize confiscate withhold | unfreeze unblock release | refuse "
        "deny withhold | invest | demand"
    ),
    "people on the move": (
        "deport expel | admit accept naturalise resettle | extradite | rescue save evacuate | detain arrest "
        "intern | recruit | smuggle | rob | kill shoot | release free exchange swap | abduct kidnap | summon "
        "| vaccinate | resettle house | strand trap rescue save evacuate"
    ),
    "an event or a strike": (
        "start begin launch open resume restart | end cancel | suspend pause interrupt | move relocate | "
        "postpone delay | extend prolong | boycott | ban forbid | join attend | host supervise | condemn "
        "criticise | disrupt disperse"
    ),
    "a rate, a tax or a price": (
        "raise increase hike lift | cut lower reduce | leave keep maintain freeze | abolish scrap | freeze "
        "cap | introduce impose | pay | evade dodge"
    ),
    "a text, a picture or a film": (
        "publish release post reissue republish reveal disclose leak | withdraw withdrawn retract pull "
        "delete erase suppress withhold | correct edit | commission | edit shorten | forge fake fabricate "
        "invent falsify | praise | criticise criticize | burn | encrypt | steal"
    ),
    "a product": (
        "recall withdraw withdrawn | approve license licence authorise clear relicense | reject | ban forbid "
        "prohibit outlaw | launch unveil introduce | discontinue | redesign | relabel | export deliver | "
        "import | make produce manufacture | destroy | steal | tax | subsidise subsidize | smuggle"
    ),
    "a player or a goal": "sign | sell | loan lend | release | score | miss | concede | ban suspend",
    "somebody in danger": (
        "kill murder drown | free release rescue save | kidnap abduct | injure wound hurt | bury | abandon | "
        "threaten | rob | poison | torture | adopt | survive"
    ),
    "the sick": "discharge | admit treat | vaccinate | infect | cure heal | transfer | quarantine isolate | bury",
    "the faithful": "bless | marry | baptise baptize | bury | excommunicate | ordain",
    "pupils and staff": "expel exclude punish discipline | suspend punish discipline | reward praise | train teach",
    "an animal or a plant":
        "kill shoot cull poach | protect save | capture catch | release | breed | vaccinate | feed | plant | "
        "fell cut",
    "a vehicle or a vessel": (
        "sink scuttle | seize hijack capture | rescue salvage | repair | build launch | scrap | ground | "
        "delay | divert | escort | insure | attack | refuel"
    ),
    "an agreement or a word":
        "sign conclude agree | break breach violate | reject | keep honour honor | cancel terminate | renew "
        "extend | renegotiate | suspend",
    "how somebody is killed or hurt":
        "shoot | stab | strangle | poison | drown | beat | behead | hang | bomb | electrocute | trample",
    "a ruler": (
        "overthrow topple oust depose impeach | assassinate kill murder | elect install reelect crown | "
        "support back recognise recognize | arrest detain | pardon | abdicate resign"
    ),
    "a ban, a curfew or sanctions": (
        "impose introduce announce declare | lift end scrap abolish | extend prolong renew | ease relax "
        "loosen | tighten toughen | defy break violate flout breach | oppose | postpone delay | uphold"
    ),
    "a licence or a right": (
        "grant give award restore | deny refuse reject | revoke withdraw withdrawn strip cancel | renew "
        "extend | suspend | forge | sell"
    ),
    "ties": "cut sever break | restore resume renew | downgrade | establish | deepen strengthen",
    "jobs": "cut axe slash shed | create add | move relocate shift | save protect | freeze",
    "a monument or a device": (
        "unveil install erect inaugurate | remove dismantle topple | vandalise vandalize deface damage | "
        "restore repair clean | move relocate remove | rename | topple destroy | melt"
    ),
    "what may be done": "require mandate oblige | recommend advise | ban forbid prohibit | allow permit",
    "a claim or a charge": "admit confess confirm prove | deny dispute reject | retract withdraw withdrawn | repeat",
    "an offer or a call":
        "accept heed | reject decline refuse dismiss ignore | withdraw withdrawn | consider weigh | submit | "
        "raise",
    "an order": "order | deliver receive | rent lease | cancel | pay",
    "a spouse": "marry | divorce | kill murder | sue",
    "files": "shred destroy burn delete | leak publish | hide | forge | steal | copy",
    "a crowd": "disperse | join | address | attack | ban | lead | organise organize",
    "troops": "deploy send dispatch | withdraw | train | arm | disarm | attack | decorate | ambush",
    "a currency": "devalue | revalue | peg | float | abolish | introduce adopt | defend",
    "what is to come or not": "announce | cancel drop abandon scrap",
    "a fire": "extinguish | start light | survive",
    "a supply or a road": "cut block sever | restore reopen | ration",
    "on the way": "crash | land | derail | capsize sink | explode | vanish disappear",
    "a tenant": "evict | sue | rehouse | compensate",
    "data": "hack steal | leak publish | sell | delete | encrypt | protect",
    "a river, land or a forest":
        "pollute poison | clean restore | dam | divert | clear burn | plant | protect | flood | drain | mine",
    "arms": "supply deliver sell | seize confiscate | destroy | buy | surrender | ban | fire launch | intercept",
}  # fmt: skip


def _index_verbs() -> dict[str, frozenset[tuple[str, int]]]:
    found: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for name, members in _ACTS.items():
        for member, verbs in enumerate(members.split("|")):
            for verb in verbs.split():
                # Some verbs have another stem in the past.
                for form in {stem(verb), stem(f"{verb.removesuffix('e')}ed")}:
                    found[form].add((name, member))
    return {verb: frozenset(acts) for verb, acts in found.items()}


ACTS = _index_verbs()
"""Stem of a verb -> the acts that it may mean, as (class, number of the act)."""
