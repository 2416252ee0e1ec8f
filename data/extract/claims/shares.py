"""How much of what was to be agreed is agreed: "agreed on 95% of the issues".

Lives here: the rule that ties a percentage to a contact. Must not live here: how percentages are read
(`data.extract.quantities`), or word lists (claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.scene import ClaimFind, Scene, clipped
from data.extract.quantities.percents import find_percents
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-agreement-share",
        "A percentage of what was to be agreed.",
        "«un accordo sul 90% dei punti»",
        "“agreed on 95% of the issues”",
    ),
)  # fmt: skip


def find_shares(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → how much is agreed."""
    for p in find_percents(scene.document, scene.lexicon):
        of = scene.beginning_at("share_of", p.end)
        if of is None:
            continue
        contacts = scene.nearest(p.start, p.end) or scene.told_last(p.start)
        if not contacts:
            continue
        yield ClaimFind(
            p.start, of.end, "agreement_share", contacts[0], "claim-agreement-share", number=p.number,
            number_from=p.number_from, number_to=p.number_to, unit="percent", qualifier=p.qualifier,
            instead=clipped(contacts, contacts[0]),
        )  # fmt: skip
