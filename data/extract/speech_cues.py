"""Cues: every place of an article that credits somebody with words.

Lives here: `find_cues`, the order in which a place is tried. Must not live here: what a cue is
(`data.extract.speech_verb_cues`, `data.extract.speech_according`, `data.extract.speech_nouns`,
`data.extract.speech_colons`), or quote marks and what stands between them.
"""

from __future__ import annotations

from data.extract.speech_according import AccordingCues
from data.extract.speech_agents import Agents
from data.extract.speech_colons import ColonCues
from data.extract.speech_cue_maker import CueMaker
from data.extract.speech_dropped import DroppedSubjects
from data.extract.speech_inverted import InvertedSubjects
from data.extract.speech_memory import Memory
from data.extract.speech_nouns import NounCues
from data.extract.speech_offices import Offices
from data.extract.speech_pronouns import Pronouns
from data.extract.speech_subjects import Subjects
from data.extract.speech_text import ArticleText, Cue
from data.extract.speech_verb_cues import VerbCues
from data.extract.speech_verbs import VerbReader


def find_cues(article: ArticleText) -> list[Cue]:
    """Every cue of an article with its speaker, in text order."""
    words = article.words
    triggers, classes, enclitics = words.triggers, words.classes, words.enclitics
    begins = [
        i for i, (low, lemma) in enumerate(zip(article.document.lowers, article.document.lemmas, strict=True))
        if low in triggers or lemma in classes or (enclitics and low.endswith(enclitics))
    ]  # fmt: skip
    verbs, memory = VerbReader(article), Memory(article)
    pronouns, offices = Pronouns(article, verbs, memory), Offices(article, verbs, memory)
    agents, maker = Agents(article, memory), CueMaker(article, verbs, memory)
    inverted = InvertedSubjects(article, verbs, memory, pronouns, offices)
    dropped = DroppedSubjects(article, verbs, memory, pronouns)
    subjects = Subjects(article, verbs, memory, pronouns, offices, inverted, dropped)
    at_verb = VerbCues(article, verbs, memory, agents, inverted, subjects, maker)
    at_phrase = AccordingCues(article, pronouns, offices, maker)
    at_noun = NounCues(article, verbs, pronouns, agents, maker)
    at_colon = ColonCues(article, memory, maker)
    last = 0
    for i in begins:
        if i < last or article.quoted[i]:
            continue
        cue = (
            at_colon.cue(i)
            or at_phrase.cue(i)
            or at_phrase.opinion(i)
            or at_verb.cue(i)
            or at_noun.cue(i)
            or at_colon.headline(i)
        )
        if cue:
            memory.add(cue)
            last = cue.last
    return memory.found
