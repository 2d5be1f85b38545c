"use strict";
const $ = (id) => document.getElementById(id);
const facts = [...document.querySelectorAll(".fact")];
const marks = new Map();
for (const mark of document.querySelectorAll("mark"))
  for (const name of mark.dataset.of.split(" ")) marks.set(name, [...(marks.get(name) || []), mark]);

function show(fact, scroll) {
  document.querySelectorAll(".on").forEach((e) => e.classList.remove("on"));
  fact.classList.add("on");
  const own = marks.get(fact.dataset.mark) || [];
  own.forEach((e) => e.classList.add("on"));
  if (own.length && scroll) {
    own[0].closest("details").open = true;
    own[0].scrollIntoView({ block: "center" });
  }
}
function go(list, step) {
  const seen = list.filter((e) => !e.hidden);
  if (!seen.length) return;
  const at = seen.indexOf(document.activeElement.closest?.(".fact"));
  const next = at < 0 ? (step > 0 ? 0 : seen.length - 1) : (at + step + seen.length) % seen.length;
  seen[next].focus();
}
function filter() {
  const words = $("filter").value.toLowerCase(), doubt = $("doubt").checked;
  for (const fact of facts)
    fact.hidden = !(fact.textContent.toLowerCase().includes(words) && (!doubt || fact.matches(".unsure, .wrong, .missed, .extra")));
}
function markup() { document.body.classList.toggle("plain", !$("markup").checked); }

for (const fact of facts) {
  fact.addEventListener("focus", () => show(fact, true));
  fact.addEventListener("click", () => show(fact, true));
}
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark) return;
  const names = mark.dataset.of.split(" "), on = document.querySelector(".fact.on");
  const name = names[(names.indexOf(on?.dataset.mark) + 1) % names.length];
  const fact = facts.find((e) => e.dataset.mark === name && !e.hidden);
  if (!fact) return;
  fact.focus({ preventScroll: true });
  fact.scrollIntoView({ block: "center" });
});
$("filter").addEventListener("input", filter);
$("doubt").addEventListener("change", filter);
$("markup").addEventListener("change", markup);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.type === "search") { if (event.key === "Escape") event.target.blur(); return; }
  const wrong = facts.filter((e) => e.matches(".missed, .extra"));
  const act = { j: () => go(facts, 1), k: () => go(facts, -1), n: () => go(wrong, 1), m: () => $("markup").click(), "/": () => $("filter").focus() }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
const html = [...document.querySelectorAll("pre i.b")].length > 20;
if (html) { $("markup").checked = false; markup(); }
