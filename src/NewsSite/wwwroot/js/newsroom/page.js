// A content page is written with the article's toolbar and paste. Without it, the field is a plain one.
import "../../vendor/markdown-toolbar/markdown-toolbar.js";
import { watchChooser } from "./chooser.js";
import { watchPaste } from "./paste.js";

for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
const body = document.getElementById("Body"); // not there while the page asks whether to delete
if (body) {
  watchPaste(body);
  watchChooser(body.form, () => body.form.elements.__RequestVerificationToken.value);
}
