// The page's script, ours and static: says which language the page is in, copies what a button offers, follows links
// to our own pages within the session (they stay real addresses, to be copied or opened in a new tab), and keeps a
// click on a mark of an article for the reader's own script (reader.js), which arrives later.
document.documentElement.lang = "__LANG__";
if (!window.hotlineReady) {
  window.hotlineReady = true;
  const write = async (words) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(words);
    const area = Object.assign(document.createElement("textarea"), { value: words });
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  const own = (link) => link && link.target !== "_blank" && !link.hasAttribute("download") && !link.dataset.testid
    && link.origin === location.origin && link.pathname.startsWith(new URL(".", location.href).pathname);
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest && event.target.closest("[data-testid=stHtml] a[href]");
    if (!own(link) || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} })); // what Streamlit switches pages on
  });
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => {
    setTimeout(() => document.querySelector(".st-key-theme-changed button")?.click(), 100);
  });
  const reach = () => { // a part that scrolls and holds nothing to go to is itself reached by the keyboard
    for (const part of document.querySelectorAll(".st-key-topics-chart, .st-key-network-chart")) {
      const scrolls = part.scrollWidth > part.clientWidth;
      if (scrolls !== part.hasAttribute("tabindex")) scrolls ? part.setAttribute("tabindex", "0") : part.removeAttribute("tabindex");
    }
  };
  let waiting = 0;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(reach, 150); };
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("resize", later);
  document.addEventListener("click", (event) => {
    window.hotlineEarly = event.target.closest && event.target.closest("mark[data-ref]");
  }, true);
  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("[data-hl-copy]");
    if (!button) return;
    const before = button.textContent;
    await write(button.dataset.hlCopy);
    button.textContent = button.dataset.hlCopied || before;
    setTimeout(() => { button.textContent = before; }, 1500);
  });
}
