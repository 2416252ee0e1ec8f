"""Which contact is meant: the one known, another one, talks told again, or a gathering with a name of its own.

Lives here: what is asked of the words around one trigger. Must not live here: which passages then mean the same contact
(`data.merge`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Sentence, Token
from data.extract.contacts.names import Names
from data.extract.contacts.sides import Who
from data.extract.contacts.triggers import Trigger
from data.extract.contacts.when import Dates
from data.extract.dates import DateFind


def has_name(names: Names, trigger: Trigger, place: str | None) -> bool:
    """ "The G7 summit", "il vertice della Nato": a gathering with a name of its own, no contact told before."""
    at = names.document.token_index(trigger.start)
    before = names.document.tokens[at - 1] if at else None
    named = before is not None and _is_name(before) and not _acts_itself(names, before)
    if named and place is None:
        return True
    behind = names.document.tokens_in(trigger.end, trigger.end + 24)
    after = [t for t in behind if t.lower not in names.index.small][:1]
    joined = [t.text for t in names.document.tokens_in(trigger.end, after[0].start)] if after else []
    return (
        bool(after)
        and len(joined) <= 2
        and "," not in joined
        and _is_name(after[0])
        and not _acts_itself(names, after[0])
    )


def _acts_itself(names: Names, token: Token) -> bool:
    """Whether a word is, or ends, the name of a person or state, and not of a gathering: "the US summit"."""
    slots = names.within(token.start - 30, token.end + 1)
    return any(s.end >= token.end and (s.person or names.state(s)) for s in slots)


def _is_name(token: Token) -> bool:
    """Whether a word is written in capitals, as names of gatherings and alliances are."""
    numbered = token.text[:1] == "G" and token.text[1:].isdigit()  # G7
    return numbered or (len(token.text) > 1 and token.text[:2].isalpha() and token.text[:2].isupper())


def talks_again(names: Names, trigger: Trigger, who: Who, before: str) -> bool:
    """ "I colloqui": talks told again, however many the word says."""
    noun = trigger.noun
    talks = noun is not None and noun.states and trigger.plural and who.rule == "contact-again"
    return talks and bool(names.index.definite_talks.search(before))


def of_day(names: Names, day_words: Dates, trigger: Trigger, dates: Sequence[DateFind]) -> bool:
    """ "Wednesday's talks": which they are is told by their day."""
    return trigger.noun is not None and any(
        names.folded.startswith("'s", d.end) and day_words.attribute(d, trigger) for d in dates
    )


def many(names: Names, tail: int, sentence: Sentence) -> bool:
    """ "He has met Smith several times"."""
    near = tail, min(tail + 30, sentence.end)
    return bool(names.search("many", *near) or names.search("times", *near))


def other(names: Names, trigger: Trigger) -> bool:
    return trigger.verb is None and names.tells("other", max(trigger.start - 30, 0), trigger.start)


def numbered(names: Names, trigger: Trigger) -> bool:
    return names.tells("numbered", max(trigger.start - 30, 0), trigger.start)
