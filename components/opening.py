"""The time until a folder is read, and how far it is: shown to whoever comes first.

Lives here: waiting for the corpus. Must not live here: reading, or keeping what was read (`components.cached`). Nothing
that takes time is imported above: the page must be able to say something before.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import streamlit as st

from components import ahead

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

SESSION_KEY = "opened"
STEP = 0.3  # seconds between two looks
HIDDEN = "<style>.st-key-opening-chart{position:absolute;visibility:hidden}</style>"


def wait() -> None:
    """Until the folder's index is there, show a bar with the articles read; only once a session, then it is quick.

    An empty chart out of sight lets the browser load what draws charts meanwhile. An error of the reading is not raised
    here but where the index is asked for.
    """
    place = st.empty()  # in every run, so that all that follows keeps its place
    if st.session_state.get(SESSION_KEY):
        return
    with place.container():
        st.html(HIDDEN)
        st.plotly_chart({"data": [{"type": "scatter"}]}, key="opening-chart", height=40)
        bar = st.empty()
        reading = Thread(target=ahead.prepare, name="reading", daemon=True)
        reading.start()
        while reading.is_alive():
            reading.join(STEP)
            if reading.is_alive():
                _tell(bar)
    place.empty()
    st.session_state[SESSION_KEY] = True


def _tell(bar: DeltaGenerator) -> None:
    """Show how far the reading is, once there is anything to tell."""
    from components import cached, state
    from components.text import t

    if far := cached.underway():
        done, total = far
        bar.progress(done / total, text=t("opening.reading", state.lang(), done=done, n=total))
