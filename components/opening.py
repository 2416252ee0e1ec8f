"""The time until a folder is read, and how far it is: shown to whoever comes first.

Lives here: waiting for the corpus. Must not live here: reading, or keeping what was read (`components.cached`).
"""

from __future__ import annotations

from threading import Thread

import streamlit as st

from components import cached
from components.text import t

SESSION_KEY = "opened"
STEP = 0.3  # seconds between two looks


def wait(lang: str) -> None:
    """Until the folder's index is there, show a bar with the articles read; only once a session, then it is quick.

    An error of the reading is not raised here but where the index is asked for.
    """
    if st.session_state.get(SESSION_KEY):
        return
    reading = Thread(target=_read, name="reading", daemon=True)
    reading.start()
    place = st.empty()
    while reading.is_alive():
        reading.join(STEP)
        if (far := cached.underway()) and reading.is_alive():
            done, total = far
            place.progress(done / total, text=t("opening.reading", lang, done=done, n=total))
    place.empty()
    st.session_state[SESSION_KEY] = True


def _read() -> None:
    try:
        cached.index()
    except Exception:  # the page asks again and shows it
        return
