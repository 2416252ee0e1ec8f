"""One set of colours: the same for Streamlit's parts and ours, and readable for everybody."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from components import theme
from tests.figures import validated

CONFIG = tomllib.loads((Path(__file__).resolve().parent.parent / ".streamlit" / "config.toml").read_text("utf-8"))
BOTH = pytest.mark.parametrize(("name", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK)])


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(a: str, b: str) -> float:
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@BOTH
def test_config_and_palette_agree(name: str, colours: theme.Palette) -> None:
    config = CONFIG["theme"][name]
    assert (config["backgroundColor"], config["textColor"]) == (colours.paper, colours.ink)
    assert (config["linkColor"], config["borderColor"], config["redColor"]) == (
        colours.link, colours.line, colours.accent,
    )  # fmt: skip
    assert config["primaryColor"] == colours.link


@BOTH
@pytest.mark.parametrize("word", ["ink", "muted", "link", "accent", "call", "meeting", "envoy", "other"])
def test_words_and_marks_stand_out(name: str, colours: theme.Palette, word: str) -> None:
    sidebar = CONFIG["theme"][name]["sidebar"]["backgroundColor"]
    for ground in (colours.card, colours.paper, sidebar):
        assert _contrast(getattr(colours, word), ground) >= 4.5, (word, ground)


@BOTH
@pytest.mark.parametrize("side", ["us", "ru", "ua", "hu", "eu", "media", "neutral"])
def test_sides_stand_out_from_the_card(name: str, colours: theme.Palette, side: str) -> None:
    del name
    assert _contrast(getattr(colours, side), colours.card) >= 3
    assert colours.side(side) == getattr(colours, side)


def test_an_unknown_side_is_neutral() -> None:
    assert theme.LIGHT.side("mars") == theme.LIGHT.neutral


def test_the_stylesheet_uses_only_colours_of_the_palette() -> None:
    sheet = theme.stylesheet()
    assert not re.search(
        r"#[0-9a-fA-F]{3,8}\b", "".join(path.read_text("utf-8") for path in theme.STYLES.glob("*.css"))
    )
    asked = set(re.findall(r"var\(--hl-([a-z]+)", sheet))
    assert asked <= {*vars(theme.LIGHT), "sans", "serif", "side"}
    for name, light in vars(theme.LIGHT).items():
        assert f"--hl-{name}:light-dark({light},{getattr(theme.DARK, name)});" in sheet


def test_a_figure_has_what_spares_a_second_drawing() -> None:
    traces, layout = [{"type": "scatter", "y": [1, 2]}], theme.layout(theme.LIGHT)
    figure = theme.figure(traces, layout)
    validated(figure)
    assert not figure.to_dict()["layout"]["template"]
    assert figure.layout.margin.autoexpand is False
    assert figure.layout.datarevision == theme.figure(traces, layout).layout.datarevision
    assert figure.layout.datarevision != theme.figure([{"type": "scatter", "y": [1, 3]}], layout).layout.datarevision
    assert theme.figure(traces, layout, 7).layout.datarevision == 7


def test_tests_notice_what_plotly_does_not_know() -> None:
    with pytest.raises(ValueError, match="colour"):
        validated(theme.figure([{"type": "scatter", "marker": {"colour": "red"}}], {}))
