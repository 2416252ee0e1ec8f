"""A contact as one passage tells it.

Lives here: `Contact`. Must not live here: how it is read (`data.extract.events`), or which passages mean the same
contact (`data.merge`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from data.extract.dates import DateFind
from data.extract.finds import Status


class Contact(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A passage that tells of a contact. `start:end` is the sentence, `mark_start:mark_end` the words that name it."""

    start: int
    end: int
    mark_start: int
    mark_end: int
    kind: Literal["call", "meeting"]
    rule: str
    status: Status = "held"
    principals: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()  # of those who took part, all but a subject that the sentence only suggests
    named: tuple[str, ...] = ()  # all persons named in the sentence
    host: str | None = None
    place: str | None = None
    date: DateFind | None = None
    loose: bool = False  # the words alone do not tell a call from a meeting
    soon: bool = False  # "a few hours after": within a day of the contact told with it, or of the article
    definite: bool = False  # the reader is expected to know which one
    other: bool = False  # "another", "a further": not the one told before
    fresh: bool = False  # "a new round", "the next meeting": may be one of its own
    round: bool = False  # one sitting of negotiations
    earlier: bool = False  # "their last meeting": one before the news
    compared: bool = False  # "the first since the summit": another is the first since it
    indefinite: bool = False  # "a meeting"
    sequel: bool = False  # "then phoned Jones": on the day of what was told before
    day_part: bool = False  # "in the evening": on the day told before, or that of the article
    told_on: DateFind | None = None  # "Smith said on Tuesday that he had met Jones": the day one of them told it
    counted: DateFind | None = None  # "the day before the talks, Smith met Jones": from the contact told right before
    aftermath: bool = False  # "after a call with Jones": what came of it is told
    ended: bool = False  # "the talks have ended": its end is what is told
    partial: bool = False  # not all who took part are named here
    plural: bool = False  # the words may speak of several contacts
    process: bool = False  # negotiations rather than one contact
    verb: bool = False  # told by a verb, not by a noun
    trip: bool = False  # says where somebody goes
    just: bool = False  # "has just met": on the article's own day
    intended: bool = False  # a plan seen from later, which may have come to nothing: "they were to meet"
    present: bool = False  # told in the present: "Smith meets Jones on Friday"
    went: bool = False  # its day is that of a journey there, which is past: "flew on Tuesday to meet Jones"
    goes: bool = False  # the same, or whom or what somebody visits
    any_kind: bool = False  # "the talks": may mean a call as well
    tentative: bool = False  # denied or only possible: tells of a plan told elsewhere, and of no contact by itself
    sure: bool = True  # the words say that it took place, or has been called off or is ahead; not only its name
