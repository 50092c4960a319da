// Drag for those who like it: a dropped article is posted by the very form whose buttons do the same.
const slots = [...document.querySelectorAll(".slot")];
let dragged = null;

function drop(slot) {
  const place = dragged.querySelector("form select[name=Slot]");
  if (place) {
    place.value = slot.dataset.slot;
    place.form.requestSubmit();
    return;
  }

  const form = dragged.querySelector("form.moves");
  const target = Object.assign(document.createElement("input"), { type: "hidden", name: "Slot", value: slot.dataset.slot });
  form.append(target);
  form.submit();
}

for (const item of document.querySelectorAll(".slot[data-article], .shelf-list li")) {
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    dragged = item;
    item.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.dataset.article);
  });
  item.addEventListener("dragend", () => {
    item.classList.remove("dragged");
    for (const slot of slots) slot.classList.remove("over");
    dragged = null;
  });
}

for (const slot of slots) {
  slot.addEventListener("dragover", (event) => {
    if (!dragged || dragged === slot) return;
    event.preventDefault();
    slot.classList.add("over");
  });
  slot.addEventListener("dragleave", (event) => {
    if (!slot.contains(event.relatedTarget)) slot.classList.remove("over");
  });
  slot.addEventListener("drop", (event) => {
    if (!dragged || dragged === slot) return;
    event.preventDefault();
    drop(slot);
  });
}
