// The library's page. Without it, the form sends the chosen files together.
import { uploadAll, watchDrops } from "./uploads.js";

const form = document.getElementById("upload");
const field = document.getElementById("files");
const list = form.querySelector("[data-uploads]");
let isBusy = false;

for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
form.querySelector("button").hidden = true; // what is chosen goes at once

async function take(files) {
  if (isBusy || !files.length) return;
  isBusy = true;
  list.replaceChildren();
  const answers = await uploadAll([...files], form.elements.__RequestVerificationToken.value, list);
  isBusy = false;
  field.value = "";
  if (answers.every((answer) => !answer.reason)) location.assign(`${form.action.split("?")[0]}?added=${answers.length}`);
}

form.addEventListener("submit", (event) => {
  if (!field.files.length) return; // the server says what is missing
  event.preventDefault();
  take(field.files);
});
field.addEventListener("change", () => take(field.files));
watchDrops(document.body, take);
