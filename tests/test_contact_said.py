"""What was said in a contact: rows of (language, text → the words that say so, each with the event it belongs to)."""

from __future__ import annotations

import pytest

from tests.test_resolve import resolved

CALL, MEETING = "call", "meeting"
DAY = "2025-05-20"
ROWS: tuple[tuple[str, str, str], ...] = (
    # one tells the other
    ("en", "Macron spoke by phone with Modi on Monday. Modi told Macron that the deal was close.", "call: told Macron"),
    (
        "en",
        "Macron called Modi on Monday. Modi had reiterated to Macron that prices matter.",
        "call: reiterated to Macron",
    ),
    (
        "en",
        "Macron met Modi in Oslo on Monday. The envoy says Modi thanked the French president.",
        "meeting: thanked the French president",
    ),
    ("en", "Macron met Modi in Oslo on Monday. “I told Macron that prices matter,” Modi said.", "meeting: told Macron"),
    (
        "it",
        "Macron ha telefonato a Erdogan lunedì. Erdogan ha detto a Macron che l'accordo è vicino.",
        "call: detto a Macron",
    ),
    (
        "it",
        "Macron ha telefonato a Erdogan lunedì. Erdogan, che era a Oslo, ha ringraziato Macron.",
        "call: ringraziato Macron",
    ),
    (
        "it",
        "Macron ha visto Modi a Oslo lunedì. “Ho detto a Macron che i prezzi contano”, dice Modi.",
        "meeting: detto a Macron",
    ),
    # both discuss something
    (
        "en",
        "Macron spoke by phone with Modi on Monday. The two leaders also discussed the grain deal.",
        "call: The two leaders also discussed",
    ),
    ("en", "Macron spoke by phone with Modi on Monday. They also discussed grain.", "call: They also discussed"),
    (
        "en",
        "Macron spoke by phone with Modi on Monday. Macron and Modi agreed on grain.",
        "call: Macron and Modi agreed",
    ),
    ("en", "Macron spoke by phone with Modi on Monday. The pair did not discuss grain.", "-"),
    (
        "it",
        "Macron ha telefonato a Modi lunedì. I due leader hanno poi concordato un piano.",
        "call: I due leader hanno poi concordato",
    ),
    ("it", "Macron ha telefonato a Modi lunedì. I due non hanno parlato di grano.", "call: I due non hanno parlato"),
    ("it", "Macron ha telefonato a Modi lunedì. Hanno discusso di grano.", "call: Hanno discusso"),
    # words that mean it only with what stands behind them
    ("en", "Macron met Tusk in Oslo on Monday. They spoke for three hours.", "meeting: They spoke"),
    ("en", "Macron met Tusk in Oslo on Monday. They went over air defence.", "meeting: They went"),
    ("en", "Macron met Tusk in Oslo on Monday. The duo went through the list.", "meeting: The duo went"),
    ("en", "Macron met Tusk in Oslo on Monday. They also talked about grain.", "meeting: They also talked"),
    (
        "en",
        "Macron met Tusk in Oslo on Monday. The two sides agreed to stay in touch.",
        "meeting: The two sides agreed",
    ),
    ("en", "Macron met Tusk in Oslo on Monday. They spoke to reporters for an hour.", "-"),
    ("en", "Macron met Tusk in Oslo on Monday. They spoke on condition of anonymity.", "-"),
    ("en", "Macron met Tusk in Oslo on Monday. They went to the theatre.", "-"),
    ("en", "Macron met Tusk in Oslo on Monday. Both sides of the street agreed to close.", "-"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. I due hanno fatto il punto sui dazi.", "meeting: I due hanno fatto"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. I due si sono detti d'accordo.", "meeting: I due si sono detti"),
    (
        "it",
        "Macron ha visto Tusk a Oslo lunedì. Le parti hanno concordato un piano.",
        "meeting: Le parti hanno concordato",
    ),
    ("it", "Macron ha visto Tusk a Oslo lunedì. Si sono soffermati sui dazi.", "meeting: Si sono soffermati"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. I due hanno fatto colazione.", "-"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. I due si sono detti stanchi.", "-"),
    # whom one tells, by a pronoun
    ("en", "Macron met Tusk in Oslo on Monday. Tusk told him that the deal was close.", "meeting: told him"),
    ("en", "Macron met Tusk in Oslo on Monday. He told him to wait.", "meeting: told him"),
    ("en", "Macron met Meloni in Oslo on Monday. Macron told her that it was late.", "meeting: told her"),
    ("en", "Macron met Meloni in Oslo on Monday. Macron told her husband that it was late.", "-"),
    ("en", "Macron met Meloni in Oslo on Monday. Meloni told her that it was late.", "-"),
    ("en", "Macron met Tusk in Oslo on Monday. Merz told him that the deal was close.", "-"),
    ("en", "Macron met Tusk in Oslo on Monday. Merz stayed at home. Tusk told him that the deal was close.", "-"),
    ("en", "Macron met Tusk in Oslo on Monday. Tusk will tell him that the deal is close.", "-"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. Tusk gli ha detto che è tardi.", "meeting: gli ha detto"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. «È tardi», gli ha risposto Tusk.", "meeting: gli ha risposto"),
    ("it", "Macron ha visto Meloni a Oslo lunedì. Macron le ha chiesto tempo.", "meeting: le ha chiesto"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. Macron le ha chiesto tempo.", "-"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. Merz gli ha detto che è tardi.", "-"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. Tusk non gli ha detto nulla.", "-"),
    ("it", "Macron ha visto Tusk a Oslo lunedì. Tusk gli dirà di no.", "-"),
    # in which of two contacts: the nearest before, of those who speak
    (
        "en",
        "Macron met Modi in Oslo in March. The harvest was poor. Macron spoke by phone with Modi on Monday. Modi told Macron to wait.",
        "call: told Macron",
    ),
    (
        "en",
        "Macron spoke by phone with Modi on Monday. On Tuesday Macron met Tusk in Oslo. Modi told Macron to wait.",
        "call: told Macron",
    ),
    # in none: nobody has met, or others, or on another day, or it is ahead, only asked for, or not told
    ("en", "Modi told Macron that the deal was close.", "-"),
    ("en", "Macron spoke by phone with Modi on Monday. Macron told Tusk that the deal was close.", "-"),
    ("en", "Macron spoke by phone with Modi on Monday. Macron told reporters that the deal was close.", "-"),
    ("en", "Macron will speak by phone with Modi on Friday. Modi told Macron that the deal was close.", "-"),
    ("en", "Macron met Modi in Oslo on 5 May. Modi told Macron on Sunday that the deal was close.", "-"),
    ("en", "Macron spoke by phone with Modi on Monday. Modi will tell Macron that the deal is close.", "-"),
    ("en", "Macron spoke by phone with Modi on Monday. Modi never told Macron about grain.", "-"),
    (
        "en",
        "Macron spoke by phone with Modi on Monday. Ministers in Oslo said they discussed grain with both sides.",
        "-",
    ),
    ("en", "Macron spoke by phone with Modi on Monday. Farmers as they discussed grain were calm.", "-"),
    ("en", "Macron and his minister Barrot met Modi in Oslo on Monday. Macron and Barrot agreed on grain.", "-"),
    ("it", "Macron ha telefonato a Modi lunedì. Ha detto Macron a Tusk che l'accordo è vicino.", "-"),
    ("it", "Macron ha telefonato a Erdogan lunedì. Erdogan dirà a Macron che l'accordo è vicino.", "-"),
    ("it", "Macron ha telefonato a Modi lunedì. Le due delegazioni hanno discusso di grano.", "-"),
    ("it", "Macron ha telefonato a Erdogan lunedì. Erdogan non ha detto a Macron nulla del grano.", "-"),
)


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_what_was_said_in_a_contact(language: str, text: str, expected: str) -> None:
    said = [
        f"{event.kind}: {text[t.contact.mark_start : t.contact.mark_end]}"
        for event in resolved((DAY, language, text)).events
        for t in event.told
        if t.contact.rule == "contact-said"
    ]
    assert said == ([] if expected == "-" else [expected])
