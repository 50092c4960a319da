// The library's page. Without it, the form sends the chosen files together.
import { read } from "./trusted.js";
import { uploadAll, watchDrops } from "./uploads.js";

const form = document.getElementById("upload");
const field = document.getElementById("files");
const list = form.querySelector("[data-uploads]");
const page = form.action.split("?")[0];
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
  const refused = answers.filter((answer) => answer.reason);
  if (!refused.length) location.assign(`${page}?added=${answers.length}`);
  else if (refused.length < answers.length) await showTaken();
}

// What is said of those that were refused stays, so the page does too.
async function showTaken() {
  const answer = await fetch(page).catch(() => null);
  const fresh = answer?.ok && read(await answer.text()).querySelector(".library");
  if (fresh) document.querySelector("main :is(.library, .lede)").replaceWith(document.adoptNode(fresh));
}

form.addEventListener("submit", (event) => {
  if (!field.files.length) return; // the server says what is missing
  event.preventDefault();
  take(field.files);
});
field.addEventListener("change", () => take(field.files));
watchDrops(document.body, take);
