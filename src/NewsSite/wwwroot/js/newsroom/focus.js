// The point that must stay in view: a click in the picture, or arrow keys on its mark. Without it, two numbers are typed.
const aim = document.querySelector("[data-aim]");
const [x, y] = ["FocusX", "FocusY"].map((name) => document.getElementById(name));
const [width, height] = [Number(aim.dataset.width), Number(aim.dataset.height)];
const ratios = { Wide: 16 / 9, Standard: 4 / 3, Square: 1, Portrait: 4 / 5 };
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (number) => Math.min(100, Math.max(0, Math.round(number)));

for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
const mark = Object.assign(document.createElement("button"), { type: "button", className: "mark" });
aim.append(mark);

// Previews are made of the whole picture, so that they follow at once.
const whole = aim.querySelector("img");
const crops = [...document.querySelectorAll("[data-crop]")].map((item) => {
  const preview = Object.assign(document.createElement("img"), { alt: "", className: `crop crop-${item.dataset.crop.toLowerCase()}` });
  preview.src = whole.currentSrc || whole.src;
  item.querySelector("picture").replaceWith(preview);
  return { preview, ratio: ratios[item.dataset.crop] };
});
if (!whole.complete) whole.addEventListener("load", () => { for (const { preview } of crops) preview.src = whole.currentSrc; }, { once: true });

// As the server cuts: the point in the middle, as far as the edges allow.
function place(whole, part, percent) {
  if (part >= whole) return 50;
  const start = Math.min(whole - part, Math.max(0, (whole * percent) / 100 - part / 2));
  return (start / (whole - part)) * 100;
}

function show() {
  const [left, top] = [within(Number(x.value)), within(Number(y.value))];
  mark.style.insetInlineStart = `${left}%`;
  mark.style.insetBlockStart = `${top}%`;
  mark.setAttribute("aria-label", `In view: ${left} % from the left, ${top} % from above. Arrow keys move it.`);
  for (const { preview, ratio } of crops) {
    const [cutWidth, cutHeight] = [Math.min(width, height * ratio), Math.min(height, width / ratio)];
    preview.style.objectPosition = `${place(width, cutWidth, left)}% ${place(height, cutHeight, top)}%`;
  }
}

function move(left, top) {
  [x.value, y.value] = [within(left), within(top)];
  show();
}

aim.addEventListener("click", (event) => {
  if (event.target === mark) return;
  const box = whole.getBoundingClientRect();
  move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  mark.focus();
});
mark.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const far = event.shiftKey ? 10 : 1;
  move(Number(x.value) + step[0] * far, Number(y.value) + step[1] * far);
});
for (const field of [x, y]) field.addEventListener("input", show);
show();
