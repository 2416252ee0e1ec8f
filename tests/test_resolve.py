"""Merging: small invented folders → the events they tell, the articles' days, and how long many articles take."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import time
from functools import cache

import msgspec
import pytest
from msgspec.structs import replace

from data.article_days import RULES as DAY_RULES
from data.document import build_document
from data.extract.article import ArticleFinds, read_article
from data.extract.contacts.contact import Contact
from data.extract.dates import DateFind, find_dates
from data.lexicon import load_lexicon
from data.read import Source
from data.resolve import Event, Resolved, resolve
from data.told import RULES as DATE_RULES

Article = tuple[str, str, str]  # day or "", language, text


def source(article_id: str, day: str, language: str, text: str) -> Source:
    assert language in ("it", "en")
    published = dt.date.fromisoformat(day) if day else None
    return Source(
        article_id, f"{article_id}.txt", text, "0" * 64, "it" if language == "it" else "en", published=published
    )


@cache
def reading(article_id: str, day: str, language: str, text: str) -> ArticleFinds:
    return read_article(source(article_id, day, language, text), load_lexicon())


def resolved(*articles: Article, order: int = 0) -> Resolved:
    """Articles, named a0, a1, … → what they tell together; `order` shuffles them."""
    named = [(f"a{n:02}", *article) for n, article in enumerate(articles)]
    random.Random(order).shuffle(named) if order else None
    return resolve([source(*row) for row in named], [reading(*row) for row in named], load_lexicon())


def from_cache(finds: ArticleFinds) -> ArticleFinds:
    """Finds as they come back from the cache, where no two parts are one object any more."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(finds), type=ArticleFinds)


def written(event: Event) -> str:
    people = "+".join(sorted(p.rsplit("-", 1)[-1] for p in event.principals))
    days = event.days
    when = "undated"
    if days and days.low and days.high:
        when = f"{days.low}" if days.low == days.high else f"{days.low}/{days.high}"
    place = f" @{event.place}" if event.place else ""
    return f"{when} {event.kind} {event.status} {people}{place} x{len({t.article_id for t in event.told})}"


FOLDERS: dict[str, tuple[list[Article], set[str]]] = {
    "the year counts the meetings": (
        [("2026-03-10", "en", "Macron and Zelensky held their sixth meeting in 2026.")],
        {"undated meeting held macron+zelensky x1"},
    ),
    "the year counts the meetings, behind the people": (
        [
            (
                "2026-03-10",
                "it",
                "Il 5 marzo Macron ha incontrato Zelensky a Parigi. "
                "È il terzo incontro tra Macron e Zelensky nel 2026.",
            )
        ],
        {"2026-03-05 meeting held macron+zelensky @paris x1"},
    ),
    "a year that is past dates what it counts": (
        [("2026-03-10", "en", "Macron and Zelensky held their sixth meeting in 2024.")],
        {"2024-01-01/2024-12-31 meeting held macron+zelensky x1"},
    ),
    "a month dates a call": (
        [("2026-03-10", "en", "Macron and Zelensky held a call in January 2026.")],
        {"2026-01-01/2026-01-31 call held macron+zelensky x1"},
    ),
    "going on, in English": (
        [("2026-03-10", "en", "Paris waits. The sky is grey. A phone call between Macron and Putin is ongoing.")],
        {"2026-03-10 call ongoing macron+putin x1"},
    ),
    "going on, in a headline": (
        [("2026-03-10", "it", "In corso il faccia a faccia tra Macron e Zelensky.")],
        {"2026-03-10 meeting ongoing macron+zelensky x1"},
    ),
    "negotiations that go on have no day": (
        [("2026-03-10", "en", "The sky is grey. It rains. Talks between Russia and Ukraine are under way in Geneva.")],
        {"undated meeting ongoing russia+ukraine @geneva x1"},
    ),
    "going on in an article without a day": (
        [("", "en", "A phone call between Macron and Putin is ongoing.")],
        {"undated call ongoing macron+putin x1"},
    ),
    "a weekday and a date": (
        [
            ("2025-10-18", "en", "Trump and Putin spoke by phone on Thursday."),
            ("2025-11-02", "it", "Il 16 ottobre 2025 Trump ha parlato al telefono con Putin."),
        ],
        {"2025-10-16 call held putin+trump x2"},
    ),
    "the day in brackets": (
        [
            ("2026-03-20", "en", "Macron on Tuesday (March 3) met Zelensky in Paris."),
            ("2026-03-20", "it", "Macron ha incontrato Zelensky a Parigi martedì (3 marzo)."),
        ],
        {"2026-03-03 meeting held macron+zelensky @paris x2"},
    ),
    "the day of something else": (
        [("2026-03-17", "en", "Monday's vote followed talks between Russia and Ukraine in Istanbul on Friday.")],
        {"2026-03-13 meeting held russia+ukraine @istanbul x1"},
    ),
    "the day of a call as its attribute": (
        [("2026-03-17", "en", "Monday's second phone call between Macron and Zelensky was short.")],
        {"2026-03-16 call held macron+zelensky x1"},
    ),
    "yesterday and a date": (
        [
            ("2026-03-04", "it", "Ieri Macron ha incontrato Zelensky a Parigi."),
            ("2026-03-20", "en", "Emmanuel Macron met Volodymyr Zelensky in Paris on 3 March."),
        ],
        {"2026-03-03 meeting held macron+zelensky @paris x2"},
    ),
    "twelve reports of one call": (
        [("2025-05-20", "en", f"News item {n}. Trump and Putin spoke by phone on Monday.") for n in range(12)],
        {"2025-05-19 call held putin+trump x12"},
    ),
    "two calls in one week": (
        [
            ("2025-06-06", "en", "Trump spoke by phone with Putin on Tuesday."),
            ("2025-06-06", "en", "Trump spoke by phone with Putin on Thursday."),
            ("2025-06-07", "it", "Trump ha sentito Putin martedì, poi ancora giovedì."),
        ],
        {"2025-06-03 call held putin+trump x2", "2025-06-05 call held putin+trump x1"},
    ),
    "planned, then held": (
        [
            ("2025-10-14", "it", "Venerdì Zelensky incontrerà Trump alla Casa Bianca."),
            ("2025-10-18", "en", "Trump met Zelensky at the White House on Friday."),
        ],
        {"2025-10-17 meeting held trump+zelensky @white-house x2"},
    ),
    "planned, then cancelled": (
        [
            ("2025-10-17", "en", "Trump and Putin agreed to meet in Budapest."),
            ("2025-10-22", "it", "È saltato il vertice di Budapest tra Trump e Putin."),
        ],
        {"undated meeting cancelled putin+trump @budapest x2"},
    ),
    "planned for a day, then called off": (
        [
            ("2026-02-02", "en", "Rubio will meet Lavrov in Geneva on Thursday."),
            ("2026-02-04", "en", "The meeting between Rubio and Lavrov in Geneva on Thursday was cancelled."),
        ],
        {"2026-02-05 meeting cancelled lavrov+rubio @geneva x2"},
    ),
    "their last meeting is another": (
        [
            (
                "2026-03-17",
                "en",
                "Macron hosted Zelensky at the Elysee on Monday. It went better than their last meeting in Paris in January. He left after the meeting.",
            ),
            (
                "2026-03-18",
                "it",
                "Lunedì Macron ha ricevuto Zelensky all'Eliseo. È andata meglio del loro ultimo incontro a gennaio a Parigi.",
            ),
        ],
        {
            "2026-03-16 meeting held macron+zelensky @elysee x2",
            "2026-01-01/2026-01-31 meeting held macron+zelensky @paris x2",
        },
    ),
    "last week's meeting is no other": (
        [
            (
                "2026-03-17",
                "en",
                "Macron met Zelensky in Paris on 11 March. Last week's meeting in Paris lasted an hour.",
            ),
            (
                "2026-03-18",
                "it",
                "Macron ha incontrato Zelensky a Parigi l'11 marzo. L'incontro, ultimo atto di un anno difficile, è durato un'ora.",
            ),
        ],
        {"2026-03-11 meeting held macron+zelensky @paris x2"},
    ),
    "the first since a day at a place": (
        [
            (
                "2026-03-17",
                "en",
                "Macron met Zelensky in Rome on Monday, their first meeting since October 2025 in Paris.",
            ),
            ("2026-03-17", "en", "Macron phoned Zelensky on Monday, their first call since October 2025."),
        ],
        {
            "2026-03-16 meeting held macron+zelensky @rome x1",
            "2025-10-01/2025-10-31 meeting held macron+zelensky @paris x1",
            "2026-03-16 call held macron+zelensky x1",
            "2025-10-01/2025-10-31 call held macron+zelensky x1",
        },
    ),
    "a plan is not the summit that was held": (
        [
            (
                "2026-03-17",
                "en",
                "It was the first call since the summit of Macron and Putin in Rome in January. Macron announced plans for a summit with Putin.",
            )
        ],
        {"2026-01-01/2026-01-31 meeting held macron+putin @rome x1", "undated meeting planned macron+putin x1"},
    ),
    "agreed during a call, and put on hold": (
        [
            (
                "2026-03-17",
                "en",
                "The summit in Rome, agreed upon last week during a Macron-Putin phone call, had been placed on hold.",
            )
        ],
        {"2026-03-09/2026-03-15 call held macron+putin x1"},
    ),
    "when he meets him": (
        [
            ("2026-03-17", "en", "Macron will raise it when he meets Putin in Rome on Friday."),
            ("2026-03-21", "en", "Macron raised it when he met Putin in Rome on Friday."),
        ],
        {"2026-03-20 meeting held macron+putin @rome x2"},
    ),
    "a day earlier than the news": (
        [
            (
                "2026-03-17",
                "en",
                "Rubio and Lavrov met again in Rome. The talks followed a 50-minute meeting between Rubio and Lavrov a day earlier.",
            )
        ],
        {"2026-03-17 meeting held lavrov+rubio @rome x1", "2026-03-16 meeting held lavrov+rubio x1"},
    ),
    "a plan is not of the past day it was announced on": (
        [
            (
                "2026-03-17",
                "it",
                "Macron e Putin si incontreranno presto a Roma, in base a un annuncio fatto il 16 marzo.",
            ),
            ("2026-03-17", "en", "Rubio will meet Lavrov in Geneva, as was announced on 12 March."),
        ],
        {"undated meeting planned macron+putin @rome x1", "undated meeting planned lavrov+rubio @geneva x1"},
    ),
    "a call in which something was decided may be a day old": (
        [
            (
                "2026-03-17",
                "it",
                "Macron e Zelensky hanno deciso di incontrarsi nel corso di una conversazione telefonica.",
            ),
            ("2026-03-17", "it", "Ieri Macron ha telefonato a Zelensky."),
        ],
        {"2026-03-16 call held macron+zelensky x2", "undated meeting planned macron+zelensky x1"},
    ),
    "a meeting that is only spoken of": (
        [
            ("2026-03-17", "it", "Un incontro tra Macron e Putin è un passaggio necessario per la pace."),
            (
                "2026-03-17",
                "en",
                "A summit between Rubio and Lavrov is a complicated thing. A meeting of this kind takes time.",
            ),
            (
                "2026-03-17",
                "en",
                "No requests for a meeting with us have been received from Zelensky, Putin told reporters on Monday.",
            ),
        ],
        set(),
    ),
    "a meeting told with its article took place": (
        [("2026-03-17", "en", "After a meeting between Macron and Zelensky the strikes went on.")],
        {"undated meeting held macron+zelensky x1"},
    ),
    "put on hold, doubts over another": (
        [
            (
                "2026-03-17",
                "en",
                "Plans for a meeting between Rubio and Lavrov were put on hold, casting a shadow over the planned Macron-Putin summit in Rome.",
            )
        ],
        {"undated meeting cancelled lavrov+rubio x1", "undated meeting planned macron+putin @rome x1"},
    ),
    "doubts of a day over an impending meeting": (
        [
            ("2026-03-17", "en", "Concern grew on Monday over the impending meeting between Macron and Putin in Rome."),
            ("2026-03-17", "en", "On Friday Rubio and Lavrov will hold their next meeting in Rome."),
        ],
        {"undated meeting planned macron+putin @rome x1", "2026-03-20 meeting planned lavrov+rubio @rome x1"},
    ),
    "planned for today": (
        [
            (
                "2026-03-17",
                "it",
                "La telefonata tra i presidenti russo e francese Vladimir Putin ed Emmanuel Macron è prevista per oggi.",
            )
        ],
        {"2026-03-17 call planned macron+putin x1"},
    ),
    "what is then done is done on that day": (
        [
            (
                "2026-03-20",
                "en",
                "It was said. It was so. Macron met Zelensky in Rome on Monday. Macron also held a call with Putin.",
            )
        ],
        {"2026-03-16 meeting held macron+zelensky @rome x1", "2026-03-16 call held macron+putin x1"},
    ),
    "what one of two told on a day was then or the day before": (
        [
            (
                "2025-05-21",
                "en",
                "It was dry. Nobody knew why. Macron wrote on Tuesday that he had talked to Modi about grain.",
            )
        ],
        {"2025-05-19/2025-05-20 call held macron+modi x1"},
    ),
    "the same in Italian": (
        [
            (
                "2025-05-21",
                "it",
                "Era secco. Nessuno sapeva perché. Macron ha scritto martedì di aver sentito Modi al telefono.",
            )
        ],
        {"2025-05-19/2025-05-20 call held macron+modi x1"},
    ),
    "what somebody else told on a day may be older": (
        [
            (
                "2025-05-21",
                "en",
                "It was dry. Nobody knew why. Tusk said on Tuesday that Macron had spoken to Modi about grain.",
            )
        ],
        {"undated call held macron+modi x1"},
    ),
    "what one of them announced is ahead": (
        [("2025-05-21", "en", "It was dry. Nobody knew why. Macron said on Tuesday that he would call Modi.")],
        {"undated call planned macron+modi x1"},
    ),
    "at his own house the owner receives": (
        [("2025-01-05", "en", "Giorgia Meloni visited Mar-a-Lago on Saturday.")],
        {"2025-01-04 meeting held meloni+trump @mar-a-lago x1"},
    ),
    "at the seat of an office its holder receives": (
        [("2025-01-05", "en", "Giorgia Meloni visited the White House on Saturday.")],
        {"2025-01-04 meeting held biden+meloni @white-house x1"},
    ),
    "whoever hosts a meeting that others hold takes part": (
        [
            (
                "2025-05-21",
                "en",
                "It was dry. Macron joined Merz and Tusk on Monday for the meeting, which was hosted by Erdogan.",
            )
        ],
        {"2025-05-19 meeting held erdogan+macron+merz+tusk x1"},
    ),
    "talks of two days lose neither": (
        [
            ("2026-01-23", "en", "Talks between Turkey and France began in Oslo on Friday."),
            ("2026-01-25", "en", "Talks between Turkey and France ended in Oslo on Saturday."),
            ("2026-01-26", "en", "Talks between Turkey and France were held in Oslo on Saturday."),
        ],
        {"2026-01-23/2026-01-24 meeting held france+turkey @oslo x3"},
    ),
    "a week is narrowed to the day of the talks": (
        [
            ("2026-01-30", "en", "Talks between Turkey and France were held in Oslo last week."),
            ("2026-01-25", "en", "Talks between Turkey and France ended in Oslo on Saturday."),
        ],
        {"2026-01-24 meeting held france+turkey @oslo x2"},
    ),
    "what has also been done may be older": (
        [
            (
                "2026-03-20",
                "en",
                "It was said. It was so. Macron met Zelensky in Rome on Monday. Macron has also held a call with Putin.",
            )
        ],
        {"2026-03-16 meeting held macron+zelensky @rome x1", "undated call held macron+putin x1"},
    ),
    "yesterday's summit, before its people are named": (
        [
            (
                "2026-03-20",
                "it",
                "Il vertice andato in scena ieri a Ginevra è stato utile. Il faccia a faccia tra Macron e Zelensky si è tenuto nel pomeriggio.",
            )
        ],
        {"2026-03-19 meeting held macron+zelensky @geneva x1"},
    ),
    "no plans any more": (
        [
            (
                "2026-03-17",
                "en",
                "Macron and Putin are to meet in Rome next month. The Elysee said there were no plans for a Macron-Putin meeting.",
            )
        ],
        {"2026-04-01/2026-04-30 meeting cancelled macron+putin @rome x1"},
    ),
    "only possible is no event": (
        [("2026-03-17", "en", "Macron said he was open to a meeting with Putin. A call with Merz may follow.")],
        set(),
    ),
    "attended by those not named with it": (
        [
            (
                "2026-03-17",
                "en",
                "Talks between Putin and a senior negotiator lasted five hours. Steve Witkoff attended the talks in Moscow.",
            )
        ],
        {"undated meeting held putin+witkoff @moscow x1"},
    ),
    "delegations that met before": (
        [
            (
                "2026-06-02",
                "it",
                "È finito il nuovo incontro tra la delegazione russa e quella ucraina a Istanbul. "
                "Le due delegazioni si erano già incontrate in precedenza, il 16 maggio scorso.",
            )
        ],
        {"2026-05-16 meeting held russia+ukraine x1", "undated meeting held russia+ukraine @istanbul x1"},
    ),
    "a summit to come is not the meeting told after it": (
        [("2026-03-20", "it", "Il vertice di Budapest è in forse. Macron ha incontrato Zelensky.")],
        {"2026-03-19/2026-03-20 meeting held macron+zelensky x1"},
    ),
    "a dated plan is not what took place": (
        [
            (
                "2026-03-17",
                "it",
                "Domani è previsto l'incontro. Dopo il burrascoso incontro tra Trump e Zelensky c'è tensione.",
            )
        ],
        {"undated meeting held trump+zelensky x1"},
    ),
    "the meeting of an envoy who is not named": (
        [
            (
                "2026-03-17",
                "en",
                "Macron said that he had told some allies about his special envoy's meeting with Putin on Monday.",
            )
        ],
        set(),
    ),
    "talks of a day, before and after who met": (
        [
            (
                "2026-03-20",
                "en",
                "It was cold. It snowed. He spoke of Tuesday's Kremlin talks at length. Putin met Witkoff and Kushner for hours in the Kremlin. Putin later described the talks as useful.",
            )
        ],
        {"2026-03-17 meeting held kushner+putin+witkoff @kremlin x1"},
    ),
    "a day is no possessor": (
        [("2026-03-17", "en", "After Monday's meeting with Zelensky in Rome, Macron left.")],
        {"2026-03-16 meeting held macron+zelensky @rome x1"},
    ),
    "a count of this year is no day": (
        [
            ("2026-03-17", "it", "Sono sette le occasioni in cui quest'anno Macron ha incontrato Zelensky."),
            ("2026-03-19", "en", "Macron met Zelensky in Rome on 10 March."),
        ],
        {"2026-03-10 meeting held macron+zelensky @rome x2"},
    ),
    "the day of the news is not that of what was called off": (
        [("2026-03-17", "it", "Ieri il vertice tra Macron e Zelensky a Roma sembrava saltato.")],
        {"undated meeting cancelled macron+zelensky @rome x1"},
    ),
    "an old visit to the same house is another": (
        [
            ("2025-10-18", "en", "Trump received Macron at the White House on 24 February 2025."),
            ("2025-10-18", "it", "L'incontro tra Trump e Macron alla Casa Bianca è durato un'ora."),
        ],
        {"2025-02-24 meeting held macron+trump @white-house x1", "undated meeting held macron+trump @white-house x1"},
    ),
    "an old summit in a far place is the same": (
        [
            ("2025-10-18", "en", "Trump met Macron in Anchorage on 24 February 2025."),
            ("2025-10-18", "it", "L'incontro tra Trump e Macron ad Anchorage è durato un'ora."),
        ],
        {"2025-02-24 meeting held macron+trump @anchorage x2"},
    ),
    "what is only possible at a contact": (
        [
            ("2026-03-17", "en", "Macron did not make any progress during his call with Putin on Monday."),
            ("2026-03-17", "en", "Macron would welcome any call with Zelensky."),
        ],
        {"2026-03-16 call held macron+putin x1"},
    ),
    "called off, and the plan looked back to": (
        [
            ("2026-02-02", "en", "Rubio will meet Lavrov in Geneva on 20 February."),
            (
                "2026-02-10",
                "en",
                "Rubio called off his meeting with Lavrov in Geneva. Rubio had announced that he would meet Lavrov in Geneva.",
            ),
        ],
        {"2026-02-20 meeting cancelled lavrov+rubio @geneva x2"},
    ),
    "called off, and later only named": (
        [
            ("2026-02-10", "it", "Il vertice di Ginevra tra Rubio e Lavrov del 20 febbraio è saltato."),
            (
                "2026-02-12",
                "it",
                "Rubio e Lavrov si sono sentiti giovedì. Del previsto vertice di Ginevra non si parla più.",
            ),
        ],
        {"2026-02-20 meeting cancelled lavrov+rubio @geneva x2", "2026-02-12 call held lavrov+rubio x1"},
    ),
    "called off, and planned anew": (
        [
            ("2026-02-10", "en", "The meeting between Rubio and Lavrov in Geneva on 20 February was cancelled."),
            ("2026-02-12", "en", "Rubio will meet Lavrov in Geneva on 20 February."),
        ],
        {"2026-02-20 meeting planned lavrov+rubio @geneva x2"},
    ),
    "put off without a day": (
        [("2026-02-04", "en", "The meeting between Rubio and Lavrov in Rome has been postponed.")],
        {"undated meeting planned lavrov+rubio @rome x1"},
    ),
    "the summit of two states is that of their leaders": (
        [
            ("2025-08-16", "en", "Trump met Putin in Anchorage on 15 August."),
            ("2025-08-22", "en", "The sky is grey. Lavrov spoke of the recent U.S.-Russia summit in Anchorage."),
        ],
        {"2025-08-15 meeting held putin+trump @anchorage x2"},
    ),
    "talks of two states are not those of their leaders": (
        [
            ("2025-08-16", "en", "Trump met Putin in Anchorage on 15 August."),
            ("2025-08-22", "en", "The sky is grey. U.S.-Russia talks took place in Riyadh on 18 August."),
        ],
        {
            "2025-08-15 meeting held putin+trump @anchorage x1",
            "2025-08-18 meeting held russia+states @riyadh x1",
        },
    ),
    "a paper of the morning after": (
        [
            ("2025-10-17", "it", "Trump telefona a Putin e parla di pace."),
            ("2025-10-20", "it", "Trump ha telefonato a Putin il 16 ottobre."),
        ],
        {"2025-10-16 call held putin+trump x2"},
    ),
    "a plan whose day is past": (
        [("2026-02-10", "en", "Rubio was to meet Lavrov in Geneva on 5 February.")],
        {"2026-02-05 meeting held lavrov+rubio @geneva x1"},
    ),
    "an undated mention goes to the last contact": (
        [
            ("2025-07-04", "en", "Trump spoke by phone with Putin on 3 July 2025."),
            ("2025-05-20", "en", "Trump spoke by phone with Putin on 19 May 2025."),
            ("2025-07-06", "it", "La telefonata tra Trump e Putin è durata un'ora."),
        ],
        {"2025-07-03 call held putin+trump x2", "2025-05-19 call held putin+trump x1"},
    ),
    "an undated mention long after stays alone": (
        [
            ("2025-02-13", "en", "Trump spoke by phone with Putin on 12 February 2025."),
            ("2025-07-06", "it", "La telefonata tra Trump e Putin è durata un'ora."),
        ],
        {"2025-02-12 call held putin+trump x1", "undated call held putin+trump x1"},
    ),
    "a place within a place": (
        [
            ("2025-08-16", "en", "Trump met Putin in Alaska on Friday."),
            ("2025-08-17", "it", "Trump ha incontrato Putin ad Anchorage il 15 agosto."),
        ],
        {"2025-08-15 meeting held putin+trump @anchorage x2"},
    ),
    "the summit of two states, told again as talks": (
        [
            ("2025-08-16", "en", "Trump met Putin in Alaska on Friday."),
            (
                "2025-08-17",
                "en",
                "Markets rose after the US-Russia summit in Alaska. Both men left Friday's talks without a deal.",
            ),
        ],
        {"2025-08-15 meeting held putin+trump @alaska x2"},
    ),
    "negotiations of two states are none of their leaders": (
        [
            ("2025-08-16", "en", "Trump met Putin in Alaska on Friday."),
            ("2025-08-17", "en", "Russia and the United States held negotiations in Alaska on Friday about trade."),
        ],
        {
            "2025-08-15 meeting held putin+trump @alaska x1",
            "2025-08-15 meeting held russia+states @alaska x1",
        },
    ),
    "last week, said loosely": (
        [
            ("2025-06-05", "en", "Russia and Ukraine held talks in Istanbul on 30 May 2025."),
            ("2025-06-09", "en", "The talks between Russia and Ukraine in Istanbul last week brought no truce."),
        ],
        {"2025-05-30 meeting held russia+ukraine @istanbul x2"},
    ),
    "last week, but too far": (
        [
            ("2025-06-05", "en", "Russia and Ukraine held talks in Istanbul on 20 May 2025."),
            ("2025-06-09", "en", "The talks between Russia and Ukraine in Istanbul last week brought no truce."),
        ],
        {
            "2025-05-20 meeting held russia+ukraine @istanbul x1",
            "2025-06-02/2025-06-08 meeting held russia+ukraine @istanbul x1",
        },
    ),
    "two places on one day": (
        [
            ("2025-12-10", "en", "Zelensky met Meloni in Rome on Tuesday."),
            ("2025-12-10", "en", "Zelensky met Meloni in Milan on Tuesday."),
        ],
        {"2025-12-09 meeting held meloni+zelensky @rome x1", "2025-12-09 meeting held meloni+zelensky @milan x1"},
    ),
    "a call and a meeting on one day": (
        [
            (
                "2025-10-18",
                "en",
                "Trump met Zelensky in Washington on Friday. Trump spoke by phone with Putin on Friday.",
            )
        ],
        {"2025-10-17 meeting held trump+zelensky @washington x1", "2025-10-17 call held putin+trump x1"},
    ),
    "others on the same day": (
        [
            ("2025-10-21", "en", "Rubio spoke by phone with Lavrov on Monday."),
            ("2025-10-21", "en", "Trump spoke by phone with Putin on Monday."),
        ],
        {"2025-10-20 call held lavrov+rubio x1", "2025-10-20 call held putin+trump x1"},
    ),
    "envoys and their states": (
        [
            ("2026-02-19", "en", "Russia and Ukraine held talks in Geneva on 17 February 2026."),
            ("2026-02-18", "it", "Il 17 febbraio 2026 Umerov ha incontrato Medinsky a Ginevra."),
        ],
        {"2026-02-17 meeting held medinsky+russia+ukraine+umerov @geneva x2"},
    ),
    "leaders do not stand for talks of their states": (
        [
            ("2026-02-19", "en", "Russia and Ukraine held talks in Geneva on 17 February 2026."),
            ("2026-02-18", "it", "Il 17 febbraio 2026 Trump ha incontrato Zelensky a Ginevra."),
        ],
        {"2026-02-17 meeting held russia+ukraine @geneva x1", "2026-02-17 meeting held trump+zelensky @geneva x1"},
    ),
    "told again without names": (
        [("2025-10-17", "it", "Trump ha sentito Putin giovedì. La telefonata è durata due ore.")],
        {"2025-10-16 call held putin+trump x1"},
    ),
    "the news of the day": (
        [("2025-10-16", "en", "Trump has spoken by phone with Putin. It was their first call in months.")],
        {"2025-10-16 call held putin+trump x1"},
    ),
    "nothing told": (
        [
            ("2025-10-16", "en", "Trump and Putin have not spoken by phone."),
            ("2025-10-16", "it", "Le borse salgono dopo le parole di Trump su Putin."),
            ("2025-10-16", "it", "Putin potrebbe incontrare Zelensky a Istanbul."),
        ],
        set(),
    ),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(name: str) -> None:
    articles, expected = FOLDERS[name]
    assert {written(e) for e in resolved(*articles).events} == expected


@pytest.mark.parametrize("name", FOLDERS)
def test_the_order_of_articles_does_not_matter(name: str) -> None:
    articles, _ = FOLDERS[name]
    plain = resolved(*articles)
    assert all(resolved(*articles, order=n) == plain for n in (1, 2, 3))


@pytest.mark.parametrize("name", FOLDERS)
def test_unrelated_articles_leave_the_ids(name: str) -> None:
    articles, _ = FOLDERS[name]
    other = ("2025-09-01", "it", "Meloni ha incontrato Macron a Roma il 31 agosto 2025.")
    before = [e.event_id for e in resolved(*articles).events]
    assert set(before) <= {e.event_id for e in resolved(*articles, other).events}
    assert len(set(before)) == len(before)


# -- days of articles ------------------------------------------------------------------------------

DAYS: dict[str, tuple[list[Article], str | None]] = {
    "day-metadata": ([("2025-10-20", "it", "Trump ha sentito Putin.")], "2025-10-20"),
    "day-header": ([("", "en", "MOSCOW, 3 May 2025 – Trump spoke by phone with Putin on Friday.")], "2025-05-03"),
    "day-latest-held": (
        [("", "it", "Il 3 maggio 2025 Trump ha sentito Putin. Il 9 maggio 2025 Trump incontrerà Putin a Mosca.")],
        "2025-05-03",
    ),
    "day-today": (
        [("", "it", "Archivio 2026-01. Trump ha sentito Putin oggi, venerdì 16 gennaio. Nel 2025 si erano visti.")],
        "2026-01-16",
    ),
    "day-first-contact": (
        [("", "it", "Trump ha sentito Putin alla vigilia di Natale. È la terza telefonata del 2025.")],
        "2025-12-24",
    ),
    "day-other-article": (
        [
            ("", "en", "Trump spoke by phone with Putin today. Trump will meet Zelensky at the White House tomorrow."),
            ("2025-10-18", "en", "Trump spoke by phone with Putin on 16 October 2025."),
        ],
        "2025-10-16",
    ),
    "": ([("", "en", "Trump spoke by phone with Putin on Friday.")], None),
}


@pytest.mark.parametrize("rule", DAYS)
def test_days_of_articles(rule: str) -> None:
    articles, day = DAYS[rule]
    own = resolved(*articles).published["a00"]
    assert own.day == (dt.date.fromisoformat(day) if day else None)
    assert (own.rule or "") == rule


def test_every_rule_of_days_has_a_row() -> None:
    assert {r.id for r in DAY_RULES} == set(DAYS) - {""}


def test_yesterday_beside_a_day() -> None:
    own = resolved(("", "it", "Archivio 2025-03. Meloni ha sentito Trump ieri sera, sabato 1 marzo.")).published["a00"]
    assert (own.day, own.rule) == (dt.date(2025, 3, 2), "day-today")


def test_an_article_between_two_calls_stays_undated() -> None:
    """ "Today" fits two calls equally well."""
    day = resolved(
        ("", "en", "Trump spoke by phone with Putin today."),
        ("2025-10-18", "en", "Trump spoke by phone with Putin on 16 October 2025."),
        ("2025-12-30", "en", "Trump spoke by phone with Putin on 29 December 2025."),
    ).published["a00"]
    assert day.day is None


DATES: dict[str, tuple[Article, str]] = {
    "date-lead": (("2025-10-16", "en", "Trump has spoken by phone with Putin."), "2025-10-16/2025-10-16"),
    "date-ongoing": (
        ("2026-03-10", "it", "Parigi attende. Il cielo è grigio. È in corso la telefonata tra Macron e Zelensky."),
        "2026-03-10/2026-03-10",
    ),
    "date-soon": (
        ("2025-10-16", "it", "Poche ore dopo l'incontro tra Trump e Zelensky a Washington il Cremlino ha reagito."),
        "2025-10-15/2025-10-16",
    ),
    "date-eve": (
        (
            "2025-10-18",
            "it",
            "Trump ne ha parlato il 16 ottobre, alla vigilia di un vertice alla Casa Bianca con Zelensky.",
        ),
        "2025-10-17/2025-10-17",
    ),
    "date-sequel": (
        (
            "2025-10-18",
            "it",
            "Il presidente americano Donald Trump ha sentito Zelensky giovedì. Kiev tace. Il Cremlino tace. Mosca aspetta. "
            "Trump ha parlato con Zelensky venerdì. Trump ha poi telefonato a Macron.",
        ),
        "2025-10-17/2025-10-17",
    ),
    "date-after": (
        ("2025-08-17", "en", "Macron met Modi in Oslo on Friday. It rains. Macron phoned Tusk after the Oslo meeting."),
        "2025-08-15/2025-08-16",
    ),
    "date-counted": (
        (
            "2026-03-20",
            "en",
            "Norway and Sweden held talks in Oslo on 16 March. The day before the talks began, Macron met Merz in Paris.",
        ),
        "2026-03-15/2026-03-15",
    ),
    "date-said": (
        ("2026-03-20", "en", "“I had a call with Emmanuel Macron today,” Friedrich Merz said late Wednesday."),
        "2026-03-18/2026-03-18",
    ),
    "date-told-on": (
        ("2025-05-21", "en", "It was dry. Nobody knew why. Macron said on Tuesday he had spoken to Merz by phone."),
        "2025-05-19/2025-05-20",
    ),
    "date-day-part": (
        ("2026-03-20", "it", "Il voto slitta. Nessuno sa perché. Martedì Macron era a Oslo. In serata ha visto Merz."),
        "2026-03-17/2026-03-17",
    ),
    "date-just": (
        ("2025-10-18", "en", "Oil fell. The day was long. Nobody came. Macron has just met Merz in Oslo."),
        "2025-10-18/2025-10-18",
    ),
    "date-beside-event": (
        ("2025-10-18", "en", "Trump hosted Zelensky on Friday, a day after a phone call with Putin."),
        "2025-10-16/2025-10-16",
    ),
}


@pytest.mark.parametrize("rule", DATES)
def test_dates_of_contacts(rule: str) -> None:
    article, expected = DATES[rule]
    told = [t for e in resolved(article).events for t in e.told if t.date_rule == rule]
    assert [f"{t.days.low}/{t.days.high}" for t in told if t.days] == [expected]


@pytest.mark.parametrize(
    "articles",
    [*([row] for row, _ in DATES.values()), *(rows for rows, _ in FOLDERS.values())],
    ids=[*DATES, *FOLDERS],
)
def test_finds_from_the_cache_mean_the_same(articles: list[Article]) -> None:
    named = [(f"a{n:02}", *article) for n, article in enumerate(articles)]
    sources, finds = [source(*row) for row in named], [reading(*row) for row in named]
    kept = resolve(sources, [from_cache(f) for f in finds], load_lexicon())
    told = [(written(e), len(e.told)) for e in resolved(*articles).events]
    assert [(written(e), len(e.told)) for e in kept.events] == told


def test_every_rule_of_dates_has_a_row() -> None:
    assert {r.id for r in DATE_RULES} == set(DATES)


# -- passages left over ----------------------------------------------------------------------------


def test_what_may_have_been_missed_is_kept() -> None:
    missed = resolved(("2025-10-16", "en", "The conversations between Trump and Putin are watched closely."))
    assert [c.principals for _, c in missed.unread] == [("donald-trump", "vladimir-putin")]
    assert not missed.events


@pytest.mark.parametrize("name", [name for name, (_, events) in FOLDERS.items() if events])
def test_what_gave_an_event_is_not_missed(name: str) -> None:
    assert not resolved(*FOLDERS[name][0]).unread


# -- generated -------------------------------------------------------------------------------------

PAIRS = (("Trump", "Putin"), ("Macron", "Zelensky"), ("Rubio", "Lavrov"), ("Erdogan", "Putin"))
EN = ("{a} and {b} spoke by phone on {d}.", "On {d} {a} held a phone call with {b}.", "{a} phoned {b} on {d}.")
IT = ("{a} ha parlato al telefono con {b} il {d}.", "Il {d} {a} ha sentito {b}.", "{a} e {b} si sono sentiti il {d}.")
MONTHS = {"en": "January March June October", "it": "gennaio marzo giugno ottobre"}


@pytest.mark.parametrize("seed", range(6))
def test_generated_calls_are_counted_right(seed: int) -> None:
    """Calls on days apart, each told by one to four articles in either language, dated in full or by day and month."""
    rng = random.Random(seed)
    calls = rng.sample(list(itertools.product(PAIRS, range(4), (3, 9, 15, 21))), 10)
    articles: list[Article] = []
    for (a, b), month, day in calls:
        for _ in range(rng.randint(1, 4)):
            language = rng.choice(("en", "it"))
            when = f"{day} {MONTHS[language].split()[month]}" + rng.choice((" 2025", ""))
            pattern = rng.choice(EN if language == "en" else IT)
            published = dt.date(2025, (1, 3, 6, 10)[month], day) + dt.timedelta(days=rng.randint(1, 9))
            articles.append((published.isoformat(), language, pattern.format(a=a, b=b, d=when)))
    found = resolved(*articles)
    assert len(found.events) == len(calls)
    assert sum(len(e.told) for e in found.events) == len(articles)


# -- many articles ---------------------------------------------------------------------------------


@cache
def date_find(text: str) -> DateFind:
    return find_dates(build_document(text, "en"), load_lexicon())[0]


def many(n_articles: int, n_events: int) -> tuple[list[Source], list[ArticleFinds]]:
    """Articles that tell of events of twenty-eight pairs, five passages each, a fifth of them without a day."""
    rng = random.Random(7)
    people = [a.id for a in load_lexicon().actors.values() if a.kind == "person"][:8]
    pairs = list(itertools.combinations(people, 2))
    start = dt.date(2015, 1, 1)
    base = reading("base", "2025-10-16", "en", "Trump spoke by phone with Putin.")
    contact = base.contacts[0]
    sources, finds = [], []
    for n in range(n_articles):
        contacts: list[Contact] = []
        day = start
        for k in range(5):
            event = rng.randrange(n_events)
            day = start + dt.timedelta(days=event * 4000 // n_events)
            date = date_find(f"{day.day} {day:%B} {day.year}") if rng.random() < 0.8 else None
            pair = tuple(sorted(pairs[event % len(pairs)]))
            contacts.append(
                replace(
                    contact,
                    start=k * 100,
                    end=k * 100 + 90,
                    mark_start=k * 100 + 5,
                    mark_end=k * 100 + 9,
                    principals=pair,
                    date=date,
                    named=pair,
                )
            )
        name = f"n{n:05}"
        sources.append(source(name, (day + dt.timedelta(days=1)).isoformat(), "en", "x" * 600))
        dates = tuple({c.date: None for c in contacts if c.date})
        finds.append(replace(base, article_id=name, contacts=tuple(contacts), dates=dates))
    return sources, finds


def seconds(n_articles: int, n_events: int) -> float:
    sources, finds = many(n_articles, n_events)
    begin = time.process_time()
    found = resolve(sources, finds, load_lexicon())
    spent = time.process_time() - begin
    assert len(found.events) > n_events * 0.5
    return spent


def test_many_articles_take_near_linear_time() -> None:
    small, large = (min(seconds(*size) for _ in range(2)) for size in ((500, 1250), (2000, 5000)))
    assert large < 10
    assert large < 8 * small + 0.5
