// The reader's script: scrolls to a place, tells which mark was chosen by mouse or key, and moves the focus.
// Arrow keys, Home and End go from mark to mark; Enter opens the reading and goes to it; Escape comes back to the mark.
export default function ({ data, setTriggerValue }) {
  const memory = (window.__hotlineReader ??= { asked: "" });
  const box = document.querySelector(".st-key-reader");
  const root = () => document.querySelector(".st-key-reader .hl-article");
  const stops = () => [...(root()?.querySelectorAll("mark[tabindex]") ?? [])];

  const stop = (mark) => {
    for (const other of stops()) if (other.tabIndex === 0) other.tabIndex = -1;
    mark.tabIndex = 0;
    memory.stop = mark.id;
  };

  const choose = (element, follow) => {
    const article = root();
    const found = [];
    for (; element !== article; element = element.parentElement)
      if (element.dataset.ref && !found.includes(element.dataset.ref)) found.push(element.dataset.ref);
    if (!found.length) return;
    const first = document.getElementById(found[0]);
    if (first) stop(first);
    window.hotlineEarly = null;
    memory.asked = follow ? found.join(" ") : "";
    memory.from = found[0];
    setTriggerValue("clicked", found);
  };

  const back = () => {
    memory.asked = "";
    document.getElementById(memory.from ?? "")?.focus();
  };

  const clicked = (event) => {
    if (event.target.closest(".st-key-reading-close")) return back();
    const article = root();
    if (article?.contains(event.target)) choose(event.target, event.detail === 0);
  };

  const pressed = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && event.target.closest?.(".st-key-reading-here")) {
      document.querySelector(".st-key-reading-close button")?.click();
      return;
    }
    const article = root();
    if (!article?.contains(event.target) || !event.target.dataset.ref) return;
    if (event.key === "Enter") {
      event.preventDefault();
      return choose(event.target, true);
    }
    const all = stops();
    const here = all.indexOf(event.target);
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || !all[next]) return;
    event.preventDefault();
    stop(all[next]);
    all[next].focus({ preventScroll: true });
    all[next].scrollIntoView({ block: "nearest" });
  };

  const settle = () => {
    const article = root();
    if (!article || !article.dataset.version.startsWith(data.article + "|")) return;
    article.querySelectorAll("mark[data-ref]").forEach((mark) => {
      const chosen = data.chosen.includes(mark.dataset.ref);
      if (mark.classList.contains("chosen") !== chosen) mark.classList.toggle("chosen", chosen);
    });
    const place = data.to && document.getElementById(data.to);
    if (place && memory.turn !== data.turn) {
      memory.turn = data.turn;
      place.scrollIntoView({ block: "center" });
      const first = stops().find((mark) => place.contains(mark) || mark.contains(place));
      if (first) stop(first);
    } else {
      const kept = document.getElementById(memory.stop ?? "");
      if (kept?.tabIndex === -1 && article.contains(kept)) stop(kept);
    }
    const reading = document.querySelector(".st-key-reading-here .hl-here");
    if (reading && memory.asked && reading.dataset.refs === memory.asked) {
      memory.asked = "";
      reading.focus();
    }
  };

  const watch = new MutationObserver(settle);
  if (box) watch.observe(box, { childList: true, subtree: true });
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
  settle();
  if (window.hotlineEarly && root()?.contains(window.hotlineEarly)) choose(window.hotlineEarly, false);
  return () => {
    watch.disconnect();
    document.removeEventListener("click", clicked);
    document.removeEventListener("keydown", pressed);
  };
}
