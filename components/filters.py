"""The filters of the sidebar, the chips of what is active, and the words for an empty result.

Lives here: widgets with the keys of `components.state`, their options and counts. Must not live here: filtering itself
(`data.query`) or the address (`components.state`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components import state, text
from data.query import FACETS, Filters, Index, option_counts, relaxations


@dataclass(frozen=True)
class Option:
    """One option of a filter: its id, its name in the language, how many events it would leave."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Chip:
    """One active value of a filter: which filter, which value, how it reads."""

    filter: str
    value: str
    label: str


def option_name(index: Index, name: str, value: str, lang: str) -> str:
    """Filter, option → its name: a topic's label, a person's name, an outlet, an article's outlet and day."""
    if name == "topic":
        return text.label(index.topic.get(value), lang, value)
    if name == "people":
        return text.label(index.actor.get(value), lang, value)
    if name in ("kind", "status"):
        return text.t(f"{name}.{value}", lang)
    if value in index.actor:
        return text.label(index.actor[value], lang, value)
    return article_name(index, value, lang)


def article_name(index: Index, article_id: str, lang: str) -> str:
    """Article → "TASS · 21 May 2025", or its label and day where the outlet is not known."""
    article = index.article.get(article_id)
    if article is None:
        return article_id
    who = article["outlet"] or article["label"]
    return f"{who} · {text.day(article['published'], lang, 'medium')}" if article["published"] is not None else str(who)


Names = Mapping[str, tuple[tuple[str, str], ...]]


def option_names(index: Index, lang: str) -> Names:
    """Index → filter → its options and their names, in the order shown: topics and people by name, outlets first.

    The order does not follow the counts, so that a click moves nothing.
    """
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in FACETS:
        options = [(value, option_name(index, name, value, lang)) for value in index.facets[name].options]
        if name not in ("kind", "status"):
            options.sort(key=lambda option: (name == "source" and option[0] in index.article, option[1].casefold()))
        found[name] = tuple(options)
    return found


def options_info(
    index: Index,
    filters: Filters,
    lang: str,
    names: Names | None = None,
    counts: Mapping[str, Mapping[str, int]] | None = None,
) -> dict[str, tuple[Option, ...]]:
    """Index, filters → the options of each filter with their counts; `names` and `counts` where they are known."""
    names, counts = names or option_names(index, lang), counts or option_counts(index, filters)
    info: dict[str, tuple[Option, ...]] = {}
    for name in FACETS:
        facet, chosen = index.facets[name], getattr(filters, name)
        used = facet.used | set(chosen)  # an asked-for kind that does not occur is offered, with 0
        here = counts[name]
        info[name] = tuple(Option(value, words, here[value]) for value, words in names[name] if value in used)
    return info


def chips_info(index: Index, filters: Filters, lang: str) -> tuple[Chip, ...]:
    """Filters → one chip for each active value."""
    chips = [
        Chip(name, value, option_name(index, name, value, lang)) for name in FACETS for value in getattr(filters, name)
    ]
    if filters.period:
        chips.append(Chip("period", "", text.days(*filters.period, "range", lang, "medium")))
    if filters.conflicts:
        chips.append(Chip("conflicts", "", text.t("filter.conflicts", lang)))
    if filters.q:
        chips.append(Chip("q", "", f"“{filters.q}”"))
    return tuple(chips)


def _label(options: Sequence[Option], escape: Callable[[str], str], pattern: str, lang: str) -> Callable[[str], str]:
    by_value = {option.value: option for option in options}

    def label(value: str) -> str:
        option = by_value.get(value)
        return pattern.format(name=escape(option.name), n=text.number(option.count, lang)) if option else escape(value)

    return label


def sidebar(index: Index) -> Filters:
    """Draw the filters → what they ask for."""
    lang = state.lang()
    now = state.filters()
    names = state.memo("option_names", (index.corpus.fingerprint, lang), lambda: option_names(index, lang))
    counts = option_counts(index, now)
    info = options_info(index, now, lang, names, counts)
    t = text.t
    with st.container(key="filters", gap="small"):
        for name in ("topic", "people", "kind", "status", "source"):
            options = info[name]
            if not options:
                continue
            if name in ("people", "source"):
                st.multiselect(
                    t(f"filter.{name}", lang),
                    [option.value for option in options],
                    key=name,
                    format_func=_label(options, str, "{name} · {n}", lang),
                    placeholder=t("filter.anyone" if name == "people" else "filter.any_source", lang),
                )
            else:
                st.pills(
                    t(f"filter.{name}", lang),
                    [option.value for option in options],
                    key=name,
                    selection_mode="multi",
                    format_func=_label(options, text.markdown, "{name} :small[{n}]", lang),
                )
        _period(lang)
        st.text_input(t("filter.q", lang), key="q", placeholder=t("filter.q_example", lang))
        st.toggle(f"{t('filter.conflicts', lang)} ({text.number(counts['conflicts']['true'], lang)})", key="conflicts")
    return state.filters()


def _period(lang: str) -> None:
    bounds = state.bounds()
    if bounds is None or bounds[0] == bounds[1]:
        return
    if not st.session_state.get("period"):
        st.session_state["period"] = bounds
    st.slider(text.t("filter.period", lang), *bounds, key="period", format=text.t("filter.period_format", lang))


def chips(index: Index, filters: Filters, left: int) -> None:
    """Draw the active filters as chips that a click removes, how many events are left, and one button for all."""
    lang = state.lang()
    with st.container(key="chips", horizontal=True, gap="small", vertical_alignment="center"):
        if not filters.active:
            st.html(f'<p class="hl-note">{text.html(text.t("filter.none", lang, n=left))}</p>', width="content")
            return
        words = text.t("filter.left", lang, n=left, total=index.n_events)
        st.html(f'<p class="hl-note" role="status">{text.html(words)}</p>', width="content")
        for chip in chips_info(index, filters, lang):
            st.button(
                text.markdown(chip.label),
                key=f"chip-{chip.filter}-{chip.value}",
                icon=":material/close:",
                icon_position="right",
                help=text.markdown(text.t("filter.remove", lang, name=text.t(f"filter.{chip.filter}", lang))),
                on_click=state.remove,
                args=(chip.filter, chip.value),
            )
        st.button(text.t("filter.clear", lang), key="chips-clear", type="tertiary", on_click=state.clear)


def empty(index: Index, filters: Filters) -> None:
    """Say that nothing is left, and offer to drop each filter whose removal alone would leave something.

    It may stand in a fragment, which would draw itself only, with the filters as they were: hence the full run.
    """
    lang = state.lang()
    found = relaxations(index, filters)
    pressed = False
    with st.container(key="empty", border=True):
        st.html(
            f'<h2 class="hl-title">{text.html(text.t("filter.empty", lang))}</h2>'
            f'<p class="hl-note">{text.html(text.t("filter.relax_hint" if found else "filter.relax_none", lang))}</p>'
        )
        with st.container(horizontal=True, gap="small"):
            for names, count in found:
                which = text.listing([f"“{text.t(f'filter.{name}', lang)}”" for name in names], lang)
                words = text.t("filter.relax", lang, filter=which, n=count)
                pressed |= st.button(words, key=f"relax-{'-'.join(names)}", on_click=state.clear, args=names)
            pressed |= st.button(text.t("filter.clear", lang), key="empty-clear", type="tertiary", on_click=state.clear)
    if pressed:
        st.rerun()
