// The timeline: zoom and filters move and hide its signs; places and ticks are worked out as the page was made (timeline.py).
const zoom = document.querySelector(".zoom"), timed = all(".timed");
const BIN = 3, STEP = 13, HIGHEST = 170, MARGIN = 12, NS = "http://www.w3.org/2000/svg";
const epoch = 719163, dayOf = (ordinal) => new Date((ordinal - epoch) * 864e5);
const short = (day, options) => day.toLocaleDateString("en-GB", { timeZone: "UTC", ...options });
const ordinal = (year, month, day) => { const date = new Date(0); date.setUTCFullYear(year, month, day); return Math.round(date / 864e5) + epoch; };
const ticksOf = (first, last) => {
  const span = last - first, found = [];
  if (span <= 70) {
    const step = Math.max(1, span > 14 ? Math.ceil(span / 42) * 7 : Math.ceil(span / 6));
    for (let at = first; at <= last; at += step) found.push([at, short(dayOf(at), { day: "numeric", month: "short", year: "numeric" })]);
    return found;
  }
  const from = dayOf(first), to = dayOf(last), start = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const months = to.getUTCFullYear() * 12 + to.getUTCMonth() - start;
  const step = [1, 2, 3, 6, 12].find((size) => months / size <= 7) || Math.ceil(months / 84) * 12;
  for (let at = start + 1; at <= start + months; at += 1) {
    if (at % step === 0) found.push([ordinal(Math.floor(at / 12), at % 12, 1), step >= 12 ? String(at / 12) : short(dayOf(ordinal(Math.floor(at / 12), at % 12, 1)), { month: "short", year: "numeric" })]);
  }
  return found;
};
const percent = (at, view) => Math.min(Math.max(100 * (at - view.first) / (view.last - view.first), 0), 100);
const drawLane = (svg, view, wanted) => {
  const levels = new Map(), kept = [];
  all(".dot", svg).forEach((dot) => {
    const from = Number(dot.dataset.from), to = Number(dot.dataset.to), middle = from + Math.floor((to - from) / 2);
    const inside = middle >= view.first && middle <= view.last && wanted(one("act-" + dot.dataset.act).dataset);
    dot.classList.toggle("off", !inside);
    if (!inside) { dot.setAttribute("tabindex", "-1"); return; }
    const x = percent(middle, view), bin = Math.floor(x / BIN), level = levels.get(bin) || 0;
    levels.set(bin, level + 1);
    kept.push([dot, x, level, percent(from, view), percent(to, view)]);
  });
  const highest = Math.max(1, ...levels.values()), step = Math.min(STEP, HIGHEST / highest), height = step * (highest - 1) + 2 * MARGIN;
  svg.setAttribute("height", height);
  all(".extent", svg).forEach((line) => line.classList.add("off"));
  kept.forEach(([dot, x, level, start, end], place) => {
    const mark = dot.querySelector("svg"), y = height - MARGIN - level * step;
    mark.setAttribute("x", x + "%"); mark.setAttribute("y", y);
    dot.setAttribute("tabindex", place ? "-1" : "0");
    const line = all(".extent", svg).find((item) => item.dataset.act === dot.dataset.act);
    if (!line) return;
    line.classList.remove("off");
    line.setAttribute("x1", start + "%"); line.setAttribute("x2", end + "%"); line.setAttribute("y1", y); line.setAttribute("y2", y);
  });
  const ticks = ticksOf(view.first, view.last).map(([at]) => {
    const line = document.createElementNS(NS, "line"), x = percent(at, view) + "%";
    line.setAttribute("class", "grid"); line.setAttribute("x1", x); line.setAttribute("x2", x); line.setAttribute("y1", 0); line.setAttribute("y2", height);
    return line;
  });
  svg.querySelector(".grids").replaceChildren(...ticks);
  return kept.length;
};
const drawAxis = (svg, view) => svg.replaceChildren(...ticksOf(view.first, view.last).map(([at, label], place) => {
  const text = document.createElementNS(NS, "text"), x = percent(at, view);
  text.setAttribute("x", x + "%"); text.setAttribute("y", 14); text.textContent = label;
  text.setAttribute("text-anchor", x < 6 ? "start" : x > 94 ? "end" : "middle");
  if (place % 2) text.setAttribute("class", "minor");
  return text;
}));
if (zoom && timed.length) {
  const whole = { first: Number(timed[0].dataset.first), last: Number(timed[0].dataset.last) };
  let view = { ...whole };
  const draw = () => {
    const want = Object.fromEntries(new FormData(zoom));
    const wanted = (data) => (!want.actor || data.actor.split("|").includes(want.actor))
      && (!want.type || data.type === want.type) && (!want.certainty || data.certainty === want.certainty);
    timed.forEach((group, place) => {
      let shown = 0;
      all(".lane:not(.axis)", group).forEach((lane) => {
        const kept = drawLane(lane.querySelector("svg"), view, wanted);
        lane.querySelector(".lane-name .quiet").textContent = kept;
        shown += kept;
      });
      drawAxis(group.querySelector(".axis svg"), view);
      const day = { day: "numeric", month: "long", year: "numeric" };
      if (!place) one("timeline-shown").textContent = count(shown, "act") + ", " + short(dayOf(view.first), day) + " to " + short(dayOf(view.last), day);
    });
  };
  const move = (kind) => {
    const span = view.last - view.first, middle = (view.first + view.last) / 2;
    let first = view.first, last = view.last;
    if (kind === "in") { first = middle - span / 4; last = middle + span / 4; }
    if (kind === "out") { first = middle - span; last = middle + span; }
    if (kind === "earlier") { first -= span / 3; last -= span / 3; }
    if (kind === "later") { first += span / 3; last += span / 3; }
    const size = Math.max(Math.min(last - first, whole.last - whole.first), Math.min(4, whole.last - whole.first));
    first = Math.max(whole.first, Math.min(Math.round((first + last - size) / 2), whole.last - size));
    view = { first, last: Math.round(first + size) };
    draw();
  };
  zoom.hidden = false;
  all("[data-zoom]", zoom).forEach((button) => button.addEventListener("click", () => move(button.dataset.zoom)));
  zoom.addEventListener("input", draw);
  zoom.addEventListener("submit", (event) => event.preventDefault());
  zoom.addEventListener("reset", () => { view = { ...whole }; setTimeout(draw); });
}

// One tab stop a lane; arrow keys move inside it.
all(".timed .lane svg[role=group]").forEach((lane) => {
  all(".dot", lane).forEach((dot, place) => {
    dot.setAttribute("tabindex", place ? "-1" : "0");
    dot.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], dots = all(".dot:not(.off)", lane);
      const next = step && dots[dots.indexOf(dot) + step];
      if (!next) return;
      event.preventDefault();
      dot.setAttribute("tabindex", "-1"); next.setAttribute("tabindex", "0"); next.focus();
    });
  });
});
