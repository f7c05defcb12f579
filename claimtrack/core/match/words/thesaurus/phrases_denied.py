"""Set phrases with "no", "not" or "without" whose meaning is a word that is no negator. Data only; set_phrases.py reads it."""

GROUPS = """
unemployed = without job = without work = out of work = have no job = have no work | homeless = without home = with no home = have no home
uninsured = without insurance = with no insurance = have no insurance | undocumented = without papers = with no papers = have no papers
childless = without children = with no children = have no children | penniless = without money = have no money = without penny
unvaccinated = not had jab = without jab = without vaccination = had no jab | unpaid = without pay = without wages = for no pay = without being paid
unarmed = without weapon = carry no weapon = with no weapon = have no weapon | stateless = without nationality = without citizenship
gratis = free of charge = for free = at no charge = at no cost = without paying = pay nothing
nonstop = without stopping = without break = without pause = without interruption = without letup
unannounced = without warning = without notice = with no warning | unopposed = without opponent = without challenger = with no opponent
unaided = without help = without assistance = with no help | unharmed = without injury = without scratch = without being hurt
unanimously = without dissent = with no votes against = without vote against | unsuccessfully = without success = to no avail
unconditional = without conditions = without preconditions = with no strings attached | immediately = without delay = with no delay
anonymous = without giving name = without giving names | silent = say nothing = not say anything = make no comment
unlicensed = without licence = without license = with no licence
undefeated = without defeat = without losing
"""
