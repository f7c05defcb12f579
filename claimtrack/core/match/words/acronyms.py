"""Capitals that tell: acronyms that are another word in small letters, "ICE" and "ice". Other words in capitals are only stressed: "NEVER"."""

from __future__ import annotations

from claimtrack.core.expressions import expression

_CAPITALS = expression(r"(?<![^\W_])[A-Z]{2,}(?![^\W_])")
_ANOTHER_WORD = frozenset(
    """
    ACT AD AID AIDS AL AM ARM ART BAT BID CAP CAR CARE CAT CHIP CHIPS CO COBRA COD COP COPS CORE DARE DEAL DELTA DIP DOE DOGE DOT DREAM ED EMU ERA
    EX FACE FAIR FAST FED FIN FIT GAP GAS GEM GOAL GREEN HALO HEAT HELP HERO HEROES HOPE HUD ICE ICON ID IDEA IRIS IT JET LA LAB LEAD LEAP LED LINK
    MA MAC MAD MAN MAP MARCH MARS MATE ME MET MICE MINT MOB MOD MOM MOT MS NAP NICE NUT OPAL PA PAC PACE PACT PAN PEN PET PIN PIP PISA PIT PM POD
    PORT POST PRISM RAC RAM RAP RAT RE REM RICE RICO RIP RISE SAD SAFE SAGE SAIL SALT SAP SAT SATS SAVE SEA SEAL SEALS SEN SHAPE SIM SMART SNAP
    SPA SPOT STAR START STEM STEP STORM SUN SWAN SWAT SWIFT TAN TAP TAR TEACH TEAM TECH TED TIP TRAP TRIPS UPS US VAT VISA WASP WHO WISE ZIP
    """.split()
)


def acronyms(text: str) -> list[str]:
    """The words in capitals that mean another thing than in small letters."""
    return [word for word in _CAPITALS.findall(text) if word in _ANOTHER_WORD]
