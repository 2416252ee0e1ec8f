// Watches the timeline's chart and hands back the days in view after it was zoomed or moved by hand, and the pixels it
// has where these are others than it was drawn for.
export default function ({ parentElement, data, setTriggerValue }) {
  const REST = 250; // milliseconds without a change, with no mouse button down
  const own = parentElement.ownerDocument;
  const chart = () => own.querySelector(".st-key-timeline .js-plotly-plot");
  let timer = 0;
  let held = false;

  const tell = () => {
    if (held) return wait();
    const range = chart()?._fullLayout?.xaxis?.range;
    if (range) setTriggerValue("days", range.map(String));
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST);
  };
  const moved = (change) => {
    if (!Object.keys(change).some((name) => name.startsWith("xaxis."))) return;
    chart()?.classList.add("hl-moved"); // its words stand elsewhere until it is drawn anew
    wait();
  };
  const whole = () => {
    clearTimeout(timer);
    setTriggerValue("days", []);
  };
  const measure = () => {
    const room = chart()?._fullLayout?._size?.w;
    if (!room || room < 100 || room === parentElement.hotlineRoom || Math.abs(room / data.room - 1) < 0.15) return;
    parentElement.hotlineRoom = room;
    setTriggerValue("room", room);
  };
  const watch = () => {
    const plot = chart();
    if (!plot || plot.hotlineWatched === wait || !plot.on) return;
    plot.hotlineWatched = wait;
    plot.on("plotly_relayout", moved);
    plot.on("plotly_doubleclick", whole);
    plot.on("plotly_clickannotation", whole);
    plot.on("plotly_afterplot", measure);
    measure();
  };
  const down = () => { held = true; };
  const up = () => { held = false; };

  const observer = new MutationObserver(watch);
  observer.observe(own.querySelector(".st-key-workbench-chart") ?? own.body, { childList: true, subtree: true });
  own.addEventListener("pointerdown", down, true);
  own.addEventListener("pointerup", up, true);
  watch();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    own.removeEventListener("pointerdown", down, true);
    own.removeEventListener("pointerup", up, true);
    const plot = chart();
    if (plot?.hotlineWatched === wait) {
      plot.removeListener("plotly_relayout", moved);
      plot.removeListener("plotly_doubleclick", whole);
      plot.removeListener("plotly_clickannotation", whole);
      plot.removeListener("plotly_afterplot", measure);
      plot.hotlineWatched = undefined;
    }
  };
}
