"""Colours and type, light and dark; what all Plotly charts share; the one stylesheet.

Lives here: every colour of the interface, how a figure is made. Must not live here: layout of a page, words, or data.
The same values stand in `.streamlit/config.toml`, which Streamlit's own parts follow; a test compares the two.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

if TYPE_CHECKING:
    import plotly.graph_objects as go

Mode = Literal["light", "dark"]
STYLES = Path(__file__).resolve().parent / "static"
SANS = '"Inter", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Source Sans", sans-serif'
SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Liberation Serif", "Times New Roman", serif'


@dataclass(frozen=True)
class Palette:
    """The colours of one mode. `accent` means one thing: accounts differ."""

    paper: str
    card: str
    ink: str
    muted: str
    line: str
    link: str
    accent: str
    call: str
    meeting: str
    envoy: str
    other: str
    us: str
    ru: str
    ua: str
    hu: str
    eu: str
    media: str
    neutral: str

    def side(self, side: str) -> str:
        """Colour of a side; `neutral` for one without its own."""
        return {"us": self.us, "ru": self.ru, "ua": self.ua, "hu": self.hu, "eu": self.eu, "media": self.media}.get(
            side, self.neutral
        )


# Okabe–Ito hues, darkened on paper and lightened on ink until each has at least 4.5 : 1 on its card.
LIGHT = Palette(
    paper="#fbfaf6", card="#ffffff", ink="#1c2230", muted="#5b616e", line="#dedacf", link="#0a5ea8", accent="#b3261e",
    call="#0a5ea8", meeting="#00735a", envoy="#8a5a00", other="#6b6375",
    us="#0a5ea8", ru="#a83232", ua="#8a6a00", hu="#00735a", eu="#5a4fa2", media="#5b616e", neutral="#5b616e",
)  # fmt: skip
DARK = Palette(
    paper="#14171d", card="#1b1f27", ink="#ece8df", muted="#a9adb6", line="#363b46", link="#7db9f2", accent="#ff8a7a",
    call="#6fb1f0", meeting="#45c3a0", envoy="#e0a63f", other="#b9afc6",
    us="#6fb1f0", ru="#f08a8a", ua="#e3c04d", hu="#45c3a0", eu="#b3a8f5", media="#a9adb6", neutral="#a9adb6",
)  # fmt: skip


def mode() -> Mode:
    """The theme the browser shows now; light where it does not say."""
    return "dark" if st.context.theme.type == "dark" else "light"


def palette(which: Mode | None = None) -> Palette:
    """The colours of a mode, by default of the one shown."""
    return DARK if (which or mode()) == "dark" else LIGHT


def layout(colours: Palette) -> dict[str, object]:
    """The part of a Plotly layout that all charts share: type, colours, no furniture."""
    return {
        "font": {"family": SANS, "size": 13, "color": colours.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {
            "bgcolor": colours.card,
            "bordercolor": colours.line,
            "font": {"family": SANS, "size": 13, "color": colours.ink},
            "align": "left",
        },
        "showlegend": False,
        "margin": margin(),
        "hovermode": "closest",
        "clickmode": "event+select",  # this and the next as Streamlit would set them, drawing all of it once more
        "dragmode": "pan",
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colours.muted, "activecolor": colours.ink},
    }


def margin(left: float = 0, right: float = 0, top: float = 0, bottom: float = 0) -> dict[str, object]:
    """Pixels around the plot. Plotly would find the room for ticks and sliders by drawing everything a second time."""
    return {"l": left, "r": right, "t": top, "b": bottom, "autoexpand": False}


def figure(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], revision: int | None = None) -> go.Figure:
    """Plotly's traces and layout, as plain mappings → a figure that the browser draws once.

    Streamlit hands each figure over a second time, in a copy, once it has measured the chart's place. Plotly then draws
    all of it anew unless it can tell that nothing changed. So `datarevision` says that the data are the same (by
    default a checksum of them; a `revision` of your own makes two pictures that look alike two charts); there is no
    template, which Plotly never takes for the same; moments are written as `stamp` writes them; and the element that
    carries the chart's key has neither border nor padding, so that its place is as high as the layout says.
    The figure is not checked against Plotly's schema, which takes longest: `validated` in the tests does that.
    """
    import plotly.graph_objects as go  # here: the first paint of other pages does without

    if revision is None:
        revision = zlib.crc32(json.dumps([[*traces], layout], sort_keys=True).encode())
    copies = [{**trace} for trace in traces]  # Plotly takes them for its own
    made = go.Figure({"data": copies, "layout": {**layout, "datarevision": revision}}, _validate=False)
    made.layout.template = None
    return made


def stamp(when: dt.datetime) -> str:
    """A moment in the form in which Plotly writes it itself."""
    return when.isoformat(" ", timespec="minutes")


def _variables() -> str:
    pairs = zip(vars(LIGHT).items(), vars(DARK).values(), strict=True)
    return "".join(f"--hl-{name}:light-dark({light},{dark});" for (name, light), dark in pairs)


def stylesheet() -> str:
    """The stylesheet, with the colours of both modes as CSS variables `--hl-…`: the browser takes those it shows."""
    variables = f"--hl-sans:{SANS};--hl-serif:{SERIF};{_variables()}"
    rules = "\n".join(path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.css")))
    return f"<style>:root{{{variables}}}\n{rules}</style>"
