"""The vocabulary files: what a mistake in them says, that names are nobody else's, and that an edit needs no code."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from data.document import build_document
from data.extract.actors import find_actors
from data.extract.topics import find_topics
from data.lexicon import HERE, lexicon_digest, load_lexicon
from data.span import fold

LEXICON = load_lexicon()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the vocabulary to edit."""
    copy = tmp_path / "lexicon"
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + "\n" + text, "utf-8")


BROKEN = [
    ("actors.toml", '[[actor]]\nid = "x"', r"actors\.toml: .*missing required field `name`"),
    ("actors.toml", '[[actor]]\nid = "x"\nname = "X"\nkind = "robot"\nside = "us"', r"actors\.toml: .*'robot'.*kind"),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\nnick = "Y"',
        r"actors\.toml: .*`nick`",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\nnames = "Y"',
        r"actors\.toml: .*names",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "russia"\nname = "X"\nkind = "state"\nside = "ru"',
        "actor 'russia' is declared twice",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\naffiliation = "nowhere"',
        "actor x, affiliation: 'nowhere'",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\nspeaks_for = "nobody"',
        "actor x, speaks_for: 'nobody'",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\noffices = [{ office = "juggler" }]',
        "actor x: 'juggler'",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\noffices = [{ office = "president", of = "mars" }]',
        "office president: 'mars'",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "person"\nside = "us"\noffices = [{ office = "president", from = "soon" }]',
        r"actors\.toml: .*from",
    ),
    (
        "actors.toml",
        '[[actor]]\nid = "x"\nname = "X"\nkind = "state"\nside = "us"\ncapital = "atlantis"',
        "actor x, capital: 'atlantis'",
    ),
    ("actors.toml", "[[actor", r"actors\.toml: "),
    ("offices.toml", '[[office]]\nid = "x"\nlabel_en = "x"\nlabel_it = "x"\nrank = 7', r"offices\.toml: .*rank"),
    (
        "offices.toml",
        '[[office]]\nid = "x"\nlabel_en = "x"\nlabel_it = "x"\nrank = 3\nequals = ["y"]',
        "office x, equals: 'y'",
    ),
    (
        "places.toml",
        '[[place]]\nid = "x"\nlabel_en = "X"\nlabel_it = "X"\nnames = ["X"]\nwithin = "y"',
        "place x, within: 'y'",
    ),
    ("places.toml", '[[place]]\nid = "x"\nlabel_en = "X"\nlabel_it = "X"', r"places\.toml: .*`names`"),
    ("topics.toml", '[[topic]]\nid = "x"\nlabel_en = "X"', r"topics\.toml: .*`label_it`"),
    (
        "topics.toml",
        '[[topic]]\nid = "x"\nlabel_en = "X"\nlabel_it = "X"\npatterns_en = [\'(\']',
        "topic x: .* no regular expression",
    ),
    ("given_names.toml", "more = 1", r"given_names\.toml: .*`more`"),
    ("it/names.toml", "more = 1", r"it/names\.toml: .*`more`"),
    ("en/names.toml", "[found]", r"en/names\.toml: "),
]


@pytest.mark.parametrize(("name", "text", "message"), BROKEN, ids=[f"{row[0]} {row[2]}" for row in BROKEN])
def test_a_mistake_names_file_and_key(folder: Path, name: str, text: str, message: str) -> None:
    append(folder / name, text)
    with pytest.raises(ValueError, match=message):
        load_lexicon(folder)


def test_a_missing_or_unreadable_file_is_named(folder: Path) -> None:
    (folder / "topics.toml").unlink()
    with pytest.raises(ValueError, match=r"topics\.toml: cannot be read"):
        load_lexicon(folder)
    (folder / "topics.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ValueError, match=r"topics\.toml: "):
        load_lexicon(folder)


def test_a_broken_grammar_is_named(folder: Path) -> None:
    path = folder / "en" / "names.toml"
    path.write_text(re.sub(r"before_title = '''.*'''", "before_title = '''('''", path.read_text("utf-8")), "utf-8")
    with pytest.raises(ValueError, match=r"en/names\.toml, grammar\.before_title"):
        load_lexicon(folder)


def test_a_copy_reads_the_same(folder: Path) -> None:
    copied = load_lexicon(folder)
    assert set(copied.actors) == set(LEXICON.actors)
    assert copied.digest == LEXICON.digest == lexicon_digest()


def test_a_new_actor_and_office_work_without_code(folder: Path) -> None:
    append(
        folder / "actors.toml",
        '[[actor]]\nid = "jo-sample"\nname = "Jo Sample"\nkind = "person"\nside = "other"\nsurnames = ["Sample"]\n'
        'offices = [{ office = "sherpa", of = "canada", from = 2025-03-01 }]\n',
    )
    append(
        folder / "offices.toml",
        '[[office]]\nid = "sherpa"\nlabel_en = "sherpa"\nlabel_it = "sherpa"\nrank = 3\ntitles_en = ["sherpa"]\ntitles_it = ["sherpa"]',
    )
    edited = load_lexicon(folder)
    assert edited.digest != LEXICON.digest
    text = "Sample came. The Canadian sherpa left."
    found = [m.actor_id for m in find_actors(build_document(text, "en"), edited, dt.date(2025, 5, 1)).mentions]
    assert found == ["jo-sample", "jo-sample"]
    assert [
        m.actor_id
        for m in find_actors(
            build_document("Lo sherpa canadese è partito.", "it"), edited, dt.date(2025, 5, 1)
        ).mentions
    ] == ["jo-sample"]
    assert "jo-sample" not in [m.actor_id for m in find_actors(build_document(text, "en"), LEXICON, None).mentions]


def test_a_new_topic_works_without_code(folder: Path) -> None:
    append(
        folder / "topics.toml",
        '[[topic]]\nid = "arctic"\nlabel_en = "Arctic"\nlabel_it = "Artico"\nen = ["Arctic"]\nit = ["Artico"]\npatterns_it = [\'\\brotte? (?:del nord|polari)\\b\']\n',
    )
    edited = load_lexicon(folder)
    assert [m.topic_id for m in find_topics(build_document("They spoke of the Arctic.", "en"), edited)] == ["arctic"]
    assert [m.topic_id for m in find_topics(build_document("Si aprono le rotte polari.", "it"), edited)] == ["arctic"]
    assert find_topics(build_document("Si aprono le finestre.", "it"), edited) == []


# -- the vocabulary itself -------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_name_belongs_to_one_actor(language: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in LEXICON.actors.values():
        further = actor.it if language == "it" else actor.en
        own = (
            actor.name,
            actor.name_it or actor.name,
            *actor.names,
            *actor.surnames,
            *actor.nicknames,
            *actor.ambiguous,
        )
        for name in (*own, *further, *actor.metonyms):
            owners[fold(name)].add(actor.id)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_actors_are_well_formed() -> None:
    for actor in LEXICON.actors.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", actor.id), actor.id
        assert all(name.strip() == name and name for name in (actor.name, *actor.names, *actor.surnames)), actor.id
        if actor.kind == "person":
            assert actor.gender, actor.id
        for held in actor.offices:
            assert held.from_ is None or held.to is None or held.from_ <= held.to, (actor.id, held)


# offices several persons may hold at once
SHARED = {
    "special-envoy",
    "aide",
    "deputy-foreign-minister",
    "chief-negotiator",
    "spokesperson",
    "ambassador",
    "minister",
    "leader",
}


def test_one_holder_at_a_time() -> None:
    terms: dict[tuple[str, str | None], list[tuple[dt.date, dt.date, str]]] = defaultdict(list)
    for actor in LEXICON.actors.values():
        for held in actor.offices:
            if held.office not in SHARED:
                terms[held.office, held.of].append((held.from_ or dt.date.min, held.to or dt.date.max, actor.id))
    for office, rows in terms.items():
        for one, other in zip(sorted(rows), sorted(rows)[1:], strict=False):
            # the day of the change may be both
            assert one[1] <= other[0], (office, one, other)


def test_places_have_zones_and_hosts_that_exist() -> None:
    import zoneinfo

    for place in LEXICON.places.values():
        if place.zone:
            zoneinfo.ZoneInfo(place.zone)
        if place.host:
            assert (place.host.office in LEXICON.offices) != (place.host.person in LEXICON.actors)


def test_places_name_one_place_each() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for place in LEXICON.places.values():
        for name in place.names:
            owners[fold(name)].add(place.id)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("actor_id", "label"),
    [
        ("he-lifeng", "He"),
        ("lee-jae-myung", "Lee"),
        ("lai-ching-te", "Lai"),
        ("lawrence-wong", "Wong"),
        ("vladimir-putin", "Putin"),
        ("li-hui", "Li Hui"),  # another is Li
        ("white-house", "White House"),
    ],
)
def test_labels(actor_id: str, label: str) -> None:
    assert LEXICON.short(LEXICON.actors[actor_id]) == label


def test_two_of_one_state_have_different_labels() -> None:
    called: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for actor in LEXICON.actors.values():
        if actor.kind == "person":
            called[LEXICON.country(actor.id), LEXICON.short(actor)].add(actor.id)
    family_first = {a.id for a in LEXICON.actors.values() if a.family_first}
    assert {k: v for k, v in called.items() if len(v) > 1 and k[0] in family_first} == {}
