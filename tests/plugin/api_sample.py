"""Hooks for Schemathesis that send a sample of the requests it generates for the OpenAPI file."""

import schemathesis
from schemathesis.generation.meta import CoveragePhaseData

_sent = set()


@schemathesis.hook
def filter_case(context, case):
    """Keep what differs from all requests before it: in its operation with valid or invalid input, or in what is tried on its field."""
    tried = case.meta.phase.data
    if not isinstance(tried, CoveragePhaseData):
        return True
    kinds = {
        (case.operation.label, case.meta.generation.mode),
        (tried.scenario, tried.parameter_location, tried.parameter, tried.location),
    }
    is_new = not kinds <= _sent
    _sent.update(kinds)
    return is_new
