// One hand on the keyboard: a says right, s saves what was changed, x rejects; n (in keys.js) goes on to the next.
const actions = { a: "confirm", s: "set", x: "reject" };
const form = document.getElementById("review");

document.addEventListener("keydown", event => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && actions[event.key]) {
    event.preventDefault();
    form.requestSubmit(form.querySelector(`button[value=${actions[event.key]}]`));
  } else if (typing && event.key === "Escape") {
    event.target.blur();
  }
});

// The excerpt is scrolled to the words, the page stays where it is.
const mark = document.getElementById("mark");
const excerpt = mark?.closest(".excerpt");
if (excerpt) {
  excerpt.scrollTop = mark.getBoundingClientRect().top - excerpt.getBoundingClientRect().top - excerpt.clientHeight / 3;
}
