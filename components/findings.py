"""What was worked out about an event, put into words with its arithmetic.

Lives here: rows of `checks`, `check_values`, `check_claims` → sentences in the reader's language. Must not live here:
the working out itself (`data.checks`).

The named values each kind of check is worded from (`check_values.name`; a missing one is left out of the sentence):

| kind         | names                                                                                             |
|--------------|---------------------------------------------------------------------------------------------------|
| conflict     | left, right (normal form); left_from, left_to, right_from, right_to (numbers); unit               |
| time_zone    | stated, printed, expected (each "08:00 America/New_York"), day (ISO)                              |
| weekday      | printed, expected (ISO weekday numbers, 1 = Monday), day (ISO)                                    |
| ordinal      | printed, counted (numbers), since, until (ISO days), event (event_id, by position)                |
| count_within | printed, counted (numbers), since, until (ISO days), event (event_id, by position)                |
| gap          | printed_from, printed_to (days), counted (days), since, until (ISO days)                          |
| order        | left, right (ISO days or event_ids), expected ("before", "after", "same")                         |
| age          | printed, expected (years), born, day (ISO)                                                        |

Claims of a check stand in `check_claims` in the order left, right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from components import events, text
from data.query import EventDetail, Index

DAYS_OF_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Finding:
    """One finding: kind, verdict, what it is about, the sentence that explains it, the claims it rests on."""

    check_id: str
    kind: str
    verdict: str
    heading: str
    sentence: str
    claims: tuple[Mapping[str, Any], ...]


Values = Mapping[str, Sequence[str]]


def findings_info(index: Index, detail: EventDetail, lang: str) -> tuple[Finding, ...]:
    """All that belongs to an event → its findings, conflicts first."""
    claims = {row["claim_id"]: row for row in detail.claims}
    values: dict[str, dict[str, list[str]]] = {}
    for row in sorted(detail.check_values, key=lambda row: (row["check_id"], row["name"], row["position"])):
        values.setdefault(row["check_id"], {}).setdefault(row["name"], []).append(row["value"])
    resting: dict[str, list[Mapping[str, Any]]] = {}
    for row in detail.check_claims:
        if row["claim_id"] in claims:
            resting.setdefault(row["check_id"], []).append(claims[row["claim_id"]])
    order = {"conflicts": 0, "cannot_tell": 1, "compatible": 2, "agrees": 3}
    found = [
        finding(index, row, values.get(row["check_id"], {}), resting.get(row["check_id"], ()), lang)
        for row in detail.checks
    ]
    return tuple(sorted(found, key=lambda f: (order[f.verdict], f.kind, f.check_id)))


def finding(
    index: Index, check: Mapping[str, Any], values: Values, claims: Sequence[Mapping[str, Any]], lang: str
) -> Finding:
    """A check, its named values, its claims → the finding in words.

    A conflict of durations: "“circa due ore” (1 h 45 min – 2 h 15 min) and “40 minuti” (40 min) do not meet."
    """
    t = text.t
    subject = check["property"] or check["kind"]
    key = f"property.{subject}" if text.has(f"property.{subject}") else f"check.{check['kind']}"
    heading = t("check.heading", lang, what=t(key, lang), verdict=t(f"verdict.{check['verdict']}", lang))
    parts = [_WORDING[check["kind"]](index, values, claims, lang)]
    if check["verdict"] == "conflicts" and check["kind"] == "conflict":
        parts.append(t("check.do_not_meet", lang))
    elif check["kind"] == "conflict" and check["verdict"] in ("agrees", "compatible"):
        parts.append(t("check.meet", lang))
    sentence = " ".join(part for part in parts if part)
    return Finding(check["check_id"], check["kind"], check["verdict"], heading, sentence, tuple(claims))


def _one(values: Values, name: str) -> str | None:
    return values[name][0] if values.get(name) else None


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value is not None else None
    except ValueError:
        return None


def _day(value: str | None, lang: str) -> str | None:
    try:
        return text.day(dt.date.fromisoformat(value[:10]), lang) if value else None
    except ValueError:
        return value


def amount(value: float, unit: str | None, lang: str) -> str:
    """A number and its unit → "2 h 30 min", "20%", "59 days"."""
    if unit == "minutes":
        return text.duration(value, lang)
    if unit == "days":
        value = round(value)
    key = f"unit.{unit}"
    return text.t(key, lang, n=value) if unit and text.has(key) else text.number(value, lang)


def interval(low: float | None, high: float | None, unit: str | None, lang: str) -> str:
    """Ends of an interval → "135–165 min", "from 2 h", "up to 3 h", or one value; "" where both are missing."""
    if low is None and high is None:
        return ""
    if low is None and high is not None:
        return text.t("value.up_to", lang, value=amount(high, unit, lang))
    if low is not None and (high is None or high == float("inf")):
        return text.t("value.from", lang, value=amount(low, unit, lang))
    if low is None or high is None or low == high:
        return amount(low if low is not None else 0, unit, lang)
    if unit == "minutes":
        return f"{text.number(low, lang)}–{text.number(high, lang)} min"
    return f"{text.number(round(low) if unit == 'days' else low, lang)}–{amount(high, unit, lang)}"


def place_time(value: str | None, lang: str, day: str | None = None) -> str | None:
    """ "08:00 America/New_York" → "08:00 in New York"; with an ISO day also the offset: "… (UTC−5)"."""
    if not value:
        return None
    clock, _, zone = value.strip().partition(" ")
    if not zone:
        return value
    offset = utc_offset(clock, zone, day) if day else ""
    return text.t(
        "value.time_in_offset" if offset else "value.time_in", lang, time=clock, city=city(zone, lang), offset=offset
    )


def utc_offset(clock: str, zone: str, day: str) -> str:
    """A clock time, zone and ISO day → the zone's offset then: "−5", "+3", "+5:30"; "" where one of them is unknown."""
    try:
        moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time.fromisoformat(clock), tzinfo=ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError):
        return ""
    minutes = round((moment.utcoffset() or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def city(zone: str, lang: str) -> str:
    """A time zone → its city in the language: "Moscow", "Mosca"."""
    key = f"city.{zone.rsplit('/', 1)[-1].lower()}"
    return text.t(key, lang) if text.has(key) else zone.rsplit("/", 1)[-1].replace("_", " ")


def local_times(value: str, day: dt.date, zones: Sequence[str]) -> list[tuple[str, dt.datetime]]:
    """A claimed time ("08:00 America/New_York"), its day, zones → (zone, local time) each; [] without a zone."""
    clock, _, zone = value.strip().partition(" ")
    try:
        start = dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError):
        return []
    return [(other, start.astimezone(ZoneInfo(other))) for other in zones]


# one function per kind: index, values, claims, language → sentence


def _conflict(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    sides: list[str] = []
    unit = _one(values, "unit") or next((c["unit"] for c in claims if c["unit"]), None)
    for i, name in enumerate(("left", "right")):
        words = f"“{claims[i]['text']}”" if i < len(claims) else _one(values, name)
        low, high = _number(_one(values, f"{name}_from")), _number(_one(values, f"{name}_to"))
        span = interval(low, high, unit, lang)
        if not span and (normal := _one(values, name)) and i < len(claims):
            span = normal_form(index, normal, lang)
        if words:
            sides.append(f"{words} ({span})" if span else words)
    return text.t("check.sides", lang, sides=text.listing(sides, lang)) if sides else ""


def normal_form(index: Index, value: str, lang: str) -> str:
    """A claim's normal form → words: an actor's or place's name, a day, a time, an amount; anything else as it is."""
    if value in index.actor:
        return text.label(index.actor[value], lang, value)
    if value in index.place:
        return text.label(index.place[value], lang, value)
    if value in index.event:
        return f"{events.title(index, value, lang)}, {events.when(index.event[value], lang)}"
    first, _, last = value.partition("/")
    if last and (days := _days(first, last)):
        return text.days(*days, "range", lang)
    if len(value) > 5 and value[2] == ":" and " " in value:
        return place_time(value, lang) or value
    number, _, unit = value.partition(" ")
    if number.isdigit() and text.has(f"unit.{unit}"):
        return amount(float(number), unit, lang)
    return _day(value, lang) or value


def value_words(index: Index, claim: Mapping[str, Any], lang: str) -> tuple[str, str]:
    """A claim → its value in words, and the interval used where that is more than the value."""
    if claim["number"] is None:
        return (normal_form(index, claim["value"], lang), "") if claim["value"] else ("", "")
    if claim["property"] == "ordinal":
        return text.t("value.ordinal", lang, n=claim["number"]), ""
    low, high, qualifier = claim["number_from"], claim["number_to"], claim["qualifier"]
    if qualifier == "less_than" and low and high and low > 0:  # an interval that ends just below: "quasi tre ore"
        qualifier = "almost"
    value = text.t(f"qualifier.{qualifier}", lang, value=_said_amount(claim["number"], claim["unit"], qualifier, lang))
    return value, interval(low, high, claim["unit"], lang) if low != high else ""


def _said_amount(value: float, unit: str | None, qualifier: str, lang: str) -> str:
    """`amount`, but a loose number of days that is one of months: "almost 2 months", not "almost 61 days"."""
    months = round(value / DAYS_OF_MONTH)
    loose = unit == "days" and qualifier != "exact" and months > 0 and abs(value - months * DAYS_OF_MONTH) < 0.7
    return text.t("unit.months", lang, n=months) if loose else amount(value, unit, lang)


def _days(first: str, last: str) -> tuple[dt.date, dt.date] | None:
    """Two ISO days → the days; None where one is no day."""
    try:
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        return None


def _time_zone(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    del index, claims
    on = _one(values, "day")
    said, expected = (place_time(_one(values, name), lang, on) for name in ("stated", "expected"))
    printed = place_time(_one(values, "printed"), lang)
    day = _day(on, lang)
    key = "check.is_on_day" if day else "check.is"
    parts = [
        text.t(key, lang, stated=said, expected=expected, day=day) if said and expected else "",
        text.t("check.printed", lang, printed=printed) if printed else "",
    ]
    return " ".join(part for part in parts if part)


def _weekday(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    del index, claims

    def name(value: str | None) -> str | None:
        number = _number(value)
        if number is None or not 1 <= number <= 7:
            return value
        return text.weekday(int(number), lang)

    day, expected, printed = (
        _day(_one(values, "day"), lang), name(_one(values, "expected")), name(_one(values, "printed")),
    )  # fmt: skip
    if not (day and expected and printed):
        return ""
    return text.t("check.is_weekday", lang, day=day, expected=expected, printed=printed)


def _count(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    printed, counted = _number(_one(values, "printed")), _number(_one(values, "counted"))
    parts = [f"“{claims[0]['text']}”." if claims else ""]
    if printed is not None and counted is not None:
        parts.append(text.t("check.counted", lang, printed=printed, counted=counted))
    since, until = _day(_one(values, "since"), lang), _day(_one(values, "until"), lang)
    if since and until:
        parts.append(text.t("check.between", lang, since=since, until=until))
    days = [events.when(index.event[e], lang, "medium") for e in values.get("event", ()) if e in index.event]
    if days:
        parts.append(text.t("check.they_are", lang, list=text.listing(days, lang)))
    return " ".join(part for part in parts if part)


def _gap(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    del index
    low, high = _number(_one(values, "printed_from")), _number(_one(values, "printed_to"))
    counted = _number(_one(values, "counted"))
    span = interval(low, high, "days", lang)
    words = f"“{claims[0]['text']}”" if claims else ""
    parts = [f"{words} ({span})." if words and span else words]
    since, until = _day(_one(values, "since"), lang), _day(_one(values, "until"), lang)
    if counted is not None and since and until:
        parts.append(text.t("check.days_between", lang, since=since, until=until, gap=amount(counted, "days", lang)))
    return " ".join(part for part in parts if part)


def _order(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    left, right = _one(values, "left"), _one(values, "right")
    parts = [f"“{claim['text']}”" for claim in claims[:2]]
    words = [text.listing(parts, lang) + "." if parts else ""]
    if left and right:
        words.append(
            text.t("check.in_order", lang, left=normal_form(index, left, lang), right=normal_form(index, right, lang))
        )
    return " ".join(part for part in words if part)


def _age(index: Index, values: Values, claims: Sequence[Mapping[str, Any]], lang: str) -> str:
    del index, claims
    born, day = _day(_one(values, "born"), lang), _day(_one(values, "day"), lang)
    expected, printed = _number(_one(values, "expected")), _number(_one(values, "printed"))
    if not born or expected is None or printed is None:
        return ""
    return text.t("check.born", lang, born=born, day=day or "", expected=expected, printed=printed)


_WORDING = {
    "conflict": _conflict,
    "time_zone": _time_zone,
    "weekday": _weekday,
    "ordinal": _count,
    "count_within": _count,
    "gap": _gap,
    "order": _order,
    "age": _age,
}
