// Draws a box on the page's image with the mouse or a pen, and puts its edges into the form. Without script the edges are typed.
const page = document.querySelector("svg.page:not(.part)");
const form = document.getElementById("box");
const edges = ["left", "top", "right", "bottom"];
let from = null;
let shape = null;

// Where the pointer is, in hundredths of the page.
function place(event) {
  const area = page.getBoundingClientRect();
  const part = (at, start, length) => Math.min(Math.max((100 * (at - start)) / length, 0), 100);
  return [part(event.clientX, area.left, area.width), part(event.clientY, area.top, area.height)];
}

function draw(to) {
  const box = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
  shape.setAttribute("x", `${box[0]}%`);
  shape.setAttribute("y", `${box[1]}%`);
  shape.setAttribute("width", `${box[2] - box[0]}%`);
  shape.setAttribute("height", `${box[3] - box[1]}%`);
  edges.forEach((edge, i) => (form.elements[edge].value = box[i].toFixed(1)));
}

if (page && form) {
  page.classList.add("drawing");
  page.addEventListener("dragstart", event => event.preventDefault());
  page.addEventListener("pointerdown", event => {
    if (event.button === 0 && event.pointerType !== "touch") {
      from = place(event);
    }
  });
  page.addEventListener("pointermove", event => {
    if (!from) {
      return;
    }

    if (!shape) {
      shape = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      shape.setAttribute("class", "drawn");
      page.append(shape);
    }

    draw(place(event));
  });
  window.addEventListener("pointerup", () => {
    if (from && shape) {
      // A click that ends a drag opens no fact.
      page.addEventListener("click", event => event.preventDefault(), { once: true, capture: true });
      setTimeout(() => form.querySelector("button").focus(), 0);
    }

    from = null;
    shape = null;
    document.querySelectorAll(".drawn").forEach((old, i, all) => i < all.length - 1 && old.remove());
  });
}
