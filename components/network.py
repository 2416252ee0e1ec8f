"""The network chart: who is tied to whom, by side, every mark a way to its sentences.

Lives here: ties of a view → nodes and edges with places, sizes and labels → Plotly figure, legend and alternative text.
Must not live here: how ties are counted and placed (`data.graph`), panels, or filters.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pandas as pd
import streamlit as st

from components import state, theme, wording
from components.text import chart, html, label, markdown, month, month_short, t
from components.theme import Palette
from data import graph
from data.query import Index

if TYPE_CHECKING:
    import plotly.graph_objects as go

Point = tuple[float, float]

PACE = 1.6  # seconds for which a month is shown while they are played
_PLAYING, _STEPPED, _SWITCHED = "_network_playing", "_network_stepped", "_network_switched"
_SLIDER = "_network_slider"  # its key, and the months it shows

MAX_NODES = 60
FEW, WIDE = 16, 620  # more actors than these need so many pixels
MAX_EDGES = 120
LABEL = 16  # characters of a label; the whole name is in the hover and in the table
UNIT = (61.0, 52.0)  # pixels of a column and of a row at the width the chart is designed for

# one dash pattern and one marker for each kind of tie: told apart without colour
DASH = {
    "spoke": "solid",
    "met": "10px,4px",
    "speaks_for": "2px,3px",
    "hosts": "10px,3px,2px,3px",
    "arranged": "5px,3px",
    "relayed": "8px,3px,2px,3px,2px,3px",
    "accompanied": "2px,7px",
    "reports_on": "1px,4px",
    "mentioned_with": "18px,9px",
}
GLYPH = {
    "spoke": "circle",
    "met": "square",
    "speaks_for": "triangle-up",
    "hosts": "pentagon",
    "arranged": "diamond",
    "relayed": "star-diamond",
    "accompanied": "cross",
    "reports_on": "triangle-down",
    "mentioned_with": "circle-open",
}
SHAPE = {"person": "circle", "state": "square", "institution": "diamond", "outlet": "triangle-up"}


@dataclass(frozen=True)
class Node:
    """An actor as drawn: place in grid units, diameter in pixels, number of sentences behind its ties."""

    actor_id: str
    name: str
    label: str
    kind: str
    side: str
    place: Point
    size: float
    n_sentences: int
    n_ties: int


@dataclass(frozen=True)
class Edge:
    """A tie as drawn: its way from source to target, where its mark stands, line width in pixels, and its words."""

    tie_id: str
    kind: str
    source: str
    target: str
    n_sentences: int
    width: float
    way: tuple[Point, ...]
    mark: Point
    verb: str = ""
    days: str = ""
    settled: bool = True  # not only planned, nor only on hearsay


@dataclass(frozen=True)
class NetworkInfo:
    """The picture of a view. `more_actors` and `more_ties` are those left out to keep it legible."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more_actors: int
    more_ties: int
    lang: str
    more: Mapping[str, int] = field(default_factory=dict)  # region → actors left out of it

    @property
    def names(self) -> dict[str, str]:
        return {node.actor_id: node.name for node in self.nodes}


# ---------------------------------------------------------------- info


def _short(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"


def _width(n: int) -> float:
    """Sentences → line width; four steps, because more could not be told apart."""
    return 1.2 if n <= 1 else 2.0 if n <= 3 else 3.2 if n <= 9 else 4.8


def _size(n: int, most: int, seat: bool, crowd: int) -> float:
    """Sentences → diameter; smaller in a crowd, where a node would stand in its neighbour's label."""
    least, room = (14, 18) if crowd <= 40 else (11, 11)
    return least + (room + 10 * seat) * (n / most) ** 0.5 if most else least


def _bow(a: Point, b: Point, shift: float) -> tuple[Point, ...]:
    """Two places → a bowed line between them; `shift` is how far its middle leaves the straight line, in pixels."""
    dx, dy = (b[0] - a[0]) * UNIT[0], (b[1] - a[1]) * UNIT[1]
    length = hypot(dx, dy) or 1.0
    control = (
        (a[0] + b[0]) / 2 - 2 * shift * dy / length / UNIT[0],
        (a[1] + b[1]) / 2 + 2 * shift * dx / length / UNIT[1],
    )
    steps = [i / 16 for i in range(17)]
    return tuple(
        (
            (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * control[0] + t**2 * b[0],
            (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * control[1] + t**2 * b[1],
        )
        for t in steps
    )


def _apart(a: Point, b: Point) -> float:
    return hypot((a[0] - b[0]) * UNIT[0], (a[1] - b[1]) * UNIT[1])


def _mark(way: Sequence[Point], taken: Sequence[Point]) -> Point:
    """A tie's way → the point for its mark: the middle, or the nearest to it that is clear of `taken`."""
    candidates = [way[i] for i in (8, 7, 9, 6, 10, 5, 11, 4, 12)]
    return next((p for p in candidates if all(_apart(p, other) > 20 for other in taken)), candidates[0])


def _edges(
    ties: pd.DataFrame,
    place: Mapping[str, Point],
    labels: Collection[Point],
    actors: Mapping[str, Mapping[Hashable, Any]],
    lang: str,
) -> tuple[Edge, ...]:
    rows = ties.to_dict("records")
    beside: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source, target, kind in sorted((row["source"], row["target"], row["kind"]) for row in rows):
        beside[min(source, target), max(source, target)].append(graph.tie_id(source, kind, target))
    edges: list[Edge] = []
    taken = [*place.values(), *labels]
    for row in rows:
        source, target, kind, n = row["source"], row["target"], row["kind"], int(row["n_sentences"])
        name = graph.tie_id(source, kind, target)
        low, high = min(source, target), max(source, target)
        group = beside[low, high]
        base = 0.04 * _apart(place[low], place[high])
        shift = base + 26 * (group.index(name) - (len(group) - 1) / 2)
        # bow away from the middle row, whichever end comes first
        first, last = sorted((place[low], place[high]))
        way = _bow(first, last, shift if first[1] + last[1] >= 2 * (graph.ROWS - graph.MIDDLE) else -shift)
        if place[source] != first:
            way = way[::-1]
        reserve = wording.reserve(row["status"], row["mood"], lang)
        verb = wording.verb(kind, actors.get(target), lang)
        days = wording.span(_iso(row["date_from"]), _iso(row["date_to"]), lang)
        words = " · ".join(part for part in (days, *reserve) if part)
        edges.append(Edge(name, kind, source, target, n, _width(n), way, _mark(way, taken), verb, words, not reserve))
        taken.append(edges[-1].mark)
    return tuple(edges)


def _iso(value: Any) -> str:
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()


def network_info(
    actors: pd.DataFrame,
    homes: graph.Homes,
    ties: pd.DataFrame,
    *,
    lang: str = "en",
    person: str | None = None,
    tie: str | None = None,
    keep: Collection[str] = (),
) -> NetworkInfo:
    """Actors, their homes and the ties of a view → the picture.

    At most `MAX_NODES` actors and `MAX_EDGES` ties are drawn, the best evidenced; `person`, the ends of `tie` and
    `keep` always are. Nodes in the order of evidence, edges strongest first.
    """
    ends = set(graph.split_tie_id(tie or "") or ()) & set(homes.place)
    wanted = {*keep, *ends, *([person] if person else [])} & set(homes.place)
    shown = graph.strongest(homes, ties, MAX_NODES, wanted)
    place = graph.place_actors(homes, shown)
    strength = graph.evidence(ties)
    drawn = ties[ties["source"].isin(place) & ties["target"].isin(place)]
    counts = pd.concat([ties["source"], ties["target"]]).value_counts()
    rows = {row["actor_id"]: row for row in actors.to_dict("records")}
    most = max((strength.get(a, 0) for a in place), default=0)
    seats = {region.seat for region in graph.REGIONS if region.seat}
    nodes = []
    for actor, spot in place.items():
        row, n = rows[actor], strength.get(actor, 0)
        size = _size(n, most, spot in seats, len(place))
        name = row["name_it"] if lang == "it" else row["name"]
        shown_as = _short(row["short"])
        nodes.append(Node(actor, name, shown_as, row["kind"], row["side"], spot, size, n, int(counts.get(actor, 0))))
    labels = [(node.place[0], node.place[1] - (node.size / 2 + 9) / UNIT[1]) for node in nodes]
    edges = _edges(drawn.head(MAX_EDGES), place, labels, rows, lang)
    more = Counter(homes.region[actor] for actor in strength if actor not in place)
    return NetworkInfo(tuple(nodes), edges, more.total(), len(ties) - len(edges), lang, dict(sorted(more.items())))


def picture(
    actors: pd.DataFrame,
    homes: graph.Homes,
    ties: pd.DataFrame,
    key: object,
    lang: str,
    person: str | None,
    tie: str | None,
) -> NetworkInfo:
    """The picture of a view, kept for its `key`; made anew only where it leaves out who or what is selected."""
    kept = state.memo("network-picture", key, lambda: network_info(actors, homes, ties, lang=lang))
    ends = {end for end in (graph.split_tie_id(tie or "") or ())[::2] if end in homes.place}
    if {*ends, *([person] if person in homes.place else [])} <= kept.names.keys():
        return kept
    return network_info(actors, homes, ties, lang=lang, person=person, tie=tie)


# ---------------------------------------------------------------- figure


def tie_words(names: Mapping[str, str], edge: Edge, lang: str) -> str:
    """A tie in one line: who, how, to whom, on how many sentences, when."""
    source, target = names.get(edge.source, edge.source), names.get(edge.target, edge.target)
    parts = [f"{source} {edge.verb} {target}", t("network.sentences", lang, n=edge.n_sentences), edge.days]
    return " · ".join(part for part in parts if part)


def actor_words(node: Node, lang: str) -> str:
    """An actor in one line: name, ties and sentences."""
    ties, sentences = t("network.ties", lang, n=node.n_ties), t("network.sentences", lang, n=node.n_sentences)
    return f"{node.name} · {ties} · {sentences}"


def _scatter(**settings: Any) -> dict[str, Any]:
    return {"type": "scatter", "showlegend": False, **settings}


def _lines(info: NetworkInfo, colours: Palette) -> list[dict[str, Any]]:
    """One trace a tie, in the order of `info.edges`: `emphasis_css` counts on it."""
    many = len(info.edges) > 60
    return [
        _scatter(
            x=[x for x, _ in edge.way], y=[y for _, y in edge.way], mode="lines", hoverinfo="skip",
            line={
                "width": edge.width, "dash": DASH[edge.kind],
                "color": _mixed(colours.muted, colours.card, 0.45) if many and edge.width < 2 else colours.muted,
            },
        )
        for edge in info.edges
    ]  # fmt: skip


def _arrows(info: NetworkInfo, colours: Palette) -> dict[str, Any]:
    edges = [edge for edge in info.edges if edge.kind in graph.DIRECTED]
    ends = [(edge.way[11], edge.way[13]) for edge in edges]
    marker = {
        "symbol": "arrow",
        "size": [11 + edge.width for edge in edges],
        "angle": [degrees(atan2((b[0] - a[0]) * UNIT[0], (b[1] - a[1]) * UNIT[1])) for a, b in ends],
        "color": colours.muted,
        "opacity": 1,
    }
    xs, ys = [edge.way[12][0] for edge in edges], [edge.way[12][1] for edge in edges]
    return _scatter(x=xs, y=ys, mode="markers", marker=marker, hoverinfo="skip", name="arrows")


_STILL = {"marker": {"opacity": 1}}  # a click selects; the picture itself shows what is chosen


def _marks(info: NetworkInfo, colours: Palette) -> dict[str, Any]:
    edges = info.edges
    marker = {
        "symbol": [GLYPH[edge.kind] for edge in edges],
        "size": 10 if len(edges) <= 60 else 8,
        "color": [colours.card if edge.settled else colours.line for edge in edges],
        "line": {"width": 1.6, "color": colours.muted},
        "opacity": 1,
    }
    return _scatter(
        x=[edge.mark[0] for edge in edges], y=[edge.mark[1] for edge in edges], mode="markers", marker=marker,
        selected=_STILL, unselected=_STILL, customdata=[["tie", edge.tie_id] for edge in edges],
        hovertext=[chart(tie_words(info.names, edge, info.lang)) for edge in edges],
        hovertemplate="%{hovertext}<extra></extra>", name="ties",
    )  # fmt: skip


def _mixed(colour: str, ground: str, share: float) -> str:
    """Two colours `#rrggbb` → the first laid over the second, `share` of it."""
    pairs = [(int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


def _nodes(info: NetworkInfo, colours: Palette) -> dict[str, Any]:
    nodes = info.nodes
    marker = {
        "symbol": [SHAPE[node.kind] for node in nodes],
        "size": [node.size for node in nodes],
        "color": [colours.side(node.side) for node in nodes],
        "opacity": 1,
        "line": {"width": 1.5, "color": colours.card},
    }
    halo = ", ".join(f"{x}px {y}px 2px {colours.card}" for x in (-1, 1) for y in (-1, 1))
    return _scatter(
        x=[node.place[0] for node in nodes], y=[node.place[1] for node in nodes], mode="markers+text", marker=marker,
        selected=_STILL, unselected=_STILL, text=[chart(node.label) for node in nodes], textposition="bottom center",
        textfont={"size": 12, "shadow": halo, "color": colours.ink},
        customdata=[["actor", node.actor_id] for node in nodes],
        hovertext=[chart(actor_words(node, info.lang)) for node in nodes],
        hovertemplate="%{hovertext}<extra></extra>", name="actors",
    )  # fmt: skip


def emphasis_css(info: NetworkInfo, person: str | None, tie: str | None) -> str:
    """What is selected → CSS that rings it and lets the rest of the picture fade; empty when nothing is.

    The figure itself stays as it is, so that a click neither redraws it nor undoes a zoom.
    """
    bright = [i for i, e in enumerate(info.edges) if (e.tie_id == tie if tie else person in (e.source, e.target))]
    ends = {end for i in bright for end in (info.edges[i].source, info.edges[i].target)} | {person}
    nodes = [i for i, node in enumerate(info.nodes) if node.actor_id in ends]
    if not (bright or nodes) or not (person or tie):
        return ""
    n = len(info.edges)
    directed = [i for i, e in enumerate(info.edges) if e.kind in graph.DIRECTED]
    trace = ".st-key-network .scatterlayer > .trace:nth-child({})"
    arrows, marks, dots = n + 1 if directed else 0, n + 1 + bool(directed), n + 2 + bool(directed)
    shown = [trace.format(i + 1) for i in bright]
    shown += [f"{trace.format(arrows)} .point:nth-child({directed.index(i) + 1})" for i in bright if i in directed]
    shown += [f"{trace.format(marks)} .point:nth-child({i + 1})" for i in bright]
    shown += [f"{trace.format(dots)} .{part}:nth-child({i + 1})" for i in nodes for part in ("point", "textpoint")]
    faded = [trace.format(f"-n+{n}")] + [f"{trace.format(k)} .point" for k in (arrows, marks, dots) if k]
    rules = [f"{','.join(faded)}{{opacity:.28!important}}", f"{trace.format(dots)} .textpoint{{opacity:.5!important}}"]
    rules += [f"{','.join(shown)}{{opacity:1!important}}"]
    chosen = [f"{trace.format(dots)} .point:nth-child({i + 1})" for i in nodes if info.nodes[i].actor_id == person]
    chosen += [f"{trace.format(marks)} .point:nth-child({i + 1})" for i in bright if tie]
    if chosen:
        rules.append(f"{','.join(chosen)}{{stroke:var(--hl-ink)!important;stroke-width:4px!important}}")
    return "".join(rules)


def width_css(info: NetworkInfo) -> str:
    """Many actors → CSS that keeps the picture wide enough for their labels on a phone, where it then scrolls."""
    if len(info.nodes) <= FEW:
        return ""
    return f"@media(max-width:640px){{.st-key-network-chart>*{{min-width:{WIDE}px}}}}"


def _regions(info: NetworkInfo, colours: Palette) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Faint fields behind the sides, each with its name: Plotly shapes and annotations."""
    shapes, notes = [], []
    used = {graph.region_of(node.side).name for node in info.nodes}
    for region in graph.REGIONS:
        if region.name == "media" and "media" not in used:
            continue
        inner = region.name in ("eu", "other", "ua")
        xs, ys = [x for x, _ in region.places], [y for _, y in region.places]
        left, right = min(xs) - 0.55, max(xs) + 0.55
        top = max(ys) + (0.7 if max(ys) == graph.ROWS else 0.22 if inner else 0.45)
        bottom = min(ys) - (0.22 if inner and min(ys) > 1 else 0.65)
        shapes.append(
            {
                "type": "rect", "layer": "below", "x0": left, "x1": right, "y0": bottom, "y1": top,
                "fillcolor": colours.line, "opacity": 0.28, "line": {"width": 0},
            }
        )  # fmt: skip
        spot = (
            {"x": left - 0.22, "y": (top + bottom) / 2, "textangle": -90, "xanchor": "center", "yanchor": "middle"}
            if inner
            else {"x": left + 0.06, "y": top - 0.08, "xanchor": "left", "yanchor": "top"}
        )
        caption = chart(t(f"region.{region.name}", info.lang).upper())
        if left_out := info.more.get(region.name):
            caption += " · " + chart(t("network.region_more", info.lang, n=left_out))
        notes.append({**spot, "showarrow": False, "text": caption, "font": {"size": 10, "color": colours.muted},
                      "bgcolor": colours.paper if inner else "rgba(0,0,0,0)"})  # fmt: skip
    return shapes, notes


def network_figure(info: NetworkInfo, colours: Palette) -> go.Figure:
    """The picture → Plotly figure: lines, arrows, a mark on every tie, actors with labels on top.

    Actors and marks carry `customdata` (["actor", id] or ["tie", id]); nothing else reacts to a click.
    """
    shapes, notes = _regions(info, colours)
    low = -3.2 if any(node.side == "media" for node in info.nodes) else -0.2
    axis = {"visible": False, "fixedrange": True}  # nothing to drag: on a phone a finger scrolls the page
    layout = theme.layout(colours) | {
        "shapes": shapes,
        "annotations": notes,
        "height": round((9.7 - low) * UNIT[1]),
        "xaxis": axis | {"range": [-5.4, 5.4]},
        "yaxis": axis | {"range": [low, 9.7]},
        "uirevision": "network",
    }
    arrows = [_arrows(info, colours)] if any(edge.kind in graph.DIRECTED for edge in info.edges) else []
    return theme.figure([*_lines(info, colours), *arrows, _marks(info, colours), _nodes(info, colours)], layout)


# ---------------------------------------------------------------- words and widgets


def alt_text(info: NetworkInfo) -> str:
    """The picture in words, for those who do not see it."""
    best = [tie_words(info.names, edge, info.lang) for edge in info.edges[:3]]
    return t("network.alt", info.lang, actors=len(info.nodes), ties=len(info.edges), best="; ".join(best) or "–")


_SYMBOL = {  # the marks on the ties, drawn in a box of 10 by 10 around 0
    "circle": '<circle r="4"/>',
    "square": '<rect x="-4" y="-4" width="8" height="8"/>',
    "triangle-up": '<path d="M0-5 5 4H-5Z"/>',
    "pentagon": '<path d="M0-5 5-1 3 5H-3L-5-1Z"/>',
    "diamond": '<path d="M0-5 5 0 0 5-5 0Z"/>',
    "star-diamond": '<path d="M0-6 2-2 6 0 2 2 0 6-2 2-6 0-2-2Z"/>',
    "cross": '<path d="M-2-5H2V-2H5V2H2V5H-2V2H-5V-2H-2Z"/>',
    "triangle-down": '<path d="M0 5 5-4H-5Z"/>',
    "circle-open": '<circle r="4" stroke-dasharray="2 2"/>',
}


def _image(inner: str, box: str, colours: Palette) -> str:
    """A small drawing → an `<img>`; Streamlit keeps images but drops SVG elements."""
    x, y, width, height = box.split()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {width} {height}" width="{width}" height="{height}" '
        f'fill="{colours.card}" stroke="{colours.muted}" stroke-width="1.5">{inner}</svg>'
    )
    return f'<img src="data:image/svg+xml,{quote(svg)}" width="{width}" height="{height}" alt="">'


def legend_html(kinds: Collection[str], lang: str, colours: Palette) -> str:
    """Kinds of tie → lines that show and name the dash pattern and mark of each, and the shapes of actors."""
    keys = []
    for kind in DASH:
        if kind not in kinds:
            continue
        dash = "" if DASH[kind] == "solid" else f' stroke-dasharray="{DASH[kind].replace("px", "")}"'
        line = f'<path fill="none" d="M0 0H46"{dash}/>'
        arrow = f'<path fill="{colours.muted}" d="M39-4 46 0 39 4Z"/>' if kind in graph.DIRECTED else ""
        drawing = f'{line}{arrow}<g transform="translate(21 0)">{_SYMBOL[GLYPH[kind]]}</g>'
        keys.append(f"<span>{_image(drawing, '-1 -7 49 14', colours)}{html(t(f'tie_kind.{kind}', lang))}</span>")
    shapes = [
        f"<span>{_image(_SYMBOL[SHAPE[kind]], '-7 -7 14 14', colours)}{html(t(f'actor_kind.{kind}', lang))}</span>"
        for kind in SHAPE
    ]
    rows = (keys, [*shapes, f"<span>{html(t('network.size', lang))}</span>"])
    return "".join(f'<div class="hl-samples">{"".join(row)}</div>' for row in rows)


def pick(kind: str, value: str) -> None:
    """Select an actor ("actor") or a tie ("tie"). A tie leaves the actor selected; an actor drops the tie."""
    if kind == "actor":
        state.select("person", value)
    state.select("tie", value if kind == "tie" else None)


def _picked() -> None:
    chart = st.session_state.get("network")
    points = chart["selection"]["points"] if chart else []
    for point in points:
        if "customdata" in point:
            pick(*point["customdata"])


def window(months: Sequence[str]) -> graph.Months | None:
    """The months chosen, of those there are; None for all of them, or where the address asks for none of them."""
    asked = state.selected("window")
    chosen = graph.parse_window(asked, months) if asked else None
    return None if chosen == (months[0], months[-1]) else chosen if months else None


def _choose(chosen: graph.Months | None, months: Sequence[str]) -> None:
    """Keep the months chosen for the address; all of them are no choice."""
    whole = chosen is None or chosen == (months[0], months[-1])
    state.select("window", None if whole or chosen is None else "..".join(dict.fromkeys(chosen)))


def _slid(key: str, months: Sequence[str]) -> None:
    st.session_state[_PLAYING] = False
    _choose(st.session_state[key], months)
    st.session_state[_SLIDER] = (key, window(months))


def _slider_key(chosen: graph.Months | None) -> str:
    """The slider's key: another one when its ends were moved from elsewhere, because it keeps its own value."""
    key, shown = st.session_state.get(_SLIDER, ("_window-0", chosen))
    if shown != chosen:
        key = f"_window-{int(key.split('-')[1]) + 1}"
    st.session_state[_SLIDER] = (key, chosen)
    return str(key)


def _step(months: Sequence[str], step: int) -> None:
    st.session_state[_PLAYING] = False
    moved = graph.step_window(window(months), months, step)
    if moved is not None:
        _choose(moved, months)


def _toggle(months: Sequence[str]) -> None:
    """Play or pause; a play that has come to the end begins again."""
    playing = not playing_now()
    st.session_state[_PLAYING] = playing
    st.session_state[_SWITCHED] = True
    now = window(months)
    if playing and (now is None or now[1] == months[-1]):
        _choose((months[0], months[0]), months)
    st.session_state[_STEPPED] = time.monotonic()


def playing_now() -> bool:
    """Whether the months are being played."""
    return bool(st.session_state.get(_PLAYING))


def pace() -> float | None:
    """Seconds between two months while they are played; None while they are not."""
    return PACE if playing_now() else None


def play(months: Sequence[str]) -> None:
    """While the months are played, go on by one when its time has come; call before the window is read.

    The page is run anew where the play begins or ends, because only then Streamlit sets its timer.
    """
    if st.session_state.pop(_SWITCHED, False):
        st.rerun()
    if not playing_now() or time.monotonic() - st.session_state.get(_STEPPED, 0.0) < 0.8 * PACE:
        return
    moved = graph.step_window(window(months), months, 1)
    if moved is None:
        st.session_state[_PLAYING] = False
        st.rerun()
    _choose(moved, months)
    st.session_state[_STEPPED] = time.monotonic()


def window_words(chosen: graph.Months | None, lang: str) -> str:
    """The months chosen → words: "October 2025", "Feb 2025 – Oct 2025", "All months"."""
    if chosen is None:
        return t("network.window_all", lang)
    first, last = (dt.date.fromisoformat(f"{one}-01") for one in chosen)
    if first == last:
        return month(first, lang)
    return f"{month_short(first, lang, year=True)} – {month_short(last, lang, year=True)}"


def time_controls(months: Sequence[str], n_ties: int, lang: str) -> None:
    """Draw the months: one back, play or pause, one on, and a slider with two ends; what is shown, in words."""
    asked, chosen = state.selected("window"), window(months)
    if asked and graph.parse_window(asked, months) is None:
        st.warning(t("network.unknown_window", lang, value=markdown(asked)))
    if len(months) < 2:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="network-time", gap="small"):
        for name, step in (("before", -1), ("after", 1)):
            st.button(
                t(f"network.month_{name}", lang), key=f"month-{name}", on_click=_step, args=(months, step),
                icon=":material/chevron_left:" if step < 0 else ":material/chevron_right:", type="tertiary",
                disabled=graph.step_window(chosen, months, step) is None,
            )  # fmt: skip
            if step < 0:
                _play_button(months, lang)
        key = _slider_key(chosen)
        st.select_slider(
            t("network.window", lang), months, chosen or (months[0], months[-1]), key=key, on_change=_slid,
            args=(key, months),
            format_func=lambda one: month_short(dt.date.fromisoformat(f"{one}-01"), lang, year=True),
            help=t("network.window_help", lang), width="stretch",
        )  # fmt: skip
    shown = t("network.window_shown", lang, months=window_words(chosen, lang), ties=t("network.ties", lang, n=n_ties))
    st.html(f'<p class="hl-note" role="status" aria-live="polite">{html(shown)}</p>')


def _play_button(months: Sequence[str], lang: str) -> None:
    playing = playing_now()
    st.button(
        t("network.pause" if playing else "network.play", lang), key="month-play", on_click=_toggle, args=(months,),
        icon=":material/pause:" if playing else ":material/play_arrow:",
    )  # fmt: skip


def controls(index: Index, lang: str) -> None:
    """Draw what one can switch: kinds of tie, the actor in focus and how far to look from there."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="network-controls"):
        st.session_state["_focus"] = state.selected("person")
        names = {a: label(row, lang, a) for a, row in index.actor.items()}
        st.selectbox(
            t("network.focus", lang),
            sorted(names, key=lambda a: names[a].casefold()),
            index=None,
            key="_focus",
            format_func=lambda a: names[a],
            placeholder=t("network.everyone", lang),
            on_change=lambda: pick("actor", st.session_state["_focus"]),
            width=240,
        )
        st.segmented_control(
            t("network.steps", lang),
            state.OPTIONS["steps"].values,
            key="steps",
            required=True,
            format_func=lambda step: t(f"network.step_{step}", lang),
            disabled=state.selected("person") is None,
        )
    st.pills(
        t("network.layers", lang),
        state.OPTIONS["ties"].values,
        key="ties",
        selection_mode="multi",
        format_func=lambda kind: t(f"tie_kind.{kind}", lang),
        wrap=True,
    )


def render(info: NetworkInfo, person: str | None, tie: str | None) -> None:
    """Draw the chart with what is selected, what it leaves out and its legend; a click selects an actor or a tie."""
    if not info.nodes:
        st.info(t("network.empty", info.lang))
        return
    st.html(f"<style>{emphasis_css(info, person, tie)}{width_css(info)}</style>")
    with st.container(key="network-chart"):
        st.plotly_chart(
            state.memo("network-figure", (info, theme.palette()), lambda: network_figure(info, theme.palette())),
            key="network",
            on_select=_picked,
            selection_mode="points",
            theme=None,
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"},
            alt=alt_text(info),
        )
    if info.more_actors or info.more_ties:
        st.caption(t("network.more", info.lang, actors=info.more_actors, ties=info.more_ties))
    st.html(legend_html({edge.kind for edge in info.edges}, info.lang, theme.palette()))
