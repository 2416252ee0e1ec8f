"""Reading one article: a pure function of its file's facts and the vocabulary.

Lives here: `read_article`, the one place that knows the order of the extractors. Must not live here: other articles,
the clock, or tables. Its result is small and can be kept on disk (`data.cache`).
"""

from __future__ import annotations

import datetime as dt

import msgspec

from data.document import Sentence, build_document
from data.extract.actors import find_actors, holders_on
from data.extract.claims import ClaimFind, find_claims
from data.extract.contacts.contact import Contact
from data.extract.date_published import find_published
from data.extract.dates import DateFind, find_dates, resolve_date
from data.extract.events import find_contacts
from data.extract.finds import FoundPerson, Mention, Quote, TopicMention
from data.extract.places import PlaceFind, find_places
from data.extract.quotes import find_quotes
from data.extract.ties import TieFind, find_ties
from data.extract.topics import find_topics
from data.lexicon.types import Lexicon
from data.read import Source


class ArticleFinds(msgspec.Struct, frozen=True):
    """All that was found in one article, by offset; dates are not resolved yet."""

    article_id: str
    sentences: tuple[Sentence, ...]
    header: tuple[DateFind, str] | None  # the article's own day as its first lines give it, and the rule
    mentions: tuple[Mention, ...]
    people: tuple[FoundPerson, ...]
    dates: tuple[DateFind, ...]
    places: tuple[PlaceFind, ...]
    topics: tuple[TopicMention, ...]
    quotes: tuple[Quote, ...]
    contacts: tuple[Contact, ...]
    claims: tuple[ClaimFind, ...]
    ties: tuple[TieFind, ...]
    n_words: int


def _day_of(source: Source, header: tuple[DateFind, str] | None) -> dt.date | None:
    """The article's day as far as the article itself tells: for offices, which depend on the day."""
    if source.published:
        return source.published
    days = resolve_date(header[0], None) if header else None
    return days.low if days else None


def read_article(source: Source, lexicon: Lexicon) -> ArticleFinds:
    """One decoded file and the vocabulary → everything found in its text. Finds in the front matter are left out."""
    document = build_document(source.text, source.language, lexicon.words[source.language].names.layout.abbreviations)
    expressions = find_dates(document, lexicon)
    header = find_published(document, lexicon, expressions)
    day = _day_of(source, header)
    actors = find_actors(document, lexicon, day)
    dates = [d for d in expressions if d.start >= source.body_start]
    told = [d for d in dates if header is None or d.start >= header[0].end or d.end <= header[0].start]
    places = find_places(document, lexicon)
    mentions = tuple(m for m in actors.mentions if m.start >= source.body_start)
    quotes = tuple(q for q in find_quotes(document, lexicon, mentions) if q.start >= source.body_start)
    days = tuple(d for d in told if not d.is_quarter)
    contacts = find_contacts(
        document, lexicon, mentions, days, places, quotes, holders_on(lexicon, document.language, day)
    )
    contacts = [c for c in contacts if c.start >= source.body_start]
    firm = [c for c in contacts if not c.tentative]  # these stand first
    claims = find_claims(document, lexicon, firm, mentions, told, places, quotes)
    return ArticleFinds(
        article_id=source.article_id,
        sentences=tuple(s for s in document.sentences if s.start >= source.body_start),
        header=header,
        mentions=mentions,
        people=actors.people,
        dates=tuple(dates),
        places=tuple(p for p in places if p.start >= source.body_start),
        topics=tuple(t for t in find_topics(document, lexicon) if t.start >= source.body_start),
        quotes=quotes,
        contacts=tuple(contacts),
        claims=tuple(claims),
        ties=tuple(find_ties(document, lexicon, mentions, told, places, quotes, firm)),
        n_words=sum(map(str.isalnum, document.initials)),
    )
