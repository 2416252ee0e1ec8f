"""Contacts: rows of text → those told in it. Well over a third of the rows tell none.

A contact is written as in `tests/contact_rows.py`.
"""

from __future__ import annotations

import datetime as dt
import itertools
import time
from collections.abc import Callable

import pytest

from data.document import build_document
from data.extract.actors import find_actors
from data.extract.dates import find_dates
from data.extract.events import find_contacts
from data.extract.places import find_places
from data.lexicon import load_lexicon
from tests.contact_rows import read, told
from tools.reading_rules import declared_rules

ENGLISH = [
    # those named in the sentence come before a group told earlier
    (
        "Macron and Tusk spoke by phone. The two leaders smiled when Macron praised Merz, unlike at their meeting in May.",
        "call held macron+tusk; meeting held macron+merz [May]",
    ),
    # whose relative somebody is makes no party either
    (
        "Steve Witkoff and the American leader's son-in-law Jared Kushner met Rustem Umerov in Geneva.",
        "meeting held kushner+umerov+witkoff @geneva",
    ),
    # long titles of office before a name
    (
        "Rubio met the Secretary of the National Security and Defense Council Rustem Umerov in Rome.",
        "meeting held rubio+umerov @rome",
    ),
    (
        "Rubio met Ukraine's Secretary of the National Security and Defense Council Rustem Umerov in Rome.",
        "meeting held rubio+umerov @rome",
    ),
    ("Umerov spent two days in Miami with Witkoff.", "meeting held umerov+witkoff @miami"),
    # of a party told before, whoever resides at the place
    (
        "The call between Trump and Macron comes a day before a meeting with Merz in Washington.",
        "call held macron+trump; meeting planned merz+trump @washington [a day before]",
    ),
    (
        "The call between Rubio and Macron comes a day before a meeting with Merz in Washington.",
        "call held macron+rubio",
    ),
    # "their" of the two whom the sentence names
    (
        "Macron greeted Merz warmly, a shift from their meeting in February.",
        "meeting held macron+merz [February]",
    ),
    ("Zelensky thanked Macron and spoke of their meeting in Paris.", "meeting held macron+zelensky @paris"),
    # a body of several states
    (
        "The first meeting of the France-Germany-Poland working group was held in Rome on Monday.",
        "meeting held france+germany+poland @rome [Monday]",
    ),
    (
        "Marco Rubio will go to Geneva on February 26 to meet with Rustem Umerov.",
        "meeting planned rubio+umerov @geneva [February 26]",
    ),
    # the whole party of one contact is not that of another one behind it
    ("The Macron-Merz phone call came hours before a meeting with Keir Starmer in London.", "call held macron+merz"),
    (
        "Trump and Putin spoke by phone on Monday, ahead of Friday's meeting with Zelensky.",
        "call held putin+trump [Monday]",
    ),
    ("Rubio and Lavrov held a call days before a summit with Wang Yi in Rome.", "call held lavrov+rubio"),
    ("Trump and Putin met with Zelensky in Rome.", "meeting held putin+trump+zelensky @rome"),
    # whoever only tells of a meeting takes no part in it
    ("Zelensky had a meeting with Macron in Paris, Andriy Yermak said.", "meeting held macron+zelensky @paris"),
    ('"We had a good meeting with Marco Rubio," Sergey Lavrov said in Rome.', "meeting held lavrov+rubio @rome"),
    ("After a long meeting with Marco Rubio, Sergey Lavrov said little.", "meeting held lavrov+rubio"),
    # without an article, as headlines have it
    ("Macron, Merz agree on budget during talks in Berlin", "meeting held macron+merz @berlin"),
    (
        "Putin, Witkoff discussed prospects of direct talks during meeting in Moscow",
        "meeting held putin+witkoff @moscow",
    ),
    # whose envoy somebody is does not make a party
    (
        "A meeting between Prime Minister Keir Starmer and US President Donald Trump's special envoy Steve Witkoff in Rome.",
        "meeting held starmer+witkoff @rome",
    ),
    ("Macron met Putin's aide Yuri Ushakov in Paris.", "meeting held macron+ushakov @paris"),
    (
        "Zelensky spoke by phone with Donald Trump's envoy Keith Kellogg on Monday.",
        "call held kellogg+zelensky [Monday]",
    ),
    ("Emmanuel Macron's meeting with Keir Starmer took place in Paris.", "meeting held macron+starmer @paris"),
    (
        "Concluding their meeting in Istanbul on Friday, Merz and Macron agreed.",
        "meeting held macron+merz @istanbul [Friday]",
    ),
    ("“My meeting with Zelensky in Rome was good,” Trump said.", "meeting held trump+zelensky @rome"),
    ("Merz convened in Berlin with Starmer, Macron and Tusk.", "meeting held macron+merz+starmer+tusk @berlin"),
    ("On May 9, when he met Macron in Paris, Merz was tired.", "meeting held macron+merz @paris [May 9]"),
    (
        "Trump and Zelensky spoke of the meeting. Zelensky's focus on his meeting with Merz was clear.",
        "meeting held merz+zelensky",
    ),
    ("Merz thanked Macron by phone on Monday.", "call held macron+merz [Monday]"),
    # titles across prepositions, states that only say whose office it is, lists
    ("Marco Rubio, US secretary of state, and Macron met on Monday.", "meeting held macron+rubio [Monday]"),
    (
        "Sergey Lavrov and US Secretary of State Marco Rubio spoke by phone on Monday.",
        "call held lavrov+rubio [Monday]",
    ),
    (
        "Zelensky met US President Trump in Rome on Friday (May 9).",
        "meeting held trump+zelensky @rome [Friday (May 9)]",
    ),
    ("A phone call was held between foreign minister S. Lavrov and M. Rubio.", "call held lavrov+rubio"),
    ("Rubio, Lavrov hold phone call", "call held lavrov+rubio"),
    ("Merz said that he and Macron had spoken with Witkoff by phone.", "call held macron+merz+witkoff"),
    # subjects: not whom a verb acts on, not who stands in an aside, not who owns something
    (
        "On Tuesday, Steve Witkoff, once an adviser to Trump, held talks with Putin.",
        "meeting held putin+witkoff [Tuesday]",
    ),
    ("Rubio repeated Trump's promise in a phone call with Lavrov.", "call held lavrov+rubio"),
    ("Rubio and Lavrov called off a meeting in Rome.", "meeting cancelled lavrov+rubio @rome"),
    ("Merz and Macron agreed on it after speaking by phone on Monday.", "call held macron+merz [Monday]"),
    ("Trump and Zelensky were polite at their last meeting in Rome.", "meeting held trump+zelensky @rome"),
    ("Lavrov and Rubio on Monday held what Moscow described as “frank” talks.", "meeting held lavrov+rubio [Monday]"),
    ("Zelensky made his first visit to Pope Leo on Monday.", "meeting held leo+zelensky [Monday]"),
    ("Orban met with the American delegation in Budapest.", "meeting held orban+states @budapest"),
    # days
    ("Next steps follow the May 9 call between Trump and Putin.", "call held putin+trump [May 9]"),
    (
        "It was their third call, and the first between Trump and Xi since Xi came to Washington in May.",
        "call held jinping+trump",
    ),
    (
        "Monday's vote followed direct talks between Russia and Ukraine in Istanbul on Friday.",
        "meeting held russia+ukraine @istanbul [Friday]",
    ),
    (
        "Trump said on Monday as he hosted Starmer at the White House that he was pleased.",
        "meeting held starmer+trump @white-house [Monday]",
    ),
    # places, plans
    (
        "Trump announced plans for a summit with Xi in China's capital, Beijing.",
        "meeting planned jinping+trump @beijing",
    ),
    ("Macron flew to Berlin on Monday to meet Merz.", "meeting planned macron+merz @berlin [Monday]"),
    (
        "Plans for Orban to host Trump and Putin at a summit in Budapest are on ice.",
        "meeting cancelled orban+putin+trump @budapest",
    ),
    ("The preparations for the meeting between Trump and Xi are underway.", "meeting planned jinping+trump"),
    # senses of "call", talks that were held, leaders who spoke
    ("Trump and Putin held a call on Monday.", "call held putin+trump [Monday]"),
    ("Modi and Macron had a call on the 3rd of May.", "call held macron+modi [3rd of May]"),
    (
        "The summit in Vienna between Trump and Putin was called off on Tuesday.",
        "meeting cancelled putin+trump @vienna",
    ),
    ("Finance minister Lars Klingbeil held talks with Scott Bessent.", "meeting held bessent+klingbeil"),
    ("Macron has spoken to Indian prime minister Narendra Modi after the vote.", "call held macron+modi"),
    # calls, past
    (
        "US President Donald Trump spoke by phone with Russian President Vladimir Putin on Monday.",
        "call held putin+trump [Monday]",
    ),
    ("Trump and Putin spoke by telephone for an hour on Thursday evening.", "call held putin+trump [Thursday evening]"),
    ("Trump held a phone call with Zelensky on Tuesday, the White House said.", "call held trump+zelensky [Tuesday]"),
    (
        "Emmanuel Macron had a telephone conversation with Vladimir Putin on 1 July 2025.",
        "call held macron+putin [1 July 2025]",
    ),
    ("A phone call between Trump and Putin took place on 14 March 2026.", "call held putin+trump [14 March 2026]"),
    (
        "The call between the US and Russian presidents, Donald Trump and Vladimir Putin, took place on Friday.",
        "call held putin+trump [Friday]",
    ),
    ("Trump phoned Putin on Sunday.", "call held putin+trump [Sunday]"),
    ("Trump called Zelensky on Saturday to brief him on the talks.", "call held trump+zelensky [Saturday]"),
    ("On Wednesday Rubio telephoned Lavrov.", "call held lavrov+rubio [Wednesday]"),
    ("Zelensky rang Starmer late on Monday.", "call held starmer+zelensky [Monday]"),
    ("Putin, who spoke to Trump by phone on Monday, repeated his demands.", "call held putin+trump [Monday]"),
    ("In a call with Putin on Thursday, Trump raised the issue of prisoners.", "call held putin+trump [Thursday]"),
    (
        "During a phone call with Zelensky on Friday, Trump promised more air defences.",
        "call held trump+zelensky [Friday]",
    ),
    ("Following his call with Putin, Trump told reporters that progress had been made.", "call held putin+trump"),
    ("Trump’s call with Putin lasted two hours.", "call held putin+trump"),
    ("The Trump-Putin call lasted two hours.", "call held putin+trump"),
    ("Rubio and Lavrov discussed the summit in a phone call on Tuesday.", "call held lavrov+rubio [Tuesday]"),
    ("Rubio spoke on the phone with his Russian counterpart Sergei Lavrov.", "call held lavrov+rubio"),
    (
        "Trump spoke separately by phone with Zelensky and Putin on Saturday.",
        "call held trump+zelensky [Saturday]; call held putin+trump [Saturday]",
    ),
    (
        "Trump held separate phone calls with Zelensky and Putin on Saturday.",
        "call held trump+zelensky [Saturday]; call held putin+trump [Saturday]",
    ),
    ("The two presidents, Trump and Putin, talked by phone on Monday.", "call held putin+trump [Monday]"),
    ("Modi and Putin spoke over the phone on Friday, New Delhi said.", "call held modi+putin [Friday]"),
    ("Zelensky said he had a very productive call with Trump.", "call held trump+zelensky"),
    ("I had a long phone call with President Putin, Trump wrote.", "call held putin+trump"),
    ("“I had a very good telephone call with President Zelensky”, Trump said.", "call held trump+zelensky"),
    ("Macron and Starmer joined a video call with Zelensky on Sunday.", "call held macron+starmer+zelensky [Sunday]"),
    ("Putin and Xi Jinping held a video call on Wednesday.", "call held jinping+putin [Wednesday]"),
    ("Trump got on the phone with Putin on Monday morning.", "call held putin+trump [Monday morning]"),
    ("Putin placed a call to Trump on Sunday.", "call held putin+trump [Sunday]"),
    ("Trump received a phone call from Putin on Sunday.", "call held putin+trump [Sunday]"),
    ("Trump took a call from Zelensky aboard Air Force One on Monday.", "call held trump+zelensky [Monday]"),
    ("CAPTION: Donald Trump speaks on the phone with Vladimir Putin in the Oval Office.", "call held putin+trump"),
    # calls, ahead
    ("Trump will speak by phone with Putin on Monday.", "call planned putin+trump [Monday]"),
    ("Trump is due to speak to Putin by phone on Tuesday.", "call planned putin+trump [Tuesday]"),
    ("A call between Trump and Zelensky is scheduled for Thursday.", "call planned trump+zelensky [Thursday]"),
    ("Trump is expected to hold a call with Putin on 3 May.", "call planned putin+trump [3 May]"),
    ("Putin and Trump are to speak by phone tomorrow.", "call planned putin+trump [tomorrow]"),
    # calls, other states
    ("Trump is speaking with Putin by phone now, the White House said.", "call ongoing putin+trump"),
    ("The call between Trump and Putin planned for Monday was cancelled.", "call cancelled putin+trump [Monday]"),
    ("Trump called off a phone call with Putin.", "call cancelled putin+trump"),
    # meetings, past
    ("Trump met Putin in Anchorage on 15 August 2025.", "meeting held putin+trump @anchorage [15 August 2025]"),
    ("Trump met with Zelensky at the White House on Friday.", "meeting held trump+zelensky @white-house [Friday]"),
    ("US envoy Steve Witkoff met Putin in Moscow on Wednesday.", "meeting held putin+witkoff @moscow [Wednesday]"),
    (
        "Steve Witkoff travelled to Moscow on Wednesday to meet Putin.",
        "meeting planned putin+witkoff @moscow [Wednesday]",
    ),
    (
        "Putin received Witkoff and Jared Kushner at the Kremlin on Tuesday.",
        "meeting held kushner+putin+witkoff @kremlin [Tuesday]",
    ),
    ("Witkoff was received by Putin on Friday.", "meeting held putin+witkoff [Friday]"),
    ("Trump hosted Zelensky at Mar-a-Lago on Sunday.", "meeting held trump+zelensky @mar-a-lago [Sunday]"),
    ("Zelensky visited the White House on 17 October.", "meeting held trump+zelensky @white-house [17 October]"),
    (
        "A meeting between Rubio and Lavrov was held in Riyadh on 18 February.",
        "meeting held lavrov+rubio @riyadh [18 February]",
    ),
    ("Rubio sat down with Lavrov in Kuala Lumpur on Thursday.", "meeting held lavrov+rubio @kuala-lumpur [Thursday]"),
    (
        "Rubio and Lavrov met on the sidelines of a conference in Kuala Lumpur.",
        "meeting held lavrov+rubio @kuala-lumpur",
    ),
    (
        "Kirill Dmitriev held talks with Witkoff in Miami on Saturday.",
        "meeting held dmitriev+witkoff @miami [Saturday]",
    ),
    ("Zelensky held talks with Macron in Paris on Monday.", "meeting held macron+zelensky @paris [Monday]"),
    (
        "At a summit with Putin in Alaska in August, Trump failed to win a ceasefire.",
        "meeting held putin+trump @alaska [August]",
    ),
    ("After his meeting with Putin in Alaska, Trump dropped the demand.", "meeting held putin+trump @alaska"),
    ("The Alaska summit between Trump and Putin ended without a deal.", "meeting held putin+trump @alaska"),
    ("The Trump-Putin summit in Anchorage ended without a deal.", "meeting held putin+trump @anchorage"),
    ("Orban, who met Putin in Moscow last week, defended his trip.", "meeting held orban+putin @moscow [last week]"),
    (
        "Lavrov and Rubio held a bilateral meeting in New York on 24 September.",
        "meeting held lavrov+rubio @new-york [24 September]",
    ),
    ("Putin welcomed Modi to the Kremlin on Thursday.", "meeting held modi+putin @kremlin [Thursday]"),
    (
        "Trump and Zelensky had a face-to-face meeting at the Vatican in April.",
        "meeting held trump+zelensky @vatican [April]",
    ),
    (
        "Umerov met with Witkoff and Kushner in Florida on Sunday.",
        "meeting held kushner+umerov+witkoff @florida [Sunday]",
    ),
    (
        "Trump, Zelensky and Macron met in Paris on 7 December 2024.",
        "meeting held macron+trump+zelensky @paris [7 December 2024]",
    ),
    (
        "Zelensky, whom Trump met in Rome in April, asked for more missiles.",
        "meeting held trump+zelensky @rome [April]",
    ),
    ("Putin, with whom Trump met in Anchorage, has not budged.", "meeting held putin+trump @anchorage"),
    ("Merz and Zelensky met in Berlin on Monday.", "meeting held merz+zelensky @berlin [Monday]"),
    ("Zelensky arrived in Berlin on Monday for talks with Merz.", "meeting held merz+zelensky @berlin [Monday]"),
    (
        "Delegations from Russia and Ukraine met in Istanbul on 2 June.",
        "meeting held russia+ukraine @istanbul [2 June]",
    ),
    ("Russia and Ukraine held direct talks in Istanbul on Friday.", "meeting held russia+ukraine @istanbul [Friday]"),
    (
        "Trilateral talks between the United States, Russia and Ukraine were held in Abu Dhabi on Friday.",
        "meeting held russia+states+ukraine @abu-dhabi [Friday]",
    ),
    ("US and Russian officials met in Riyadh on 18 February.", "meeting held russia+states @riyadh [18 February]"),
    ("Trump dined with Orban at Mar-a-Lago on Thursday.", "meeting held orban+trump @mar-a-lago [Thursday]"),
    (
        "CAPTION: Vladimir Putin shakes hands with Steve Witkoff during a meeting in Moscow.",
        "meeting held putin+witkoff @moscow",
    ),
    ("Kellogg met Zelensky in Kyiv on Monday.", "meeting held kellogg+zelensky @kyiv [Monday]"),
    (
        "Trump, meeting Starmer in London on Thursday, criticised Putin.",
        "meeting held starmer+trump @london [Thursday]",
    ),
    # meetings, ahead
    ("Trump will meet Putin in Budapest within two weeks.", "meeting planned putin+trump @budapest [within two weeks]"),
    (
        "Trump is set to meet Zelensky at the White House on Friday.",
        "meeting planned trump+zelensky @white-house [Friday]",
    ),
    ("Zelensky will sit down with Trump in Florida on Sunday.", "meeting planned trump+zelensky @florida [Sunday]"),
    ("Trump and Putin agreed to meet in Budapest.", "meeting planned putin+trump @budapest"),
    (
        "Witkoff is to travel to Moscow on Thursday for a meeting with Putin.",
        "meeting planned putin+witkoff @moscow [Thursday]",
    ),
    (
        "The planned summit between Trump and Putin in Budapest is being prepared.",
        "meeting planned putin+trump @budapest",
    ),
    ("Trump to meet Putin in Budapest", "meeting planned putin+trump @budapest"),
    ("Trump plans to travel to Beijing in April to meet Xi Jinping.", "meeting planned jinping+trump @beijing [April]"),
    (
        "Zelensky is due in London on Monday for talks with Starmer.",
        "meeting planned starmer+zelensky @london [Monday]",
    ),
    (
        "Ahead of her meeting with Trump on Thursday, Meloni spoke to lawmakers.",
        "meeting planned meloni+trump [Thursday]",
    ),
    ("Rubio was due to meet Lavrov in Geneva on Friday.", "meeting held lavrov+rubio @geneva [Friday]"),
    # meetings, called off or put off
    ("The Budapest summit between Trump and Putin was cancelled.", "meeting cancelled putin+trump @budapest"),
    ("Trump scrapped a planned meeting with Putin in Budapest.", "meeting cancelled putin+trump @budapest"),
    ("A meeting between Rubio and Lavrov in Rome has been postponed.", "meeting planned lavrov+rubio @rome"),
    # several
    (
        "Trump met Zelensky on Friday, a day after a phone call with Putin.",
        "meeting held trump+zelensky [Friday]; call held putin+trump [a day after]",
    ),
    (
        "Trump met Zelensky on Monday and spoke by phone with Putin on Tuesday.",
        "meeting held trump+zelensky [Monday]; call held putin+trump [Tuesday]",
    ),
    # of all kinds
    (
        "MOSCOW, February 3. /TASS/. Russian President Vladimir Putin and Indian Prime Minister Narendra Modi have held a telephone conversation, the Kremlin press service said.",
        "call held modi+putin",
    ),
    (
        "16:42 Trump and Zelensky have begun their meeting in the Oval Office.",
        "meeting ongoing trump+zelensky @white-house",
    ),
    (
        "Putin’s envoy Kirill Dmitriev met Witkoff in Paris on 7 January.",
        "meeting held dmitriev+witkoff @paris [7 January]",
    ),
    (
        "Trump’s special envoy Steve Witkoff and his son-in-law Jared Kushner met Putin in Moscow on Thursday night.",
        "meeting held kushner+putin+witkoff @moscow [Thursday night]",
    ),
    (
        "Zelensky’s chief of staff Andriy Yermak spoke by phone with Rubio on Wednesday.",
        "call held rubio+yermak [Wednesday]",
    ),
    ("The two-hour call between Trump and Putin on Monday yielded little.", "call held putin+trump [Monday]"),
    ("Speaking after a call with Zelensky, Merz said Germany would send more missiles.", "call held merz+zelensky"),
    ("Merz, who spoke to Trump by phone on Sunday, warned of a bad deal.", "call held merz+trump [Sunday]"),
    (
        "Peskov said that Putin would receive Witkoff in the Kremlin on Tuesday.",
        "meeting planned putin+witkoff @kremlin [Tuesday]",
    ),
    (
        "Zelensky is expected at the White House on Friday for talks with Trump.",
        "meeting planned trump+zelensky @white-house [Friday]",
    ),
    (
        "Starmer hosted Macron, Merz and Zelensky at Downing Street on Monday.",
        "meeting held macron+merz+starmer+zelensky @downing-street [Monday]",
    ),
    (
        "Ushakov and Witkoff talked by phone on 14 October, a leaked transcript shows.",
        "call held ushakov+witkoff [14 October]",
    ),
    ("Witkoff’s call with Ushakov on 14 October was leaked.", "call held ushakov+witkoff [14 October]"),
    ("Rubio discussed the plan with Lavrov by phone on Monday.", "call held lavrov+rubio [Monday]"),
    ("Lukashenko flew to Moscow on Friday and met Putin.", "meeting held lukashenko+putin @moscow [Friday]"),
    (
        "Putin held talks in the Kremlin with Syrian President Ahmed al-Sharaa on 15 October.",
        "meeting held putin+sharaa @kremlin [15 October]",
    ),
    (
        "After Trump’s meeting with Putin in Alaska on 15 August 2025, sanctions were put off.",
        "meeting held putin+trump @alaska [15 August 2025]",
    ),
    ("“I just had a very good call with President Putin,” Trump wrote on Truth Social.", "call held putin+trump"),
    (
        "Fidan said he met separately with Lavrov and Sybiha in Ankara on Friday.",
        "meeting held fidan+lavrov @ankara [Friday]; meeting held fidan+sybiha @ankara [Friday]",
    ),
    ("Pope Leo received Zelensky at the Vatican on 9 July.", "meeting held leo+zelensky @vatican [9 July]"),
    ("Kellogg and Zelensky met behind closed doors in Kyiv.", "meeting held kellogg+zelensky @kyiv"),
    (
        "A planned call between Rubio and Lavrov did take place on Monday, Peskov said.",
        "call held lavrov+rubio [Monday]",
    ),
    ("Trump heads to Beijing in April for a summit with Xi Jinping.", "meeting planned jinping+trump @beijing [April]"),
    ("Von der Leyen and Trump met at his golf club in Scotland on 27 July.", "meeting held leyen+trump [27 July]"),
    # of all kinds
    (
        "Trump and Putin held their eighth phone call of the year on 16 October 2025.",
        "call held putin+trump [16 October 2025]",
    ),
    ("Zelensky and Trump spoke for 40 minutes by phone on Saturday.", "call held trump+zelensky [Saturday]"),
    ("Zelenskyy, fresh from talks with Macron in Paris, said Europe must act.", "meeting held macron+zelensky @paris"),
    (
        "Trump’s Friday meeting with Zelensky at the White House was tense.",
        "meeting held trump+zelensky @white-house [Friday]",
    ),
    (
        "The presidents of Russia and China, Vladimir Putin and Xi Jinping, met in Beijing on 2 September.",
        "meeting held jinping+putin @beijing [2 September]",
    ),
    ("Lavrov told Rubio in a phone call on Tuesday that Moscow would not budge.", "call held lavrov+rubio [Tuesday]"),
    ("Modi called Putin on Friday to congratulate him on his birthday.", "call held modi+putin [Friday]"),
    ("Netanyahu and Putin talked on the phone about Syria on Monday.", "call held netanyahu+putin [Monday]"),
    ("Rubio will hold talks with Lavrov in Riyadh on Tuesday.", "meeting planned lavrov+rubio @riyadh [Tuesday]"),
    ("A meeting between Zelensky and Vance is under way in Munich.", "meeting ongoing vance+zelensky @munich"),
    ("Trump abruptly cancelled his planned Budapest summit with Putin.", "meeting cancelled putin+trump @budapest"),
    ("Putin and Trump discussed Ukraine by phone on Thursday.", "call held putin+trump [Thursday]"),
    (
        "Trump’s hour-long phone conversation with Zelensky on Tuesday followed weeks of silence.",
        "call held trump+zelensky [Tuesday]",
    ),
    (
        "US Treasury Secretary Scott Bessent met Kirill Dmitriev in Miami on 31 January.",
        "meeting held bessent+dmitriev @miami [31 January]",
    ),
    (
        "Hegseth spoke with Belousov by phone in the first contact between the two ministers.",
        "call held belousov+hegseth",
    ),
    (
        "At the Kremlin, Putin met with Slovak Prime Minister Robert Fico on 22 December 2024.",
        "meeting held fico+putin @kremlin [22 December 2024]",
    ),
    ("Leavitt confirmed that Trump had spoken by phone to Putin on Monday.", "call held putin+trump [Monday]"),
    ("Putin–Trump call: Kremlin publishes details", "call held putin+trump"),
    (
        "Erdogan and Zelensky discussed the truce at a meeting in Ankara on 19 November.",
        "meeting held erdogan+zelensky @ankara [19 November]",
    ),
    # of all kinds
    ("Putin told Trump in a phone call on Monday that Russia would fight on.", "call held putin+trump [Monday]"),
    (
        "French President Emmanuel Macron and Ukrainian President Volodymyr Zelensky met at the Elysee Palace on Thursday.",
        "meeting held macron+zelensky @elysee [Thursday]",
    ),
    (
        "Rutte, who met Trump in Washington on 22 October, praised the plan.",
        "meeting held rutte+trump @washington [22 October]",
    ),
    ("Witkoff and Dmitriev are holding talks in Miami.", "meeting ongoing dmitriev+witkoff @miami"),
    ("The White House confirmed a call between Trump and Zelensky on Sunday.", "call held trump+zelensky [Sunday]"),
    ("Xi Jinping hosted Putin in Beijing on 2 September.", "meeting held jinping+putin @beijing [2 September]"),
    ("Carney and Trump met at the White House on Tuesday.", "meeting held carney+trump @white-house [Tuesday]"),
    ("Orban’s visit to Moscow, where he met Putin, angered Brussels.", "meeting held orban+putin @moscow"),
    ("Sybiha said he had spoken by phone with Rubio on Friday.", "call held rubio+sybiha [Friday]"),
    ("Zelensky and Erdogan will meet in Ankara on Wednesday.", "meeting planned erdogan+zelensky @ankara [Wednesday]"),
]

ENGLISH_NONE = [
    "Macron met the conditions that the Secretary of the Council Rustem Umerov had set.",
    "Macron spent three days in Rome with his family.",
    "Trump and Putin, call it what you like",
    "Ushakov was among those who attended the meeting along with presidential aide Kirill Dmitriev.",
    "Macron and Merz weighed the prospect of direct Russia-Ukraine talks in Istanbul.",
    "Rubio said Macron would be there at their meeting in Paris on Friday.",
    "The working group of France and Germany wrote a paper.",
    "Stability went to Paris, and Macron thanked Merz.",
    # told by somebody who was not there
    "“The day's first item was a bilateral meeting with President Xi Jinping,” Marco Rubio said in Tianjin.",
    "There was a long meeting with Marco Rubio, Sergey Lavrov said.",
    "The day began with a meeting with Marco Rubio, Yuri Ushakov told reporters in Moscow.",
    "The Moscow-Kyiv conversation goes on in Geneva.",
    "Vladimir Putin's chief adviser met Macron in Paris.",
    "“They will meet Putin next week in Moscow,” Trump said.",
    "Macron held a virtual meeting with allies on Sunday.",
    "It was not clear if Rubio attended the talks with Lavrov.",
    "The agreements made between Putin and Trump hold, the officials said in a discussion.",
    "Washington has not made any proposals to hold a call between Trump and Putin.",
    "Trump voiced a desire for a summit with Putin.",
    "The dialogue between Moscow and Kyiv was the subject of a conversation.",
    "The NATO summit pleased Rubio and Macron.",
    "At the foreign ministers' meeting Rubio and Lavrov sat far apart.",
    "At a lunch meeting attended by Rubio, Vance, and Hegseth, nothing was said.",
    "Negotiations with Witkoff and Kushner are ahead.",
    "Any meeting between Putin and Zelensky is far off.",
    "Macron met the French delegation.",
    "Peskov said that bilateral relations between Putin and Trump are fine.",
    "A prisoner exchange between Russia and Ukraine took place in Istanbul on Friday.",
    "Trump's call on Putin to stop was heard.",
    "Rubio has spoken to Vance of his plans.",
    "Talks with Putin are what Trump likes.",
    # negated
    "Trump and Putin have not spoken by phone since January.",
    "No call between Trump and Putin is planned.",
    "Putin refused to meet Zelensky in Istanbul.",
    "There are no plans for a meeting between Putin and Zelensky.",
    "Trump has no plans to meet Putin in the immediate future.",
    "Trump did not meet Putin in Budapest on Friday.",
    "The Kremlin denied that Putin had spoken to Trump by phone on Sunday.",
    "Peskov said a phone call between Putin and Trump was not on the agenda.",
    "Neither Trump nor Putin will attend the talks in Istanbul.",
    "Putin has never met Zelensky in Kyiv.",
    "Zelensky did not speak with Trump by phone on Monday.",
    "Trump won’t meet Putin in Budapest, the White House said.",
    "A meeting between Trump and Putin is not planned.",
    "The two men, Trump and Zelensky, have yet to meet.",
    "Trump ruled out a call with Putin.",
    # possible or wished
    "Trump could meet Putin in Riyadh next month.",
    "Trump may speak with Putin by phone this week.",
    "If Trump meets Putin in Budapest, markets will rise.",
    "Zelensky wants to meet Trump in Washington.",
    "Zelensky said he was ready to meet Putin.",
    "Putin is open to a meeting with Zelensky, Peskov said.",
    "Zelensky called for a meeting with Putin.",
    "Trump said he would like to meet Putin.",
    "Trump urged Putin to meet Zelensky.",
    "Erdogan offered to host a meeting between Putin and Zelensky in Istanbul.",
    "Zelensky has demanded a meeting with Putin for months.",
    "A possible meeting between Trump and Putin was discussed by diplomats.",
    "The prospect of a call between Trump and Putin lifted shares.",
    "Merz proposed a meeting between Putin and Zelensky.",
    "It is unclear whether Trump will meet Putin in Budapest.",
    "Trump should speak to Putin by phone, Graham said.",
    "Zelensky hopes to meet Trump soon.",
    "Putin invited Zelensky to Moscow, but Zelensky declined.",
    "A Putin-Zelensky meeting remains unlikely.",
    "Graham said Trump might call Putin.",
    # the words mean something else
    "Russia called the attack on Kyiv a response, and Trump said Putin was angry.",
    "Trump called Putin crazy after the attack on Kyiv on Sunday.",
    "Trump called Putin’s demands unacceptable on Monday.",
    "Trump called on Putin to stop the war.",
    "Zelensky called for Trump to impose sanctions on Russia.",
    "Trump called it a disgrace that Putin had attacked Kyiv.",
    "Trump called Zelensky a dictator without elections.",
    "Peskov called Trump’s words on Putin emotional.",
    "Trump’s call for peace was ignored by Putin.",
    "Zelensky’s call to Europe to rearm did not move Orban.",
    "Putin’s proposal meets the requirements set by Trump.",
    "The plan does not meet the conditions that Putin and Trump set.",
    "Trump talks tough on Putin.",
    "Trump talked about Putin with reporters on Monday.",
    "Trump spoke about Putin on Fox News on Friday.",
    "Putin’s speech drew criticism from Trump.",
    "Trump said on Monday that Putin was playing with fire.",
    "Trump and Putin have both spoken of peace.",
    "Macron spoke after Merz at the conference in Munich.",
    "Trump’s discussion of Putin in the book is a conversation starter.",
    "Rubio received criticism over his remarks on Lavrov.",
    "Trump welcomed Putin’s statement on Monday.",
    "Zelensky welcomed the sanctions Trump imposed on Russia.",
    "Visits by tourists from Russia to Ukraine fell in 2025.",
    "The book about Trump and Putin meets a need.",
    "Zelensky thanked Trump on Monday for the missiles.",
    "The debate between Trump and Biden was watched by millions.",
    "Meloni and Macron disagree on sending troops, polls show.",
    # unrelated news
    "Inter met Milan in the cup final on Sunday, and Trump posted about it; Putin did not.",
    "The company’s board meeting on Tuesday discussed Trump tariffs and Putin’s gas.",
    "The film stars two actors as Trump and Putin and opens on Friday.",
    "Shares fell on Monday after Trump announced tariffs on China.",
    "A biography of Putin and one of Trump lead the bestseller list.",
    "Trump won the election in 2024; Putin won his in March 2024.",
    "The central bank meets on Thursday, and analysts watch Trump and Putin.",
    "The singer’s visit to Rome was praised by Meloni and Salvini.",
    "The Champions League match between Real Madrid and Juventus was attended by Sanchez and Meloni.",
    # of all kinds
    "Zelensky said a face-to-face with Putin was the only way to end the war.",
    "Talks between Trump and Putin would achieve nothing, Kallas said.",
    "Trump has given Putin two weeks to agree to a meeting with Zelensky.",
    "Putin has so far shown no interest in meeting Zelensky.",
    "The Kremlin said there was no agreement yet on a meeting between Putin and Zelensky.",
    "Peskov said it was too early to talk about a meeting between Putin and Trump.",
    "Trump insisted that Putin and Zelensky must meet.",
    "Trump, asked if he would call Putin, declined to answer.",
    "Trump told Fox News that Zelensky does not have the cards and Putin does.",
    "A summit between Putin and Zelensky can only happen once terms are agreed, Lavrov said.",
    "Macron said he had nothing to discuss with Putin.",
    "The White House called Zelensky’s letter to Trump a good step.",
    "What the press calls the Trump-Putin bromance is over.",
    "The judge called Trump’s lawyers on Monday and cited a case about Putin’s assets.",
    "The two films, one about Trump and one about Zelensky, met with praise on Monday.",
    "In the poll, Merz trails Macron and Starmer; the discussion goes on.",
    "Trump’s tariffs hit Modi’s exporters, and the rupee fell on Monday.",
    "Trump met reporters on Monday and praised Putin.",
    "The visit of the Trump family to Rome was covered by Italian media, Meloni’s office said.",
    "Putin addressed the summit in Beijing in September; Trump sent a letter.",
    "Erdogan, who has hosted several rounds of talks, congratulated Trump on his birthday.",
    "Ronaldo met fans in Riyadh on Monday, a day after Trump praised bin Salman.",
    "The company said a call centre run by friends of Trump and Putin was closed.",
    "The EU summit in Brussels on Thursday will discuss Trump’s plan and Putin’s assets.",
    "Trump and Zelensky both attended the funeral of Pope Francis.",
    "Zelensky replied to Trump that there was nothing to talk about with Putin.",
    "A conversation with the author of a book about Trump and Putin.",
    "Rutte called Trump “daddy” at the summit in The Hague.",
    # of all kinds
    "Trump is weighing whether to call Putin again.",
    "Zelensky is seeking a meeting with Trump at the UN.",
    "The chances of a Trump-Putin meeting this year are slim.",
    "Lavrov said Rubio’s proposal met with understanding in Moscow.",
    "Analysts doubt that Putin will ever meet Zelensky.",
    "Trump threatened to walk away from talks with Putin.",
    "Moscow insists Putin will not meet Zelensky before a deal.",
    "Had Trump met Putin in Budapest, the war might have ended.",
    "Musk called Trump’s bill insane; Putin was not mentioned.",
    "Orban called Putin a rational partner and praised Trump on Monday.",
    "Trump’s call on Zelensky to hold elections pleased Putin.",
    "The Pope prayed for peace on Sunday and thanked Parolin and Zuppi.",
    "The foreign ministry summoned the ambassador after Lavrov’s remarks on Rubio.",
    "Leaders including Macron and Merz issued a statement on Monday.",
    "Zelensky posted a photo of himself with Macron.",
    "Dmitriev praised Witkoff in an interview with CNN on Friday.",
    "Budanov and Umerov are both tipped to succeed Yermak.",
    "The talks will fail unless Putin and Zelensky make concessions, Vance said.",
    "Vucic said Serbia would welcome a summit of Putin and Trump.",
    "Trump spoke at a rally on Monday and mocked Biden.",
    # of all kinds
    "Trump and Putin both want the meeting to succeed, Graham said.",
    "Zelensky was not invited to the talks between Lavrov and Wang Yi, a source said, which did not take place.",
    "Trump’s lawyers met a deadline on Friday in the case against Bolton.",
    "The Juventus coach spoke on Monday about Trump’s visit and Putin’s ban.",
    "Meloni’s budget met resistance from Salvini and Tajani.",
    "Trump called Powell stubborn on Monday, and Bessent agreed.",
    "Merz and Klingbeil are at odds over pensions.",
    "Oil prices rose on Monday after Trump and Putin traded threats.",
    "Netflix announced a series about Obama and Biden.",
    "Macron lost a vote on Monday; Starmer won one.",
]

ITALIAN = [
    # titoli: l'uno riceve l'altro
    ("Domani Meloni da Macron, ultima occasione per l'intesa", "meeting held macron+meloni [Domani]"),
    ("Energia, Merz da Macron", "meeting held macron+merz"),
    # titoli lunghi davanti al nome
    (
        "Rubio ha incontrato il segretario del Consiglio di sicurezza ucraino Rustem Umerov a Ginevra.",
        "meeting held rubio+umerov @geneva",
    ),
    ("Umerov ha trascorso due giornate a Miami insieme a Rubio.", "meeting held rubio+umerov @miami"),
    # titoli di due nomi e un segno
    ("Meloni e Merz, vertice a Roma", "meeting held meloni+merz @rome"),
    ("Macron e Merz: lunga telefonata sull'Ucraina", "call held macron+merz"),
    (
        "La chiamata tra Trump e Macron arriva il giorno prima dell'incontro di domani a Washington con Merz.",
        "call held macron+trump; meeting held merz+trump @washington [domani]",
    ),
    (
        "L'incontro del gruppo di lavoro Italia-Francia si terrà lunedì a Roma.",
        "meeting planned france+italy @rome [lunedì]",
    ),
    # chi ha preso parte a un contatto non è per intero in quello che segue
    (
        "La chiamata tra Macron e Merz arriva il giorno prima dell'incontro di domani con Starmer.",
        "call held macron+merz",
    ),
    ("Rubio e Lavrov hanno avuto una telefonata, prima dell'incontro con Wang Yi a Roma.", "call held lavrov+rubio"),
    ("Macron e Merz hanno avuto un incontro con Zelensky a Parigi.", "meeting held macron+merz+zelensky @paris"),
    ("Nell'incontro con Rubio a Roma, Peskov ha parlato poco.", "meeting held peskov+rubio @rome"),
    (
        "Starmer ha incontrato a Roma l'inviato del presidente Donald Trump, Steve Witkoff.",
        "meeting held starmer+witkoff @rome",
    ),
    (
        "L'incontro tra Macron e il consigliere del presidente russo Vladimir Putin Jurij Ushakov si è tenuto a Parigi.",
        "meeting held macron+ushakov @paris",
    ),
    # accents typed as apostrophes
    ("Trump incontrera' domani il presidente francese Emmanuel Macron.", "meeting planned macron+trump [domani]"),
    ("Il vertice tra Macron e Merz e' previsto per lunedi' a Berlino.", "meeting planned macron+merz @berlin [lunedi]"),
    ("Macron ricevera' Merz all'Eliseo.", "meeting planned macron+merz @elysee"),
    (
        "Il presidente russo Putin e il presidente degli Stati Uniti Donald Trump hanno avuto un colloquio telefonico.",
        "call held putin+trump",
    ),
    ("Trump e Putin s’incontreranno a Budapest.", "meeting planned putin+trump @budapest"),
    (
        "Trump incontrerà domani a Roma il presidente francese Emmanuel Macron.",
        "meeting planned macron+trump @rome [domani]",
    ),
    ("Trump ha incontrato ieri il presidente ucraino Volodymyr Zelensky.", "meeting held trump+zelensky [ieri]"),
    ("Rubio, capo della diplomazia di Trump, ha parlato al telefono con Lavrov.", "call held lavrov+rubio"),
    ("I colloqui tra Russia e Ucraina si sono svolti ieri a Istanbul.", "meeting held russia+ukraine @istanbul [ieri]"),
    ("I colloqui tra Macron, Merz e alcuni ministri si sono svolti a Berlino.", "meeting held macron+merz @berlin"),
    ("Macron e Merz hanno avuto modo di confrontarsi al telefono.", "call held macron+merz"),
    ("Macron ha fatto visita a Papa Leone lunedì.", "meeting held leo+macron [lunedì]"),
    ("Macron e Zelensky hanno ricordato il loro incontro di Roma.", "meeting held macron+zelensky @rome"),
    (
        "Trump ha informato Putin del suo incontro con Zelensky alla Casa Bianca.",
        "meeting held trump+zelensky @white-house",
    ),
    ("Macron farà tappa a Berlino per un incontro con Merz.", "meeting planned macron+merz @berlin"),
    (
        "Sabato 3 maggio Trump e Putin hanno avuto la prima telefonata in tre settimane.",
        "call held putin+trump [Sabato 3 maggio]",
    ),
    ("Rubio e Lavrov hanno avuto giovedì un secondo colloquio telefonico.", "call held lavrov+rubio [giovedì]"),
    # telefonate, passato
    ("Donald Trump ha parlato al telefono con Vladimir Putin lunedì.", "call held putin+trump [lunedì]"),
    ("Trump e Putin si sono sentiti al telefono giovedì sera.", "call held putin+trump [giovedì sera]"),
    ("Ieri Trump ha sentito Zelensky.", "call held trump+zelensky [Ieri]"),
    (
        "Il presidente francese Emmanuel Macron ha telefonato a Putin il 1° luglio 2025.",
        "call held macron+putin [1° luglio 2025]",
    ),
    ("La telefonata tra Trump e Putin è durata due ore.", "call held putin+trump"),
    ("Telefonata Trump-Putin: due ore di colloquio", "call held putin+trump"),
    (
        "Si è svolta martedì una telefonata fra il segretario di Stato Marco Rubio e il ministro degli Esteri russo Sergej Lavrov.",
        "call held lavrov+rubio [martedì]",
    ),
    ("Trump ha avuto un colloquio telefonico con Putin il 14 marzo 2026.", "call held putin+trump [14 marzo 2026]"),
    ("Meloni ha avuto una conversazione telefonica con Trump sabato.", "call held meloni+trump [sabato]"),
    ("Nel corso di una telefonata con Zelensky, Trump ha promesso altri missili.", "call held trump+zelensky"),
    ("Dopo la telefonata con Putin, Trump ha parlato con i giornalisti.", "call held putin+trump"),
    ("Trump ha chiamato Putin domenica.", "call held putin+trump [domenica]"),
    ("Trump ha chiamato al telefono Zelensky venerdì.", "call held trump+zelensky [venerdì]"),
    (
        "Putin, che lunedì ha parlato al telefono con Trump, ha ribadito le sue richieste.",
        "call held putin+trump [lunedì]",
    ),
    ("Una videochiamata tra Putin e Xi Jinping si è tenuta mercoledì.", "call held jinping+putin [mercoledì]"),
    ("Rubio e Lavrov hanno avuto un colloquio telefonico martedì.", "call held lavrov+rubio [martedì]"),
    (
        "Trump ha avuto telefonate separate con Zelensky e Putin sabato.",
        "call held trump+zelensky [sabato]; call held putin+trump [sabato]",
    ),
    ("Erdogan ha sentito telefonicamente Putin lunedì.", "call held erdogan+putin [lunedì]"),
    ("«Ho avuto una lunga telefonata con il presidente Putin», ha scritto Trump.", "call held putin+trump"),
    (
        "È di due ore la durata della telefonata avvenuta il 3 maggio tra Trump e Putin.",
        "call held putin+trump [3 maggio]",
    ),
    ("Trump avrebbe sentito Putin domenica, secondo Axios.", "call held putin+trump [domenica]"),
    ("Trump sente Putin al telefono: due ore di colloquio", "call held putin+trump"),
    ("I due presidenti, Trump e Putin, hanno parlato al telefono lunedì.", "call held putin+trump [lunedì]"),
    (
        "Il colloquio telefonico di lunedì tra il presidente americano Donald Trump e quello russo Vladimir Putin è stato cordiale.",
        "call held putin+trump [lunedì]",
    ),
    ("Zelensky ha ricevuto una telefonata da Trump domenica.", "call held trump+zelensky [domenica]"),
    # telefonate, futuro e altro
    ("Trump parlerà al telefono con Putin lunedì.", "call planned putin+trump [lunedì]"),
    ("Trump e Putin si sentiranno al telefono domani.", "call planned putin+trump [domani]"),
    ("È prevista per giovedì una telefonata tra Trump e Zelensky.", "call planned trump+zelensky [giovedì]"),
    ("Domani Putin telefonerà a Trump.", "call planned putin+trump [Domani]"),
    ("È in corso la telefonata tra Trump e Putin.", "call ongoing putin+trump"),
    ("La telefonata tra Trump e Putin prevista per lunedì è stata annullata.", "call cancelled putin+trump [lunedì]"),
    # incontri, passato
    (
        "Trump ha incontrato Putin ad Anchorage il 15 agosto 2025.",
        "meeting held putin+trump @anchorage [15 agosto 2025]",
    ),
    (
        "L’inviato Steve Witkoff ha incontrato Putin a Mosca mercoledì.",
        "meeting held putin+witkoff @moscow [mercoledì]",
    ),
    (
        "Putin ha ricevuto Witkoff e Jared Kushner al Cremlino martedì.",
        "meeting held kushner+putin+witkoff @kremlin [martedì]",
    ),
    ("Witkoff è stato ricevuto da Putin al Cremlino venerdì.", "meeting held putin+witkoff @kremlin [venerdì]"),
    (
        "L’incontro tra Rubio e Lavrov si è tenuto a Riad il 18 febbraio.",
        "meeting held lavrov+rubio @riyadh [18 febbraio]",
    ),
    ("Rubio e Lavrov si sono incontrati a Kuala Lumpur giovedì.", "meeting held lavrov+rubio @kuala-lumpur [giovedì]"),
    (
        "Zelensky è stato ricevuto da Papa Leone in Vaticano mercoledì.",
        "meeting held leo+zelensky @vatican [mercoledì]",
    ),
    (
        "Il faccia a faccia tra Trump e Zelensky in Vaticano ad aprile durò quindici minuti.",
        "meeting held trump+zelensky @vatican [aprile]",
    ),
    ("Il vertice Trump-Putin di Anchorage si è chiuso senza accordo.", "meeting held putin+trump @anchorage"),
    ("Il vertice in Alaska tra Trump e Putin si è chiuso senza accordo.", "meeting held putin+trump @alaska"),
    ("Meloni ha ricevuto Zelensky a Palazzo Chigi martedì.", "meeting held meloni+zelensky @palazzo-chigi [martedì]"),
    ("Trump ha ospitato Zelensky a Mar-a-Lago domenica.", "meeting held trump+zelensky @mar-a-lago [domenica]"),
    (
        "La visita di Zelensky alla Casa Bianca del 17 ottobre non è andata bene.",
        "meeting held trump+zelensky @white-house [17 ottobre]",
    ),
    ("Orbán ha visto Putin a Mosca la settimana scorsa.", "meeting held orban+putin @moscow [settimana scorsa]"),
    ("Zelensky si è intrattenuto con Macron all’Eliseo lunedì.", "meeting held macron+zelensky @elysee [lunedì]"),
    (
        "Macron ha avuto un incontro a tu per tu con Zelensky a Parigi lunedì.",
        "meeting held macron+zelensky @paris [lunedì]",
    ),
    (
        "Zelensky, che ha incontrato Macron a Parigi lunedì, ha chiesto altri aerei.",
        "meeting held macron+zelensky @paris [lunedì]",
    ),
    (
        "Le delegazioni di Russia e Ucraina si sono incontrate a Istanbul il 2 giugno.",
        "meeting held russia+ukraine @istanbul [2 giugno]",
    ),
    (
        "I negoziati tra Russia e Ucraina si sono svolti a Istanbul venerdì.",
        "meeting held russia+ukraine @istanbul [venerdì]",
    ),
    (
        "I colloqui trilaterali fra Stati Uniti, Russia e Ucraina si sono tenuti ad Abu Dhabi venerdì.",
        "meeting held russia+states+ukraine @abu-dhabi [venerdì]",
    ),
    (
        "Trump, Zelensky e Macron si sono visti a Parigi il 7 dicembre 2024.",
        "meeting held macron+trump+zelensky @paris [7 dicembre 2024]",
    ),
    (
        "Umerov ha incontrato Witkoff e Kushner in Florida domenica.",
        "meeting held kushner+umerov+witkoff @florida [domenica]",
    ),
    (
        "Guido Crosetto e Antonio Tajani hanno incontrato Zelensky a Kiev lunedì.",
        "meeting held crosetto+tajani+zelensky @kyiv [lunedì]",
    ),
    (
        "Nell’incontro con Putin a Mosca di mercoledì, Witkoff ha presentato il piano.",
        "meeting held putin+witkoff @moscow [mercoledì]",
    ),
    ("Durante la sua visita a Mosca Witkoff ha incontrato Putin.", "meeting held putin+witkoff @moscow"),
    (
        "Il premier ungherese Viktor Orbán è stato accolto da Trump alla Casa Bianca il 7 novembre.",
        "meeting held orban+trump @white-house [7 novembre]",
    ),
    ("Trump, reduce dall’incontro con Xi Jinping a Seul, ha parlato di nucleare.", "meeting held jinping+trump @seoul"),
    ("Zelensky a Londra: incontro con Starmer a Downing Street", "meeting held starmer+zelensky @downing-street"),
    # incontri, futuro
    (
        "Trump incontrerà Putin a Budapest entro due settimane.",
        "meeting planned putin+trump @budapest [entro due settimane]",
    ),
    ("Trump e Putin si incontreranno a Budapest.", "meeting planned putin+trump @budapest"),
    ("Venerdì Zelensky vedrà Trump alla Casa Bianca.", "meeting planned trump+zelensky @white-house [Venerdì]"),
    ("Il vertice tra Trump e Putin a Budapest è in preparazione.", "meeting planned putin+trump @budapest"),
    (
        "Zelensky è atteso venerdì alla Casa Bianca per un incontro con Trump.",
        "meeting planned trump+zelensky @white-house [venerdì]",
    ),
    (
        "Witkoff è in viaggio verso Mosca, dove giovedì incontrerà Putin.",
        "meeting planned putin+witkoff @moscow [giovedì]",
    ),
    ("Meloni riceverà Zelensky a Roma il 9 gennaio.", "meeting planned meloni+zelensky @rome [9 gennaio]"),
    ("Trump e Putin hanno concordato di incontrarsi a Budapest.", "meeting planned putin+trump @budapest"),
    (
        "In vista dell’incontro di giovedì con Trump, Meloni ha sentito gli alleati.",
        "meeting planned meloni+trump [giovedì]",
    ),
    (
        "Il prossimo vertice tra Trump e Xi Jinping si terrà a Pechino ad aprile.",
        "meeting planned jinping+trump @beijing [aprile]",
    ),
    # saltati, rinviati
    ("È saltato il vertice di Budapest tra Trump e Putin.", "meeting cancelled putin+trump @budapest"),
    ("L’incontro tra Rubio e Lavrov a Roma è stato annullato.", "meeting cancelled lavrov+rubio @rome"),
    ("L’incontro tra Rubio e Lavrov a Roma è stato rinviato.", "meeting planned lavrov+rubio @rome"),
    ("Trump ha cancellato l’incontro con Putin a Budapest.", "meeting cancelled putin+trump @budapest"),
    # più contatti
    (
        "Trump ha incontrato Zelensky venerdì e ha parlato al telefono con Putin giovedì.",
        "meeting held trump+zelensky [venerdì]; call held putin+trump [giovedì]",
    ),
    (
        "Dopo la telefonata di giovedì con Putin, venerdì Trump ha ricevuto Zelensky alla Casa Bianca.",
        "call held putin+trump [giovedì]; meeting held trump+zelensky @white-house [venerdì]",
    ),
    # d'ogni genere
    ("«Ho sentito Putin, è stata una conversazione eccellente», ha detto Trump.", "call held putin+trump"),
    ("Due ore e mezza di telefonata tra Trump e Putin.", "call held putin+trump"),
    ("È durato tre ore l’incontro al Cremlino tra Putin e Witkoff.", "meeting held putin+witkoff @kremlin"),
    ("Trump-Putin, telefonata di due ore: “Passi avanti”", "call held putin+trump"),
    (
        "Colloquio di un’ora tra Meloni e Zelensky a Palazzo Chigi martedì.",
        "meeting held meloni+zelensky @palazzo-chigi [martedì]",
    ),
    (
        "Il presidente del Consiglio Giorgia Meloni ha avuto oggi una conversazione telefonica con il presidente ucraino Volodymyr Zelensky.",
        "call held meloni+zelensky [oggi]",
    ),
    ("Putin riceve Witkoff al Cremlino: “Colloqui utili”", "meeting held putin+witkoff @kremlin"),
    ("Trump vede Zelensky a Mar-a-Lago.", "meeting held trump+zelensky @mar-a-lago"),
    (
        "Il tycoon e lo zar, Trump e Putin, si sono parlati al telefono per due ore lunedì.",
        "call held putin+trump [lunedì]",
    ),
    ("Tra Trump e Putin c’è stata lunedì una telefonata di due ore.", "call held putin+trump [lunedì]"),
    (
        "L’inviato di Trump, Steve Witkoff, e Putin si sono visti a Mosca mercoledì.",
        "meeting held putin+witkoff @moscow [mercoledì]",
    ),
    ("Lavrov ha sentito al telefono Rubio martedì.", "call held lavrov+rubio [martedì]"),
    ("A Ginevra Rubio ha incontrato Yermak domenica.", "meeting held rubio+yermak @geneva [domenica]"),
    (
        "Dopo aver incontrato Zelensky alla Casa Bianca, Trump ha chiamato Putin.",
        "meeting held trump+zelensky @white-house; call held putin+trump",
    ),
    (
        "Prima di incontrare Zelensky, Trump ha avuto un colloquio telefonico con Putin.",
        "call held putin+trump; meeting planned trump+zelensky",
    ),
    ("Zelensky sarà ricevuto da Starmer a Londra lunedì.", "meeting planned starmer+zelensky @london [lunedì]"),
    (
        "Macron, Starmer e Merz hanno sentito Zelensky in videoconferenza domenica.",
        "call held macron+merz+starmer+zelensky [domenica]",
    ),
    ("Trump ha detto a Putin in una telefonata di fermarsi.", "call held putin+trump"),
    (
        "Tajani ha ricevuto il collega ucraino Andrii Sybiha a Roma giovedì.",
        "meeting held sybiha+tajani @rome [giovedì]",
    ),
    ("La missione di Witkoff a Mosca si è chiusa con un incontro con Putin.", "meeting held putin+witkoff @moscow"),
    (
        "La premier Meloni è volata a Washington per incontrare Trump il 17 aprile.",
        "meeting planned meloni+trump @washington [17 aprile]",
    ),
    # d'ogni genere
    ("Il Cremlino: Putin e Trump hanno avuto un lungo colloquio telefonico lunedì.", "call held putin+trump [lunedì]"),
    (
        "Ushakov conferma: Witkoff sarà ricevuto da Putin a Mosca giovedì.",
        "meeting planned putin+witkoff @moscow [giovedì]",
    ),
    ("Zelensky e Trump si sono parlati per 40 minuti al telefono sabato.", "call held trump+zelensky [sabato]"),
    (
        "Al termine dell’incontro con Meloni a Palazzo Chigi, Zelensky ha ringraziato l’Italia.",
        "meeting held meloni+zelensky @palazzo-chigi",
    ),
    (
        "Lavrov e Rubio, che si sono visti a New York il 24 settembre, restano distanti.",
        "meeting held lavrov+rubio @new-york [24 settembre]",
    ),
    (
        "Il faccia a faccia Trump-Zelensky alla Casa Bianca di venerdì è stato teso.",
        "meeting held trump+zelensky @white-house [venerdì]",
    ),
    ("Putin ha accolto Modi al Cremlino giovedì.", "meeting held modi+putin @kremlin [giovedì]"),
    ("Trump ha annunciato che incontrerà Putin a Budapest.", "meeting planned putin+trump @budapest"),
    ("Meloni a colloquio con Vance a Palazzo Chigi venerdì.", "meeting held meloni+vance @palazzo-chigi [venerdì]"),
    (
        "Il cancelliere Friedrich Merz ha ospitato a Berlino Zelensky lunedì.",
        "meeting held merz+zelensky @berlin [lunedì]",
    ),
    ("Nel bilaterale con Macron a Parigi, Meloni ha parlato di difesa.", "meeting held macron+meloni @paris"),
    ("Colloquio telefonico Lavrov-Rubio martedì.", "call held lavrov+rubio [martedì]"),
    (
        "Kirill Dmitriev è arrivato a Miami per incontrare Witkoff sabato.",
        "meeting planned dmitriev+witkoff @miami [sabato]",
    ),
    ("Putin ha avuto una telefonata con Netanyahu lunedì.", "call held netanyahu+putin [lunedì]"),
    ("Lunedì è in agenda una nuova telefonata tra Zelensky e Merz.", "call planned merz+zelensky [Lunedì]"),
    ("A Istanbul si sono incontrati Umerov e Medinsky.", "meeting held medinsky+umerov @istanbul"),
    ("Trump ha cancellato il vertice con Putin previsto a Budapest.", "meeting cancelled putin+trump @budapest"),
    ("Macron ha discusso al telefono con Putin martedì.", "call held macron+putin [martedì]"),
    # d'ogni genere
    ("Rutte ha incontrato Trump a Washington il 22 ottobre.", "meeting held rutte+trump @washington [22 ottobre]"),
    ("Zelensky ed Erdogan si vedranno ad Ankara mercoledì.", "meeting planned erdogan+zelensky @ankara [mercoledì]"),
    ("La Casa Bianca conferma la telefonata di domenica tra Trump e Zelensky.", "call held trump+zelensky [domenica]"),
    ("Xi Jinping ha ricevuto Putin a Pechino il 2 settembre.", "meeting held jinping+putin @beijing [2 settembre]"),
    ("Macron e Zelensky si sono incontrati all’Eliseo giovedì.", "meeting held macron+zelensky @elysee [giovedì]"),
    ("Nella telefonata con Trump di lunedì Putin ha chiesto il Donbass.", "call held putin+trump [lunedì]"),
    ("Witkoff è volato a Mosca, dove ha incontrato Putin.", "meeting held putin+witkoff @moscow"),
    (
        "Meloni ha sentito Zelensky domenica e incontrerà Merz a Roma venerdì.",
        "call held meloni+zelensky [domenica]; meeting planned meloni+merz @rome [venerdì]",
    ),
    ("Sybiha ha avuto un colloquio telefonico con Rubio venerdì.", "call held rubio+sybiha [venerdì]"),
]

ITALIAN_NONE = [
    "Le critiche a Zelensky da Trump sono dure.",
    "Meloni, Zelensky da Trump traditi",
    "Zelensky da Macron ha avuto solo parole.",
    "Zelensky minacciato da Trump, Meloni tace",
    "Macron ha incontrato i parenti degli ostaggi di cui Merz ha parlato.",
    "Meloni ha passato tre giorni a Parigi con la famiglia.",
    "Macron e Merz, la telefonata con Putin non piace a Varsavia",
    "Macron e Merz: la telefonata non ci sarà",
    "Il gruppo di lavoro Italia-Francia ha scritto un documento.",
    "L'incontro, in linea con le parole di Macron, non porta novità.",
    "Si allontana la prospettiva di un vertice tra Macron e Putin a Istanbul.",
    # lo dice chi non c'era
    "«Il primo impegno è stato un incontro bilaterale con Marco Rubio», ha detto Peskov a Roma.",
    "C'è stato un lungo incontro con Rubio a Roma, ha riferito Peskov.",
    "Si apre un nuovo capitolo nel dialogo Mosca-Kiev.",
    "Il colloquio Roma-Berlino sulla difesa continua.",
    "Macron incontrera' difficolta' con Trump e Putin.",
    "Non e' un incontro tra Macron e Merz che serve.",
    "La ripresa del dialogo tra Mosca e Kiev è lontana.",
    "Gli ucraini premono da tempo per un incontro tra Zelensky e Trump.",
    "L’esito di qualsiasi incontro tra Trump e Putin è incerto.",
    "Il vertice della Nato è piaciuto a Rubio e a Macron.",
    "L’agenda bilaterale di Macron e Merz è fitta.",
    "Gli accordi raggiunti tra Putin e Trump reggono, e il confronto continua.",
    "La telefonata sulla guerra tra Russia e Ucraina è stata lunga.",
    "Non lontani da un accordo Putin-Zelensky, visti i progressi: così Witkoff.",
    "Trump e Putin hanno visto la finale in tv.",
    # negati
    "Trump e Putin non si sono ancora sentiti.",
    "Non è prevista alcuna telefonata tra Trump e Putin.",
    "Putin non ha incontrato Zelensky a Istanbul.",
    "Nessun incontro tra Putin e Zelensky è in agenda.",
    "Putin ha rifiutato di incontrare Zelensky.",
    "Il Cremlino ha smentito una telefonata tra Putin e Trump domenica.",
    "Al momento non ci sono piani per un incontro tra Trump e Putin.",
    "Trump non incontrerà Putin a Budapest, fa sapere la Casa Bianca.",
    "Trump ha escluso un incontro con Putin.",
    "Un incontro tra Trump e Putin non è in programma.",
    "Zelensky non parla al telefono con Trump da settimane.",
    "Putin e Zelensky non si sono mai visti a Mosca.",
    "Senza un incontro tra Putin e Zelensky non ci sarà tregua.",
    "Né Trump né Putin parteciperanno ai colloqui di Istanbul.",
    "Rubio nega di aver sentito Lavrov domenica.",
    # possibili, voluti
    "Trump potrebbe incontrare Putin a Riad il mese prossimo.",
    "Se Trump incontrerà Putin a Budapest, le borse saliranno.",
    "Zelensky vuole incontrare Trump a Washington.",
    "Zelensky si è detto pronto a incontrare Putin.",
    "Putin è disponibile a un incontro con Zelensky, dice Peskov.",
    "Zelensky ha chiesto un incontro con Putin.",
    "Trump vorrebbe vedere Putin.",
    "Erdogan si è offerto di ospitare un incontro tra Putin e Zelensky a Istanbul.",
    "Un eventuale incontro tra Trump e Putin resta lontano.",
    "L’ipotesi di una telefonata tra Trump e Putin circola da giorni.",
    "Merz propone un incontro tra Putin e Zelensky.",
    "Non è chiaro se Trump incontrerà Putin a Budapest.",
    "Un faccia a faccia tra Putin e Zelensky sarebbe utile, dice Macron.",
    "Trump spinge per un incontro tra Putin e Zelensky.",
    "Macron auspica un vertice tra Putin e Zelensky.",
    "Trump ha invitato Putin a incontrare Zelensky.",
    # altro senso
    "Trump ha chiamato Zelensky dittatore.",
    "Trump ha chiamato in causa Putin per l’attacco a Kiev.",
    "Zelensky ha chiamato a raccolta gli alleati e criticato Trump.",
    "Trump ha parlato di Putin lunedì con i giornalisti.",
    "Trump ha detto lunedì che Putin gioca con il fuoco.",
    "Putin ha sentito dire che Trump è stanco.",
    "La proposta di Putin incontra il favore di Trump.",
    "Il piano di Trump ha incontrato le resistenze di Zelensky.",
    "Rubio ha ricevuto critiche per le parole su Lavrov.",
    "Zelensky ha accolto con favore le sanzioni di Trump.",
    "Trump ha visto le immagini dell’attacco e ha criticato Putin.",
    "Il dialogo tra Trump e Putin è difficile.",
    "Il confronto tra Trump e Putin sulla Groenlandia è solo politico.",
    "I rapporti tra Trump e Putin sono peggiorati da luglio.",
    "Il viaggio dei turisti russi in Ucraina è finito, dice Zelensky a Trump.",
    "Meloni e Macron sono divisi sull’invio di truppe.",
    "Trump e Putin hanno entrambi parlato di pace.",
    "Lo scontro tra Salvini e Tajani divide il governo Meloni.",
    # notizie d'altro
    "L’incontro di calcio tra Inter e Milan è finito in parità, e Salvini e La Russa erano allo stadio.",
    "La riunione del Cda di martedì ha discusso dei dazi di Trump e del gas di Putin.",
    "Il film su Trump e Putin esce venerdì.",
    "Le borse sono scese lunedì dopo i dazi di Trump alla Cina.",
    "Il vertice di maggioranza è slittato: Meloni e Salvini non trovano l’accordo.",
    "Una biografia di Putin e una di Trump guidano la classifica dei libri.",
    "L’incontro con l’autore del libro su Trump e Putin si terrà sabato a Milano.",
    "La telefonata alla nonna di un tifoso di Trump e Putin commuove il web.",
    "La visita della scolaresca a Palazzo Chigi ha divertito Meloni e Tajani.",
    # d'ogni genere
    "Un incontro tra Putin e Zelensky non è all’ordine del giorno, dice Peskov.",
    "Putin: “Pronto a vedere Zelensky a Mosca”.",
    "Zelensky: “Voglio incontrare Putin”.",
    "Secondo Lavrov un vertice tra Putin e Zelensky va preparato bene.",
    "Trump ha dato a Putin due settimane per accettare un incontro con Zelensky.",
    "Peskov: è presto per parlare di un incontro tra Putin e Trump.",
    "Trump ha ribadito che Putin e Zelensky devono incontrarsi.",
    "La Russia non vede motivi per un colloquio tra Putin e Merz.",
    "Il libro racconta l’incontro tra un padre e un figlio, piace a Salvini e Meloni.",
    "L’incontro tra domanda e offerta preoccupa Trump e Putin, dicono gli analisti.",
    "I dazi di Trump e il gas di Putin spaventano le imprese: martedì la riunione di Confindustria.",
    "Sinner ha incontrato i tifosi a Torino lunedì; messaggi da Meloni e Mattarella.",
    "Ha parlato di Trump e di Putin, poi è salito sul palco.",
    "Il dibattito tra Conte e Renzi ha fatto discutere Meloni e Salvini.",
    "Trump e Zelensky erano entrambi ai funerali di Papa Francesco.",
    "Meloni ha chiamato Schlein «segretaria» e ha citato Trump.",
    "Il governo ha accolto la richiesta di Zelensky, spiega Crosetto.",
    "La linea rossa tra Putin e Trump resta aperta, ma nessuno telefona.",
    "Kallas: inutile una telefonata tra Trump e Putin.",
    "Trump ha visto Putin come un alleato e Zelensky come un peso.",
    "In tv il confronto tra Trump e Harris, mentre Putin osserva.",
    "A teatro va in scena un dialogo immaginario tra Putin e Trump, da venerdì a Milano.",
    "Macron ha sentito il bisogno di rispondere a Trump.",
    "L’agenda di Meloni: martedì il Consiglio dei ministri, mercoledì la visita a Bari, con Salvini e Tajani.",
    "Trump ha ricevuto il premio lunedì, applaudito da Netanyahu.",
    # d'ogni genere
    "Gli analisti dubitano che Putin incontrerà mai Zelensky.",
    "Zelensky cerca un incontro con Trump all’Onu.",
    "Trump minaccia di abbandonare i negoziati con Putin.",
    "Se Trump avesse incontrato Putin a Budapest, la guerra sarebbe finita.",
    "Orbán ha chiamato Putin un partner razionale.",
    "Il discorso di Trump è stato accolto con freddezza da Zelensky.",
    "Salvini ha incontrato difficoltà nel difendere Trump e Putin.",
    "Zelensky ha pubblicato una foto con Macron.",
    "Macron e Merz hanno diffuso una nota lunedì.",
    "Medvedev ha parlato del colloquio come di una farsa, citando Trump e Zelensky.",
    "Il ministro ha convocato l’ambasciatore dopo le parole di Lavrov su Rubio.",
    "La telefonata di auguri resta nei cassetti: Trump e Putin tacciono.",
    "Per Vance i colloqui falliranno se Putin e Zelensky non cederanno.",
    "Il viaggio del Papa in Turchia è stato seguito da Erdogan e Meloni.",
    "Un contatto diretto tra Trump e Putin non c’è stato.",
    "Mosca esclude per ora un vertice tra Putin e Zelensky.",
    "Manca la data di una eventuale telefonata tra Trump e Putin.",
    "La visita a Kiev di un gruppo di studenti ha commosso Zelensky e Yermak.",
    # d'ogni genere
    "La manovra di Meloni incontra le resistenze di Salvini e Tajani.",
    "Trump ha definito Putin un osso duro lunedì.",
    "Il prezzo del gas sale dopo le minacce di Trump e Putin di lunedì.",
    "Mattarella ha ricevuto lettere dagli studenti e citato Meloni.",
    "Ancora nessuna data per il vertice tra Trump e Putin.",
    "Il colloquio di lavoro nell’era di Trump e Musk.",
    "Salvini e Tajani litigano sul ponte.",
    "Netflix annuncia una serie su Obama e Biden.",
    "La partita tra Roma e Lazio è stata vista da Meloni e La Russa.",
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert told("en", text) == set(expected.split("; "))


@pytest.mark.parametrize(("text", "expected"), ITALIAN)
def test_italian(text: str, expected: str) -> None:
    assert told("it", text) == set(expected.split("; "))


@pytest.mark.parametrize("text", ENGLISH_NONE)
def test_english_without_a_contact(text: str) -> None:
    assert told("en", text) == set()


@pytest.mark.parametrize("text", ITALIAN_NONE)
def test_italian_without_a_contact(text: str) -> None:
    assert told("it", text) == set()


def test_a_third_of_the_rows_and_more_tell_no_contact() -> None:
    none = len(ENGLISH_NONE) + len(ITALIAN_NONE)
    assert none > (none + len(ENGLISH) + len(ITALIAN)) / 3


# -- rules -----------------------------------------------------------------------------------------

BY_RULE = {
    "contact-attended": ("en", "Trump met Putin in Rome. Attending were Rubio, Witkoff and Lavrov."),
    "contact-there": ("it", "Macron a Roma con Meloni"),
    "contact-theirs": ("en", "Merz and Macron spoke of their meeting in Rome."),
    "contact-list": ("it", "I colloqui tra Trump e Putin si sono susseguiti:\n\n– Il 3 aprile 2025 hanno discusso di tregua.\n\n– Il 9 maggio 2025 di gas."),
    "contact-again": ("en", "Trump met Putin in Rome. The meeting lasted an hour."),
    "contact-parties": ("en", "Talks between Russia and Ukraine are slow. The first day of talks ended on Tuesday."),
    "contact-since": ("it", "Trump ha incontrato Putin ieri. È stato il loro primo incontro da maggio a Roma."),
    "contact-delegation": ("en", "Russia and Ukraine held talks in Geneva. Vladimir Medinsky led the Russian delegation."),
    "contact-visit": ("it", "La visita di Zelensky alla Casa Bianca è finita."),
    "contact-scene": ("en", "During a summit in Rome in May, Trump accused Zelensky of ingratitude."),
}  # fmt: skip


def rules_used() -> set[str]:
    rows = [("en", text) for text, _ in ENGLISH] + [("it", text) for text, _ in ITALIAN] + list(BY_RULE.values())
    return {c.rule for language, text in rows for c in read(language, text)}


def test_every_rule_is_declared_and_has_a_row() -> None:
    declared = {rule.id for some in declared_rules().values() for rule in some}
    assert rules_used() == {rule for rule in declared if rule.startswith("contact-")}


@pytest.mark.parametrize("rule", BY_RULE)
def test_rules_beyond_single_sentences(rule: str) -> None:
    assert rule in {c.rule for c in read(*BY_RULE[rule])}


@pytest.mark.parametrize(
    ("language", "text", "several"),
    [
        ("en", "Putin has met Witkoff many times.", True),
        ("it", "Putin ha già incontrato Witkoff diverse volte.", True),
        ("en", "Putin has met Witkoff in Rome.", False),
    ],
)
def test_several_meetings_are_told_as_such(language: str, text: str, several: bool) -> None:
    assert [c.plural for c in read(language, text)] == [several]


# -- generated -------------------------------------------------------------------------------------

NAMES = (
    ("Donald Trump", "trump"),
    ("Vladimir Putin", "putin"),
    ("Marco Rubio", "rubio"),
    ("Emmanuel Macron", "macron"),
)
CALLS = {
    "en": ("{a} spoke by phone with {b} {d}.", "{d} {a} held a phone call with {b}.", "The call between {a} and {b} {d} was short.",
           "{a}, who phoned {b} {d}, said nothing.", "{a} and {b} talked over the phone {d}."),
    "it": ("{a} ha parlato al telefono con {b} {d}.", "{d} {a} ha avuto un colloquio telefonico con {b}.",
           "La telefonata di {d} tra {a} e {b} è stata breve.", "{a}, che ha telefonato a {b} {d}, tace.", "{a} e {b} si sono sentiti {d}."),
}  # fmt: skip
DENIED = {
    "en": ("{a} has not spoken by phone with {b}.", "{a} refused to meet {b}.", "{a} could meet {b} {d}.", "A call between {a} and {b} is not planned."),
    "it": ("{a} non ha parlato al telefono con {b}.", "{a} ha rifiutato di incontrare {b}.", "{a} potrebbe incontrare {b} {d}.", "Una telefonata tra {a} e {b} non è prevista."),
}  # fmt: skip
WHEN = {"en": ("on Monday", "on 3 May", "yesterday"), "it": ("lunedì", "ieri", "martedì")}


@pytest.mark.parametrize("language", ["en", "it"])
def test_names_and_days_in_every_place(language: str) -> None:
    for pattern, (a, b), when in itertools.product(CALLS[language], itertools.permutations(NAMES, 2), WHEN[language]):
        text = pattern.format(a=a[0], b=b[0], d=when)
        (found,) = told(language, text[0].upper() + text[1:])
        assert found.startswith(f"call held {'+'.join(sorted((a[1], b[1])))} ["), text


@pytest.mark.parametrize("language", ["en", "it"])
def test_denied_whoever_it_is(language: str) -> None:
    for pattern, (a, b), when in itertools.product(DENIED[language], itertools.permutations(NAMES, 2), WHEN[language]):
        assert not told(language, pattern.format(a=a[0], b=b[0], d=when)), pattern


# -- long articles ---------------------------------------------------------------------------------


def seconds(words: int) -> float:
    """How long the contacts of an article of so many words take, beside everything else that is read in it."""
    lexicon, sentences = load_lexicon(), [text for text, _ in ENGLISH[:60]]
    size = sum(len(s.split()) for s in sentences)
    text = "\n\n".join(" ".join(sentences) for _ in range(words // size + 1))
    document = build_document(text, "en", ())
    mentions = find_actors(document, lexicon, dt.date(2025, 10, 20)).mentions
    dates, places = find_dates(document, lexicon), find_places(document, lexicon)
    begin = time.process_time()
    assert len(find_contacts(document, lexicon, mentions, dates, places)) > words / 30
    return time.process_time() - begin


def test_a_long_article_takes_near_linear_time() -> None:
    assert seconds(40_000) < 8 * seconds(10_000) + 0.5


def test_no_sentence_is_passed_over_wrongly(try_everywhere: Callable[[], None]) -> None:
    rows = [("en", text) for text in (*(row[0] for row in ENGLISH), *ENGLISH_NONE)]
    rows += [("it", text) for text in (*(row[0] for row in ITALIAN), *ITALIAN_NONE)]
    found = [read(language, text) for language, text in rows]
    try_everywhere()
    assert [read(language, text) for language, text in rows] == found
