"""The entry file: page, corpus, address, sidebar, and the explicit list of pages. It only routes.

Streamlit runs it for every visit, as `__main__`; its server imports it once, to learn what to do when it starts.
"""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
PAGES = (
    ("timeline", ":material/timeline:"),
    ("network", ":material/hub:"),
    ("compare", ":material/compare_arrows:"),
    ("checks", ":material/rule:"),
    ("topics", ":material/label:"),
    ("articles", ":material/article:"),
)

if __name__ == "__main__":
    from components import opening

    opening.wait()

    from components import cached, chrome, state
    from components.text import t

    cached.look()
    index = cached.index()
    state.pull(index)
    lang = state.lang()
    pages = [
        st.Page(HERE / "pages" / f"{name}.py", title=t(f"page.{name}", lang), icon=icon, url_path=name, default=not i)
        for i, (name, icon) in enumerate(PAGES)
    ]
    page = st.navigation(pages, position="hidden")
    state.arrive(page.url_path)
    frame = st.container(key="frame")
    if not state.stays():
        chrome.frame(frame, lang)
    try:
        page.run()
    finally:
        chrome.sidebar(index, pages, lang)
        if state.stays():  # nothing waits for it
            chrome.frame(frame, lang)
else:
    from starlette.middleware import Middleware

    from components import ahead, whole_page

    app = st.App(__file__, lifespan=ahead.lifespan, middleware=[Middleware(whole_page.WholePage)])
