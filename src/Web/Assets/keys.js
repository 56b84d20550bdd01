// The keys of every page. Rows are elements with data-row; a row's first link is what Enter opens, a link with data-compare what c opens.
// Without script everything works by links and forms.
const rows = () => [...document.querySelectorAll("[data-row]")].filter(row => row.offsetParent !== null || row.getClientRects().length > 0);
const dialog = document.getElementById("keys");

const chosen = () => document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row].at");

function choose(row) {
  document.querySelector("[data-row].at")?.classList.remove("at");
  row.classList.add("at");
  const target = row.querySelector("a[data-open], a, button, input") ?? row;
  if (target === row) {
    row.tabIndex = -1;
  }

  target.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = rows();
  if (all.length > 0) {
    const at = all.indexOf(chosen());
    choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
  }
}

function follow(selector) {
  const link = document.querySelector(selector);
  link?.click();
  return link !== null;
}

// The marked place after or before the one in view, on a page of a document's text.
function turn(by) {
  if (follow(by > 0 ? "a[rel=next]" : "a[rel=prev]")) {
    return;
  }

  const places = [...document.querySelectorAll("[data-place]")];
  const at = places.indexOf(document.activeElement);
  const next = places[at < 0 ? (by > 0 ? 0 : places.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

const keys = {
  "/": () => {
    const box = document.getElementById("q");
    box?.focus();
    box?.select();
    return box !== null;
  },
  j: () => step(1),
  k: () => step(-1),
  n: () => turn(1),
  p: () => turn(-1),
  c: () => (chosen()?.querySelector("a[data-compare]") ?? document.querySelector("a[data-compare]"))?.click(),
  e: () => follow("a[data-export]"),
  "?": () => dialog.showModal(),
  Escape: () => {
    document.querySelector("[data-row].at")?.classList.remove("at");
    return false;
  },
};

document.addEventListener("keydown", event => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const act = keys[event.key];
  if (!act || typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  if (act() !== false) {
    event.preventDefault();
  }
});
