"""Who takes part in a contact, and when, where its sentence says so in a roundabout way: rows by class of sentence.

A row is written as in `tests/contact_rows.py`; those of `EVENTS` begin with the article's day and end with the events,
as `tests/test_resolve.py` writes them, without the number of articles.
"""

from __future__ import annotations

from data.extract.contacts.contact import Contact
from tests.contact_rows import Classes, by_class, listed, read, told
from tests.test_resolve import resolved, written

CLASSES: Classes = {
    "a day that owns the contact, behind a verb of saying": (
        ("en", "Macron said Thursday's call with Modi and Tusk had yielded results.", "call held macron+modi+tusk [Thursday]"),
        ("en", "Macron said last week's meeting with Modi was useful.", "meeting held macron+modi [last week]"),
        ("en", "Macron said on Thursday the call with Modi had yielded results.", "call held macron+modi"),
        ("en", "Karoline Leavitt said Monday's visit to Paris was short.", "-"),
        ("en", "Macron said Thursday's vote was lost.", "-"),
    ),
    "two who were named before are no further party": (
        ("en", "Macron held a call on Wednesday with Modi, with both leaders hailing the deal.", "call held macron+modi [Wednesday]"),
        ("en", "Macron held a meeting in Oslo with Tusk, with the two presidents praising the deal.", "meeting held macron+tusk @oslo"),
        ("it", "I colloqui tra Macron e gli inviati Steve Witkoff e Jared Kushner si sono chiusi ieri.", "meeting held kushner+macron+witkoff [ieri]"),
        ("en", "Macron spoke to reporters, with both leaders of the party beside him.", "-"),
        ("en", "Both leaders hailed the deal with Modi.", "-"),
    ),
    "to be receiving somebody is no passive": (
        ("en", "Macron is hosting Turkish President Recep Tayyip Erdogan in Paris on Monday.", "meeting held erdogan+macron @paris [Monday]"),
        ("en", "Merz was welcoming Modi in Berlin.", "meeting held merz+modi @berlin"),
        ("en", "Macron is receiving treatment in Paris.", "-"),
        ("en", "Modi was hosted in Berlin for an hour.", "-"),
    ),
    "an adjective before a title and the name": (
        ("en", "Modi will fly on to Berlin to meet the new German Chancellor, Friedrich Merz.", "meeting planned merz+modi @berlin"),
        ("en", "Tusk met the outspoken chancellor Friedrich Merz in Oslo.", "meeting held merz+tusk @oslo"),
        ("en", "Modi met the new demands of Chancellor Friedrich Merz.", "-"),
        ("en", "Modi met the new conditions and Friedrich Merz agreed.", "-"),
    ),
    "whose envoy somebody is, with adjectives between": (
        ("en", "Macron's overseas envoy Paul Soler will travel to Berlin to meet Merz.", "meeting planned merz+soler @berlin"),
        ("en", "Modi held a meeting in Oslo with Macron's Middle East envoy Paul Soler.", "meeting held modi+soler @oslo"),
        ("en", "Macron's overseas envoy will travel to Berlin to meet Merz.", "-"),
        ("en", "Macron's close aides met Modi in Oslo on Monday.", "-"),
    ),
    "an aside between subjects and verb": (
        ("en", "Macron and Modi — who once knew Chirac — first met in May in Oslo.", "meeting held macron+modi @oslo [May]"),
        ("en", "Macron and Modi - who met a month ago in Oslo - are rivals.", "meeting held macron+modi @oslo [a month ago]"),
        ("en", "Tusk thanked Macron who, after hosting Modi in Paris on Monday, urged caution.", "meeting held macron+modi @paris [Monday]"),
        ("en", "The plan of Macron and Modi — as Chirac once said — met resistance.", "-"),
        ("en", "Tusk thanked Macron who, after a long day in Paris, urged caution.", "-"),
    ),
    "while somebody is met": (
        ("en", "“I asked him,” Macron said of Modi while meeting Chancellor Merz in Paris.", "meeting held macron+merz @paris"),
        ("en", "Macron raised the prospect of tariffs while welcoming Modi to the Elysee.", "meeting held macron+modi @elysee"),
        ("en", "Macron hopes to raise tariffs while meeting Modi in Paris.", "-"),
        ("en", "Macron said he will raise tariffs while meeting Modi in Paris.", "meeting planned macron+modi @paris"),
        ("en", "Macron would raise the prospect of tariffs while meeting Modi in Paris.", "-"),
    ),
    "those named of several": (
        ("en", "Macron met European leaders, including Merz and Tusk, in Oslo on Monday.", "meeting held macron+merz+tusk @oslo [Monday]"),
        ("en", "Macron will meet leaders from Norway and Japan, notably the latter's new prime minister, Sanae Takaichi.", "meeting planned macron+takaichi"),
        ("en", "Negotiations took place in Oslo on Monday between Modi and a French delegation that included Paul Soler.", "meeting held modi+soler @oslo [Monday]"),
        ("it", "Macron ha incontrato a Oslo alcuni leader europei, tra cui Merz e Tusk.", "meeting held macron+merz+tusk @oslo"),
        ("en", "Macron met reporters, including one from Modi's team, in Oslo.", "-"),
        ("en", "Macron met the demands of several leaders, including Modi.", "-"),
        ("it", "Macron ha citato alcuni leader europei, tra cui Merz e Tusk.", "-"),
    ),
    "between and involving, with words before them": (
        ("en", "They await news of the discussion that was held on Tuesday between Modi and Paul Soler.", "meeting? held modi+soler [Tuesday]"),
        ("en", "The meeting between Macron and Modi was unnecessary after a phone call between the two, putting it on hold.", "meeting cancelled macron+modi; call held macron+modi"),
        ("en", "Macron spoke of a meeting between himself and Modi in Oslo.", "meeting held macron+modi @oslo"),
        ("en", "The meeting in Oslo on Thursday involving Modi; two aides; and three representatives, including Paul Soler, was long.", "meeting held modi+soler @oslo [Thursday]"),
        ("en", "The discussion that divides Oslo is one between Modi and his voters.", "-"),
        ("en", "The talks in Oslo heard of a scandal involving Macron and Modi.", "-"),
        ("en", "He spoke of a meeting between himself and his voters.", "-"),
        ("en", "A choice between the two is on hold.", "-"),
    ),
    "told to somebody's face in a meeting": (
        ("en", "Macron accused Modi of “gambling with peace” in a tense meeting in Oslo in February.", "meeting held macron+modi @oslo [February]"),
        ("en", "Macron told Modi of the plan at a meeting in Oslo.", "meeting held macron+modi @oslo"),
        ("en", "Macron accused Modi of missing a meeting in Oslo.", "-"),
        ("en", "Macron accused Modi of lying, and then left for a meeting in Oslo.", "-"),
        ("en", "Macron accused rivals of lying in a meeting in Oslo.", "-"),
    ),
    "given or proposed to somebody in a contact": (
        ("en", "Macron proposed a truce to the French envoy's host, Narendra Modi, during a meeting in Oslo on Monday.", "meeting held macron+modi @oslo [Monday]"),
        ("en", "Macron handed a letter to Modi at their meeting in Oslo on Monday.", "meeting held macron+modi @oslo [Monday]"),
        ("en", "Macron relayed the message to Modi in their call yesterday.", "call held macron+modi [yesterday]"),
        ("it", "Macron ha proposto un accordo a Modi durante un incontro a Oslo lunedì.", "meeting held macron+modi @oslo [lunedì]"),
        ("it", "Macron ha riferito il messaggio a Modi nella loro telefonata di lunedì.", "call held macron+modi [lunedì]"),
        ("en", "Macron explained his letter to Modi in a meeting with senators on Monday.", "-"),
        ("en", "Macron gave support to Modi during a meeting of the Senate on Monday.", "-"),
        ("en", "Macron proposed a visit to Oslo by Modi during a phone call on Monday.", "-"),
        ("it", "Macron ha dato ragione a Modi durante un incontro con gli studenti lunedì.", "-"),
    ),
    "an infinitive with a subject of its own": (
        ("en", "Plans for Macron and Modi to meet in Oslo next week were announced.", "meeting planned macron+modi @oslo [next week]"),
        ("en", "Both sides agreed for Prime Minister Narendra Modi and Macron to meet on Friday.", "meeting planned macron+modi [Friday]"),
        ("en", "The chance for Macron and Modi to meet on Friday is small.", "-"),
        ("en", "It is vital for Macron and Modi to meet.", "-"),
        ("en", "It is too early for Macron and Modi to meet on Friday.", "-"),
    ),
    "the only other one of the sentence is he": (
        ("en", "Modi was last abroad in 2021, when Macron met him in Oslo.", "meeting held macron+modi @oslo [2021]"),
        ("en", "Modi was alone until Macron called him on 3 May.", "call held macron+modi [3 May]"),
        ("en", "Meloni was last abroad in 2021, when Macron met him in Oslo.", "-"),
        ("en", "Tusk and Modi were last abroad in 2021, when Macron met him in Oslo.", "-"),
    ),
    "went back to meet somebody": (
        ("en", "Modi returned to Oslo on Monday to meet Macron.", "meeting planned macron+modi @oslo [Monday]"),
        ("en", "Modi returned to Oslo on Monday for talks with Macron.", "meeting held macron+modi @oslo [Monday]"),
        ("en", "Modi returned the books to Oslo on Monday.", "-"),
        ("en", "The row of Macron and Modi came to a head in Oslo on Monday.", "-"),
    ),
    "who leads talks, or joins somebody": (
        ("en", "The plan was changed in Oslo after talks led by Ajit Doval, and Macron's close aides, Paul Soler and Jean Dupont.", "meeting held doval+dupont+soler @oslo"),
        ("en", "Macron and Merz will join Modi and Prime Minister Sir Keir Starmer at No 10 on Monday.", "meeting planned macron+merz+modi+starmer @downing-street [Monday]"),
        ("en", "Representatives of Macron — his envoy Paul Soler, as well as his brother Jean Dupont — held a meeting in Oslo with Modi.", "meeting held dupont+modi+soler @oslo"),
        ("it", "Il vertice tra Macron, Tusk nonché Merz si è tenuto a Oslo.", "meeting held macron+merz+tusk @oslo"),
        ("en", "Talks led by Macron will open in Oslo.", "-"),
        ("en", "Macron joined Barrot in Paris.", "-"),
        ("en", "Macron joined Merz and Tusk for talks on Monday.", "meeting held macron+merz+tusk [Monday]"),
        ("en", "Macron joined Merz for a photo.", "-"),
        ("en", "Macron, who was received by Erdogan in Oslo, was tired.", "meeting held erdogan+macron @oslo"),
        ("en", "Modi joined forces with Macron in Oslo.", "-"),
        ("en", "France will join Modi's alliance in Oslo.", "-"),
    ),
    "where the clause of a visit ends, and what is visited": (
        ("en", "After visiting Rome and Paris, Modi will fly on to Berlin to meet the new German Chancellor, Friedrich Merz.", "meeting planned merz+modi @berlin"),
        ("en", "Modi will visit Friedrich Merz in Berlin.", "meeting planned merz+modi @berlin"),
        ("en", "After visiting Rome, Modi thanked Friedrich Merz.", "-"),
        ("en", "Reeves visited a year ago, not long after the foreign secretary, David Lammy, had been.", "-"),
    ),
    "held by several, or only done by them": (
        ("en", "France and Turkey have held talks in Oslo.", "meeting held france+turkey @oslo"),
        ("en", "France and Turkey have had talks in Oslo.", "meeting held france+turkey @oslo"),
        ("en", "Macron and Modi have become fixtures in Oslo, shuttling between talks on grain.", "-"),
        ("en", "France and Turkey have praised talks in Oslo.", "-"),
    ),
    "not the first time": (
        ("en", "It won't be the first time Macron has met Modi.", "meeting held macron+modi"),
        ("it", "Non è la prima volta che Macron incontra Modi.", "meeting held macron+modi"),
        ("en", "Macron has not met Modi.", "-"),
        ("it", "Macron non ha ancora incontrato Modi.", "-"),
    ),
    "what is welcomed or judged is no person": (
        ("en", "NATO chief Mark Rutte welcomes Orban in Brussels", "meeting held orban+rutte @brussels"),
        ("en", "The chancellor, Friedrich Merz, welcomes Macron–Modi dialogue", "-"),
        ("en", "Kremlin calls Macron-Modi talks useful", "-"),
    ),
    "the place of what will be discussed is its own": (
        ("en", "“Modi and I will meet tomorrow in Paris, where we will discuss my conversation with Putin,” Macron wrote.", "meeting planned macron+modi @paris [tomorrow]"),
        ("en", "“Modi and I will meet tomorrow, where we will discuss my meeting with Putin in Oslo,” Macron wrote.", "meeting planned macron+modi [tomorrow]; meeting held macron+putin @oslo"),
    ),
    "our president's contact is not of whoever says so": (
        ("en", "“My conversation with Modi in Oslo was long,” said envoy Paul Soler.", "meeting held modi+soler @oslo"),
        ("en", "“Our president's telephone conversation with Modi ended,” said envoy Paul Soler.", "-"),
    ),
    "a thing that is welcomed": (
        ("en", "Modi welcomed comments made by Macron's envoy in Paris.", "-"),
        ("en", "Modi welcomed steps taken by Macron on Monday.", "-"),
        ("en", "Modi was warmly welcomed by Macron in Paris.", "meeting held macron+modi @paris"),
        ("en", "Modi received with full honours by Macron in Paris", "meeting held macron+modi @paris"),
    ),
    "the contact that somebody had": (
        ("en", "The call that Macron had with Modi on Monday was long.", "call held macron+modi [Monday]"),
        ("en", "They call that Macron's failure with Modi.", "-"),
        ("en", "Analysts call that a failure of Macron with Modi.", "-"),
    ),
    "talks about something": (
        ("en", "French and Turkish officials made progress on Sunday in talks about grain.", "meeting held france+turkey [Sunday]"),
        ("en", "The talks between France and Turkey, which began in Geneva last week, were long.", "meeting held france+turkey @geneva [last week]"),
        ("en", "Macron talks about Modi in Oslo.", "-"),
        ("en", "Officials from France and Turkey talk big on Sunday.", "-"),
    ),
}  # fmt: skip

EVENTS: Classes = {
    "a part of a day, without the day": (
        ("2026-05-15", "it", "Nel pomeriggio Meloni incontrerà Macron.", "2026-05-15 meeting planned macron+meloni"),
        ("2026-05-15", "it", "Martedì Macron era a Berlino. In serata ha cenato con Merz.", "2026-05-12 meeting held macron+merz"),
        ("2026-05-15", "en", "Macron was in Berlin on Tuesday. In the evening he met Merz.", "2026-05-12 meeting held macron+merz"),
        ("2026-05-15", "it", "Il voto è il 20 maggio. In serata Macron ha sentito Merz.", "2026-05-15 call held macron+merz"),
        ("2026-05-15", "it", "Martedì Macron era a Berlino. In serata Merz ha visto i sindacati.", "-"),
        ("2026-05-15", "it", "Nel pomeriggio Macron ha letto la lettera di Merz.", "-"),
    ),
    "before or after the one told, in its first words": (
        ("2026-05-15", "it", "Martedì Macron ha visto Merz a Berlino. Poco dopo il cancelliere ha sentito Meloni.", "2026-05-12 call held meloni+merz; 2026-05-12 meeting held macron+merz @berlin"),
        ("2026-05-15", "it", "Martedì Macron ha visto Merz a Berlino. Poco dopo, se Meloni avesse sentito Tusk, non si sa.", "2026-05-12 meeting held macron+merz @berlin"),
    ),
    "today, in the present": (
        ("2026-05-15", "it", "Oggi Meloni riceve Orban a Palazzo Chigi.", "2026-05-15 meeting planned meloni+orban @palazzo-chigi"),
        ("2026-05-15", "it", "Oggi Meloni ha ricevuto Orban a Palazzo Chigi.", "2026-05-15 meeting held meloni+orban @palazzo-chigi"),
    ),
    "flew there, and met": (
        ("2026-05-15", "it", "Oggi Modi è volato a Parigi, dove è stato accolto all'Eliseo da Macron.", "2026-05-15 meeting held macron+modi @elysee"),
        ("2026-05-15", "it", "Oggi Modi è volato a Parigi per incontrare Macron.", "2026-05-15 meeting planned macron+modi @paris"),
    ),
    "of several times, the last has a day": (
        ("2026-05-15", "en", "Macron and Modi have talked three times this year, most recently in March.", "2026-03-01/2026-03-31 call held macron+modi"),
        ("2026-05-15", "en", "Macron has met Modi 12 times, most recently in July 2024.", "2024-07-01/2024-07-31 meeting held macron+modi"),
        ("2026-05-15", "it", "Macron e Modi si sono incontrati tre volte quest'anno, l'ultima volta a marzo.", "2026-03-01/2026-03-31 meeting held macron+modi"),
        ("2026-05-15", "en", "Macron and Modi have talked three times this year.", "-"),
        ("2026-05-15", "en", "Macron has visited Oslo three times, most recently in March.", "-"),
    ),
    "the year when they met": (
        ("2026-05-15", "en", "It was the first meeting since 2000, when Jacques Chirac met Vladimir Putin.", "2000-01-01/2000-12-31 meeting held chirac+putin"),
        ("2026-05-15", "en", "Macron will meet Modi on Friday. They last met in person in 2019.", "2019-01-01/2019-12-31 meeting held macron+modi; 2026-05-15 meeting planned macron+modi"),
        ("2026-05-15", "en", "Macron will meet Modi on Friday. Protesters last met in Oslo in 2019.", "2026-05-15 meeting planned macron+modi"),
        ("2026-05-15", "en", "Macron and Putin have been rivals since 2000, when the war began.", "-"),
    ),
    "the leaders of the contact told last": (
        ("2026-05-15", "en", "Macron met Modi on Monday. Erdogan was away. They last met in Oslo in 2019.", "2026-05-11 meeting held macron+modi"),
        ("2026-05-15", "en", "Macron spoke by phone with Modi on Monday. The leaders met in Oslo in March.", "2026-03-01/2026-03-31 meeting held macron+modi @oslo; 2026-05-11 call held macron+modi"),
        ("2026-05-15", "en", "Macron and Modi spoke by phone on Monday. They met at the G20 Summit in Rome in November 2024.", "2024-11-01/2024-11-30 meeting held macron+modi @rome; 2026-05-11 call held macron+modi"),
        ("2026-05-15", "en", "Macron spoke by phone with Modi on Monday. Opposition leaders met in Oslo in March.", "2026-05-11 call held macron+modi"),
        ("2026-05-15", "en", "The leaders met in Oslo in March.", "-"),
    ),
    "one since which the same two have met": (
        ("2026-05-15", "en", "Modi has met Macron several times since a meeting in Oslo in February.", "2026-02-01/2026-02-28 meeting held macron+modi @oslo"),
        ("2026-05-15", "en", "Modi has praised Macron several times since a meeting in Oslo in February.", "-"),
        ("2026-05-15", "en", "Modi has met Macron several times since the vote in February.", "-"),
    ),
    "whom of several is told elsewhere": (
        ("2026-05-15", "en", "Macron, Merz and Tusk will hold talks in London on Monday. Macron will meet Nordic leaders in London on Monday.", "2026-05-18 meeting planned macron+merz+tusk @london"),
        ("2026-05-15", "en", "Macron will meet Nordic leaders in London on Monday.", "-"),
    ),
    "one more of the same two": (
        ("2026-05-15", "en", "This is the third meeting between Macron and Modi, following one in March in Oslo.", "2026-03-01/2026-03-31 meeting held macron+modi @oslo; undated meeting held macron+modi"),
        ("2026-05-15", "en", "This is the third meeting on prices, following one in March in Oslo.", "-"),
    ),
}  # fmt: skip

JOINING: Classes = {
    "who takes part is told beside the talks": (
        ("en", "Monday's talks in London will feature Starmer, Macron and Merz.", "macron+merz+starmer"),
        ("en", "The Turkish delegation will be led by Hakan Fidan, while the US will be represented by Steve Witkoff and Jared Kushner.", "fidan; kushner+witkoff"),
        ("it", "I colloqui di lunedì a Londra vedranno al tavolo Starmer, Macron e Merz.", "macron+merz+starmer"),
        ("it", "Ai colloqui di Ankara gli Stati Uniti saranno rappresentati da Steve Witkoff.", "witkoff"),
        ("en", "The film on the talks in London features Starmer, Macron and Merz.", "-"),
        ("en", "The exhibition will feature Starmer, Macron and Merz.", "-"),
        ("en", "The workers will be represented by Steve Witkoff.", "-"),
        ("it", "Gli operai saranno rappresentati da Steve Witkoff.", "-"),
    ),
}  # fmt: skip


@by_class("language text expected", CLASSES)
def test_class_of_sentence(language: str, text: str, expected: str) -> None:
    assert sorted(told(language, text)) == listed(expected)


@by_class("day language text expected", EVENTS)
def test_class_of_events(day: str, language: str, text: str, expected: str) -> None:
    events = resolved((day, language, text)).events
    assert sorted(written(event).rsplit(" x", 1)[0] for event in events) == listed(expected)


def _joining(contact: Contact) -> bool:
    return contact.rule in ("contact-attended", "contact-delegation")


@by_class("language text expected", JOINING)
def test_who_joins(language: str, text: str, expected: str) -> None:
    found = {"+".join(sorted(p.rsplit("-", 1)[-1] for p in c.principals)) for c in read(language, text) if _joining(c)}
    assert sorted(found) == listed(expected)
