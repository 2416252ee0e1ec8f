"""What tests ask of every figure: that Plotly knows all that is in it, which the dashboard itself does not check.

Lives here: the check. Must not live here: figures.
"""

from __future__ import annotations

import plotly.graph_objects as go


def validated(figure: go.Figure) -> go.Figure:
    """A figure → the same, checked against Plotly's schema. Raises ValueError for a name or value it does not know."""
    go.Figure(figure.to_dict())
    return figure
