"""What the session holds and the address shows: filters, language, what is selected. One place for both.

Lives here: reading the address before the widgets are made, writing it after, links that keep the view.
Must not live here: how a filter is drawn or applied.

Widgets are not bound with `bind="query-params"`: Streamlit writes their *labels* into the address, which change with
the language and with the counts, and replaces the history entry, so that Back would leave the page. Here ids are
written, and each change is one step of the browser's history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.text import LANGUAGES
from data.query import FACETS, Filters, Index
from data.schema import CHECK_KINDS, RELATION_KINDS, SIDES, VERDICTS
from data.topics_story import ACTS

FILTER_KEYS = (*FACETS, "period", "conflicts", "q")
SELECTIONS = ("event", "person", "article", "at", "tie", "window", "from", "to", "story", "versus")
LAYERS = ("people", "dates", "topics", "quotes", "events", "claims", "missed")  # of marks in the reader


@dataclass(frozen=True)
class Option:
    """What a page lets one switch: the values there are, and those on to begin with. One value only, unless `many`."""

    values: tuple[str, ...]
    default: tuple[str, ...]
    many: bool = True


OPTIONS = {
    "ties": Option(RELATION_KINDS, tuple(kind for kind in RELATION_KINDS if kind != "mentioned_with")),
    "steps": Option(("1", "2", "all"), ("all",), many=False),
    "layers": Option(LAYERS, LAYERS[:-1]),
    "view": Option(("accounts", "coverage"), ("accounts",), many=False),
    "sides": Option(SIDES, ()),  # whose accounts stand side by side; none chosen: those who say most
    "verdicts": Option(VERDICTS, VERDICTS),
    "checks": Option(CHECK_KINDS, CHECK_KINDS),
    "acts": Option(ACTS, ACTS),
}
NONE = "none"  # stands in the address for an option with nothing on
PAGE_SELECTIONS = {
    "timeline": ("event",),
    "network": ("person",),
    "compare": ("event",),
    "topics": ("story", "versus"),
    "articles": ("article", "at"),
}
PAGE_OPTIONS = {
    "network": ("ties", "steps"),
    "compare": ("view", "sides"),
    "checks": ("verdicts", "checks"),
    "topics": ("acts",),
    "articles": ("layers",),
}
KEYS = (*FILTER_KEYS, *SELECTIONS, *OPTIONS, "lang")
_SEEN = "_address_seen"
_NOTICES = "_address_notices"
_BOUNDS = "_period_bounds"
_STAYS = "_page_stays"
Address = dict[str, list[str]]
T = TypeVar("T")


def lang() -> str:
    """The interface language of this session."""
    chosen = st.session_state.get("lang")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def filters() -> Filters:
    """The filters of this session."""
    get = st.session_state.get
    period = get("period")  # the whole span of the corpus is no filter
    return Filters(
        **{name: tuple(get(name) or ()) for name in FACETS},
        period=(period[0], period[1]) if period and len(period) == 2 and period != get(_BOUNDS) else None,
        conflicts=bool(get("conflicts")),
        q=(get("q") or "").strip(),
    )


def selected(name: str) -> str | None:
    """The selected event, person or article, or the place `at` in it. Raises ValueError for any other name."""
    return st.session_state.get(_selection(name))


def select(name: str, value: str | None) -> None:
    """Select an event, person or article; None selects nothing."""
    st.session_state[_selection(name)] = value


def _selection(name: str) -> str:
    if name not in SELECTIONS:
        raise ValueError(f"no selection {name!r}; there are {', '.join(SELECTIONS)}")
    return f"_selected_{name}"


def option(name: str) -> tuple[str, ...]:
    """What is on of an option (`OPTIONS`), in its declared order. Raises KeyError for a name that is none."""
    declared = OPTIONS[name]
    chosen = st.session_state.get(name, _as_widget(name, declared.default))
    on = {chosen} if isinstance(chosen, str) else set(chosen or ())
    return tuple(value for value in declared.values if value in on) or (() if declared.many else declared.default)


def _as_widget(name: str, values: Iterable[str]) -> Any:
    return list(values) if OPTIONS[name].many else next(iter(values), OPTIONS[name].default[0])


def clear(*names: str) -> None:
    """Take filters off, all of them if none is named. For callbacks: before the widgets are made."""
    for name in names or FILTER_KEYS:
        st.session_state[name] = _neutral(name)


def remove(name: str, value: str) -> None:
    """Take one value of a filter off. For callbacks."""
    if name in FACETS:
        st.session_state[name] = [one for one in st.session_state.get(name) or () if one != value]
    else:
        clear(name)


def _neutral(name: str) -> Any:
    if name in FACETS:
        return []
    return {"period": st.session_state.get(_BOUNDS), "conflicts": False, "q": ""}[name]


# the address


def _address() -> Address:
    return {key: st.query_params.get_all(key) for key in KEYS if key in st.query_params}


def parse_period(values: Iterable[str]) -> tuple[dt.date, dt.date] | None:
    """["2025-02-01", "2025-12-31"], or both in one value with `/`, `,` or `..` → the two days in order; else None."""
    parts = [part for value in values for part in value.replace("..", "/").replace(",", "/").split("/") if part.strip()]
    try:
        days = sorted(dt.date.fromisoformat(part.strip()) for part in parts)
    except ValueError:
        return None
    return (days[0], days[1]) if len(days) == 2 else None


def read_address(index: Index, address: Mapping[str, list[str]]) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    """An address → values of filters, selections and language, and notices (text key, filter, value) on what is wrong.

    Every key of `KEYS` gets a value; what is unknown is left out and gives a notice.
    """
    bounds = index.bounds
    values: dict[str, Any] = {"period": bounds, "conflicts": False, "lang": LANGUAGES[0]} | dict.fromkeys(SELECTIONS)
    notices: list[tuple[str, str, str]] = []
    for name in FACETS:
        known = index.facets[name].number
        asked = [part for value in address.get(name, ()) for part in ([value] if value in known else value.split(","))]
        asked = list(dict.fromkeys(part.strip() for part in asked if part.strip()))
        values[name] = [one for one in asked if one in known]
        notices += [("notice.unknown_value", name, one) for one in asked if one not in known]
    if asked_period := [value for value in address.get("period", ()) if value]:
        period = parse_period(asked_period)
        if period is None:
            notices.append(("notice.bad_period", "period", " ".join(asked_period)))
        elif bounds is None or period[1] < bounds[0] or period[0] > bounds[1]:
            notices.append(("notice.unknown_value", "period", " – ".join(asked_period)))
        else:
            values["period"] = (max(period[0], bounds[0]), min(period[1], bounds[1]))
    if flag := [value.casefold() for value in address.get("conflicts", ()) if value]:
        values["conflicts"] = flag[-1] in ("true", "1", "yes", "on")
        if not values["conflicts"] and flag[-1] not in ("false", "0", "no", "off"):
            notices.append(("notice.unknown_value", "conflicts", flag[-1]))
    values["q"] = " ".join(address.get("q", ()))[:500].strip()
    topics = {"story": index.topic, "versus": index.topic}
    known_ids = {"event": index.event, "person": index.actor, "article": index.article} | topics
    for name in SELECTIONS:
        value = next((value for value in address.get(name, ()) if value), None)
        if value is not None and name in known_ids and value not in known_ids[name]:
            notices.append((f"notice.unknown_{name}", name, value))
            value = None
        if name == "at" and value is not None and not (value.isascii() and value.isdigit()):
            value = None
        values[name] = value
    for name, declared in OPTIONS.items():
        asked = [part.strip() for value in address.get(name, ()) for part in value.split(",") if part.strip()]
        on = [value for value in declared.values if value in asked]
        values[name] = _as_widget(name, on if on or NONE in asked else declared.default)
        unknown = [one for one in asked if one not in declared.values and one != NONE]
        notices += [("notice.unknown_value", name, one) for one in unknown]
    if asked_lang := next((value for value in address.get("lang", ()) if value), None):
        values["lang"] = asked_lang if asked_lang in LANGUAGES else LANGUAGES[0]
        if asked_lang not in LANGUAGES:
            notices.append(("notice.unknown_lang", "lang", asked_lang))
    return values, notices


def _went_back() -> bool:
    """Whether this run comes from the browser's Back or Forward: then the address is right, the session is old."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def _foreign() -> frozenset[str]:
    """Selections and options that the page shown now has no part in: its address leaves them as they are."""
    url = getattr(get_script_run_ctx(), "context_info", None)
    path = urlsplit(url.url).path if url and url.url else ""
    page = next((name for name in PAGE_SELECTIONS | PAGE_OPTIONS if path.rstrip("/").endswith(f"/{name}")), "timeline")
    own = {*PAGE_SELECTIONS.get(page, ()), *PAGE_OPTIONS.get(page, ())}
    return frozenset({*SELECTIONS, *OPTIONS} - own)


def pull(index: Index) -> None:
    """Read the address into the session where it was changed from outside: first load, link, Back and Forward.

    Call once per full run, before any widget is made. A page switch drops the address; the session's values stay.
    Following a link of ours, Back and Forward set filters, language and all that the page itself shows.
    """
    address = _address()
    seen = st.session_state.get(_SEEN)
    _keep(index.bounds)
    for name in FACETS:  # what has gone with the folder's content would break its widget
        if name in st.session_state:
            known = index.facets[name].number
            st.session_state[name] = [value for value in st.session_state[name] or () if value in known]
    if address == seen and not _went_back():
        return
    values, notices = read_address(index, address)
    first = seen is None
    if not first and not _went_back():  # a link that carries part of the view changes that part only
        values = {name: value for name, value in values.items() if address.get(name)}
    elif not first:
        values = {name: value for name, value in values.items() if name in address or name not in _foreign()}
    for name, value in values.items():
        st.session_state[_selection(name) if name in SELECTIONS else name] = value
    st.session_state[_SEEN] = address
    st.session_state[_NOTICES] = notices


def _keep(bounds: tuple[dt.date, dt.date] | None) -> None:
    """Hold on to the widgets' values while no page draws them, and fit the period to the corpus as it is now."""
    for name in (*FILTER_KEYS, *OPTIONS, "lang"):
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]
    known = st.session_state.get(_BOUNDS)
    if bounds != known and "period" in st.session_state:
        period = st.session_state["period"]
        if bounds and period and period != known and period[0] <= bounds[1] and period[1] >= bounds[0]:
            st.session_state["period"] = (max(period[0], bounds[0]), min(period[1], bounds[1]))
        else:
            st.session_state["period"] = bounds
    st.session_state[_BOUNDS] = bounds


def pulled() -> bool:
    """Whether the address was read: the entry file has run in this session."""
    return _SEEN in st.session_state


def notices() -> list[tuple[str, str, str]]:
    """What was wrong with the last address that was read: (text key, filter, value) each."""
    return list(st.session_state.get(_NOTICES, ()))


def current(*, selections: Iterable[str] = SELECTIONS, options: Iterable[str] = ()) -> Address:
    """The session as an address: filters, language, the named selections and options; what is neutral is left out."""
    now = filters()
    address: Address = {name: list(getattr(now, name)) for name in FACETS}
    address["period"] = [day.isoformat() for day in now.period or ()]
    address["conflicts"] = ["true"] if now.conflicts else []
    address["q"] = [now.q] if now.q else []
    address |= {name: [value] for name in selections if (value := selected(name))}
    address |= {name: list(option(name)) or [NONE] for name in options if option(name) != OPTIONS[name].default}
    address["lang"] = [lang()] if lang() != LANGUAGES[0] else []
    return {name: values for name, values in address.items() if values}


def push(*, selections: Iterable[str] = SELECTIONS, options: Iterable[str] = ()) -> None:
    """Write the session into the address, if it differs. Call at the end of a page or of a fragment."""
    wanted = current(selections=selections, options=options)
    if wanted != _address():
        others = {key: st.query_params.get_all(key) for key in st.query_params if key not in KEYS}
        st.query_params.from_dict(others | wanted)
    st.session_state[_SEEN] = wanted


def link(page: str, **values: str) -> str:
    """Address of a page ("articles", "" for the start page) with values, keeping filters and language.

    link("articles", article="a1", at="120") → "articles?lang=it&article=a1&at=120"; relative, as a browser wants it.
    """
    return links(page)(**values)


def links(page: str) -> Callable[..., str]:
    """A page → the function from values to `link(page, **values)`, for many links: the view is worked out once."""
    view = current(selections=())

    def made(**values: str) -> str:
        address = view | {name: [value] for name, value in values.items()}
        start = page or "./"  # the start page's own address has no name: a bare "?…" would stay on the page shown
        return f"{start}?{urlencode(address, doseq=True)}" if address else start

    return made


def memo(name: str, key: object, make: Callable[[], T]) -> T:
    """Name, key → what `make` made for this key the last time, in this session; one value is kept for each name."""
    kept = st.session_state.get(f"_memo_{name}")
    if kept is None or kept[0] != key:
        kept = (key, make())
        st.session_state[f"_memo_{name}"] = kept
    made: T = kept[1]
    return made


def changed(name: str, value: object) -> bool:
    """Whether `value` is another than in the last run of this session that asked under this name."""
    key = f"_last_{name}"
    before = st.session_state.get(key)
    st.session_state[key] = value
    return bool(before != value)


def arrive(page: str) -> None:
    """Say which page a full run draws. Call once per full run, before the page."""
    st.session_state[_STAYS] = not changed("page", page)


def stays() -> bool:
    """Whether the browser still shows the page that this run draws: what comes late then moves nothing."""
    return bool(st.session_state.get(_STAYS))


def callback(name: str) -> Callable[[str], None]:
    """A callback that selects: `on_click=state.callback("event"), args=(event_id,)`."""
    return lambda value: select(name, value)


def bounds() -> tuple[dt.date, dt.date] | None:
    """The first and last day of the corpus, as `pull` saw it."""
    found: tuple[dt.date, dt.date] | None = st.session_state.get(_BOUNDS)
    return found
