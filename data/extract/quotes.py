"""Who said what: direct quotes, indirect speech, and the speaker each is credited to.

Lives here: the rules of crediting, and `find_quotes`, which puts the parts together. Must not live here: how a rule
reads (`quote_*.py` for words between quote marks, `speech_*.py` for cues, their speakers and indirect speech), names
(`data.extract.actors`) or any vocabulary (`data/lexicon/*/speech.toml`).

The article is read once, from left to right. Every cue (a verb of speech, "according to", "Putin's claim that") gets
its speaker from the grammar around it; every pair of quote marks then takes the cue that governs it. Nobody credited
gives no speaker: a speaker is never guessed from the subject matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from data.document import Document
from data.extract.finds import Mention, Quote
from data.extract.quote_credit import Credit
from data.extract.quote_cues import GoverningCues
from data.extract.quote_filter import is_quote
from data.extract.quote_headlines import Headlines
from data.extract.quote_marks import Marked
from data.extract.quote_only_speaker import OnlySpeaker
from data.extract.quote_uncued import Uncued
from data.extract.rules import Rule
from data.extract.speech_cues import find_cues
from data.extract.speech_indirect import indirect_speech
from data.extract.speech_text import ArticleText, Cue
from data.lexicon.types import Lexicon

RULES: tuple[Rule, ...] = (
    Rule(
        "quote-cue-after",
        "A verb of speech and its subject follow the quoted words.",
        "«Non abbiamo fretta», ha detto Peskov.",
        "“We are in no hurry,” Peskov said.",
    ),
    Rule(
        "quote-cue-before",
        "A verb of speech stands before the quoted words in their sentence.",
        "Peskov ha definito il testo «utile».",
        "Peskov called the text “useful”.",
    ),
    Rule(
        "quote-tail",
        "The credit ends the sentence in which the quoted words stand.",
        "Il testo «utile» va riscritto, ha detto Peskov.",
        "The “useful” text must be rewritten, Peskov said.",
    ),
    Rule(
        "quote-colon",
        "A name and a colon introduce the words; the subject of the clause speaks, not the name nearest to the colon.",
        "Il Cremlino a Kiev: «Serve pazienza».",
        "Kremlin to Kyiv: “Be patient”.",
    ),
    Rule(
        "quote-agent",
        "The words describe something, and “by” or “da” names who found them.",
        "Un colloquio giudicato «utile» dal Cremlino.",
        "A call described as “useful” by the Kremlin.",
    ),
    Rule(
        "quote-continued",
        "No new credit since the speaker's last words: the same speaker goes on. Whole sentences in the report of"
        " what one person said are that person's, where only their subject matter names another; so are all words"
        " behind a line that says whose statements are listed.",
        "«Serve tempo», ha detto Peskov. «Molto tempo».",
        "“It takes time,” Peskov said. “A lot of time.”",
    ),
    Rule(
        "quote-next-sentence",
        "The sentence after the one with the quoted words says who said them.",
        "«Ci vedremo presto». Lo ha detto Peskov.",
        "“See you soon.” So said Peskov.",
    ),
    Rule(
        "quote-subject",
        "Quoted words stand in a clause without a verb of speech: its subject is credited.",
        "Peskov – «serve tempo» – non ha fretta.",
        "Kyiv wants peace through “strength or talks”.",
    ),
    Rule(
        "quote-headline",
        "A headline of quoted words takes the speaker named in it, or the first one credited below it; so does a"
        " line of quoted words that heads an entry, and takes who is credited with the same words elsewhere.",
        "Mosca divisa da Peskov. «Serve tempo»",
        "“It takes time”\n\nPeskov said on Monday that talks go on.",
    ),
    Rule(
        "quote-answer",
        "In an interview, quoted words after a question: the person whose words open the article answers.",
        "Peskov: «Serve tempo»\n\nQuanto tempo? «Mesi».",
        "Peskov: “It takes time”\n\nHow much time? “Months.”",
    ),
    Rule(
        "quote-uncredited",
        "Words between quote marks that nobody is credited with.",
        "Secondo fonti vicine ai colloqui, il clima era «disteso e cordiale».",
        "Sources said the mood was “relaxed and cordial”.",
    ),
    Rule(
        "speech-verb",
        "A verb of speech and its subject, before or after it.",
        "Peskov ha chiarito che serve tempo.",
        "Peskov made clear that it takes time.",
    ),
    Rule(
        "speech-tail",
        "The credit stands at the end of the sentence it belongs to.",
        "Il vertice slitta, replica Mosca.",
        "The summit is off, the Kremlin said on Monday.",
    ),
    Rule(
        "speech-participle",
        "A participle or gerund of speech takes the subject of its sentence.",
        "Peskov ha parlato a lungo, precisando che serve tempo.",
        "Peskov spoke at length, warning that it takes time.",
    ),
    Rule(
        "speech-agent",
        "A passive verb of speech, with “by” or “da” and the speaker.",
        "La tregua annunciata da Trump.",
        "The truce announced by Trump.",
    ),
    Rule(
        "speech-judged",
        "A passive verb of judging without an agent, right after somebody spoke: the words are still theirs.",
        "Peskov ha criticato il testo. Il piano, definito «inutile», va rivisto.",
        "Peskov criticised the text. The plan, described as “useless”, must change.",
    ),
    Rule(
        "speech-according-to",
        "A prepositional credit.",
        "Secondo Ushakov, il colloquio è durato due ore.",
        "According to Ushakov, the call lasted two hours.",
    ),
    Rule(
        "speech-anaphora",
        "A sentence that only says who told what stands before it.",
        "Lo ha riferito Peskov.",
        "So said Peskov.",
    ),
    Rule(
        "speech-noun",
        "A noun of speech and whose it is.",
        "La proposta di Putin: usare i fondi congelati.",
        "Putin's claim that he won.",
    ),
    Rule(
        "speech-headline",
        "A headline that ends with a dash or a colon and its speaker, or begins with speaker and colon.",
        "Mosca: vogliono la guerra.",
        "A deal is near — Rubio",
    ),
)


def find_quotes(
    document: Document, lexicon: Lexicon, mentions: Sequence[Mention], *, author: str | None = None
) -> list[Quote]:
    """An article and the actors named in it → its direct quotes and its indirect speech, in text order.

    `author` is the actor who wrote the article, if one: never a speaker. Offsets are code points into the text.
    Italian: «Non ora», ha detto Peskov → direct, `dmitry-peskov`; English: Peskov said it was too early → indirect.
    """
    if not document.tokens:
        return []
    article = ArticleText(document, lexicon, [m for m in mentions if m.actor_id != author or author is None])
    cues = find_cues(article)
    rows = [*_direct(article, cues), *indirect_speech(article, cues)]
    return sorted(rows, key=lambda q: (q.start, q.end, q.form, q.speaker or ""))


def _direct(article: ArticleText, cues: list[Cue]) -> list[Quote]:
    """The direct quotes, in text order."""
    credits = _credits(article, cues)
    headlines = Headlines(article, cues)
    kept: list[Quote] = []
    for n, (marked, credit) in enumerate(zip(article.marked, credits, strict=True)):
        if is_quote(article, n, credits):
            kept.append(_row(article, marked, credit if credit.speaker else headlines.said_again(n, credits)))
    return kept


def _credits(article: ArticleText, cues: list[Cue]) -> list[Credit]:
    """Whom each pair of quote marks is credited to."""
    governing, uncued, only = GoverningCues(article, cues), Uncued(article, cues), OnlySpeaker(article, cues)
    credits: list[Credit] = []
    for n in range(len(article.marked)):
        credits.append(governing.credit(n) or uncued.credit(n, credits))
    for n in sorted(article.heads, reverse=True):  # "«Bene - scrive sui social - così», dice X": both parts are X's
        cue = credits[n].cue
        if credits[n].speaker is None and credits[n + 1].speaker and not (cue and cue.others):
            credits[n] = replace(credits[n], speaker=credits[n + 1].speaker, rule=credits[n + 1].rule)
    return [only.credit(n, credit) for n, credit in enumerate(credits)]


def _row(article: ArticleText, marked: Marked, credit: Credit) -> Quote:
    cue, tokens = credit.cue, article.tokens
    if cue is None:
        return Quote(
            marked.start, marked.end, "direct", credit.speaker, credit.via, None, None, None, "asserted", credit.rule
        )
    return Quote(
        marked.start, marked.end, "direct", credit.speaker, credit.via, article.text_of(cue.first, cue.last),
        tokens[cue.credit_first].start, tokens[cue.credit_last - 1].end, cue.mood, credit.rule,
    )  # fmt: skip
