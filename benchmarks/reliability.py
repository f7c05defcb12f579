"""Draws a reliability diagram of the matcher: the share of pairs that are the same claim, by score."""

from collections.abc import Sequence

_SIDE, _EDGE = 300, 40


def svg(bins: Sequence[Sequence[bool]]) -> str:
    """A reliability diagram of ten bins of judgements, readable without colour and by a screen reader."""
    shares = [sum(b) / len(b) if b else None for b in bins]
    description = "; ".join(
        f"{n / 10:.1f} to {(n + 1) / 10:.1f}: {s:.0%}" for n, s in enumerate(shares) if s is not None
    )
    to_point = lambda x, y: (_EDGE + x * _SIDE, _EDGE + (1 - y) * _SIDE)  # noqa: E731
    points = [to_point((n + 0.5) / 10, s) for n, s in enumerate(shares) if s is not None]
    dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>' for x, y in points)
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    labels = "".join(
        f'<text x="{to_point(t, 0)[0]:.0f}" y="{_EDGE + _SIDE + 16}" text-anchor="middle">{t}</text>'
        f'<text x="{_EDGE - 6}" y="{to_point(0, t)[1] + 4:.0f}" text-anchor="end">{t}</text>'
        for t in (0, 0.5, 1)
    )
    size = _SIDE + 2 * _EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size + 10}" role="img" '
        f'aria-labelledby="title desc" font-family="sans-serif" font-size="12">'
        f'<title id="title">How often pairs of a score are the same claim</title><desc id="desc">{description}</desc>'
        f'<rect width="{size}" height="{size + 10}" fill="#fff"/>'
        f'<path d="M{_EDGE},{_EDGE}V{_EDGE + _SIDE}H{_EDGE + _SIDE}" fill="none" stroke="#333"/>'
        f'<path d="M{_EDGE},{_EDGE + _SIDE}L{_EDGE + _SIDE},{_EDGE}" stroke="#767676" stroke-dasharray="5 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#1a4f8b" stroke-width="2"/><g fill="#1a4f8b">{dots}</g>{labels}'
        f'<text x="{size / 2}" y="{size}" text-anchor="middle">score</text>'
        f'<text x="14" y="{size / 2}" text-anchor="middle" transform="rotate(-90 14 {size / 2})">share that is the same'
        "</text></svg>\n"
    )
