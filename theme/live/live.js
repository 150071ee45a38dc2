// Listens to what `make live` tells, and shows it: new versions, and what has to be put right.

import { PrintPane, SitePane } from "/panes.js";

const panes = {
  site: new SitePane(document.getElementById("site")),
  print: new PrintPane(document.getElementById("print")),
};
const notices = document.getElementById("notices");
const faults = document.getElementById("faults");
const state = document.getElementById("state");
const restarted = document.getElementById("restarted");
const title = document.title;
let shownFaults = "[]";

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
}

// Assistive software says again what is written again.
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function stateOf(side) {
  if (side.working) return side.version || side.faulty ? "working" : "first";
  return side.faulty ? "faulty" : "current";
}

function whatStays(site, print) {
  if (!site.version && !print.version) return "none";
  if (site.faulty && print.faulty) return "both";
  return site.faulty ? "site" : "print";
}

function item(fault) {
  const part = document.getElementById("one-fault").content.cloneNode(true);
  part.querySelector(".says").textContent = fault.says;
  part.querySelector("b").textContent = fault.file;
  const line = part.querySelector("[data-line]");
  if (fault.line) line.textContent = filled(line.dataset.line, { n: fault.line });
  part.querySelector("q").textContent = fault.quote;
  if (!fault.file) part.querySelector(".place").remove();
  if (!fault.quote) part.querySelector(".quote").remove();
  return part;
}

function showFaults(found, site, print) {
  const stays = whatStays(site, print);
  const now = JSON.stringify(found.length ? [found, stays] : []);
  if (now === shownFaults) return;
  shownFaults = now;
  document.title = title;
  faults.replaceChildren();
  // Many faults scroll, also with the keyboard alone.
  notices.tabIndex = found.length ? 0 : -1;
  if (!found.length) return;
  const part = document.getElementById("some-faults").content.cloneNode(true);
  const heading = part.querySelector("h2");
  const words = found.length === 1 ? heading.dataset.one : heading.dataset.many;
  heading.textContent = filled(words, { n: found.length });
  const line = part.querySelector(".stays");
  line.textContent = line.dataset[stays];
  part.querySelector("ul").append(...found.map(item));
  document.title = `${heading.textContent} – ${title}`;
  faults.append(part);
}

// The two sides' states, the most important first.
const RANK = ["first", "working", "faulty", "current"];

function show({ faults: found, site, print }) {
  const states = { site: stateOf(site), print: stateOf(print) };
  const both = RANK.find((one) => Object.values(states).includes(one));
  document.body.dataset.state = both;
  write(state, state.dataset[both]);
  for (const [name, pane] of Object.entries(panes)) {
    write(pane.note, pane.note.dataset[states[name]]);
  }
  write(restarted, site.restarted || print.restarted ? restarted.dataset.words : "");
  // While a text is on its way, nobody knows yet what is right and what is not.
  if (!site.working && !print.working) showFaults(found, site, print);
  panes.site.show(site);
  panes.print.show(print);
}

function end() {
  document.body.dataset.state = "ended";
  write(state, state.dataset.ended);
  faults.replaceChildren(document.getElementById("the-end").content.cloneNode(true));
  shownFaults = "";
}

const switches = document.querySelectorAll(".switch button");
for (const button of switches) {
  button.addEventListener("click", () => {
    document.body.dataset.pane = button.dataset.pane;
    for (const one of switches) one.setAttribute("aria-pressed", String(one === button));
  });
}

const events = new EventSource("/events");
events.onmessage = (event) => show(JSON.parse(event.data));
events.onerror = end;
