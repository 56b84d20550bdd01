// Suggests indicators while one is typed. The list is the browser's own; without script the box takes any words.
const box = document.querySelector("input[list=suggestions]");
const list = document.getElementById("suggestions");
const pause = 150;
let timer = 0;
let asked = "";

async function ask() {
  const words = box.value.trim();
  if (words === asked || words.length < 3) {
    return;
  }

  asked = words;
  const answer = await fetch(`/compare/suggest?q=${encodeURIComponent(words)}`);
  if (answer.ok && words === asked) {
    list.replaceChildren(...(await answer.json()).map(name => new Option(name, name)));
  }
}

box?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
});
