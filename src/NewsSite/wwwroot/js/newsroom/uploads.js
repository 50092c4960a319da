// Pictures on their way to the library: one request each, so that each has its own progress and its own answer.
const isPicture = (file) => file.type.startsWith("image/");

/**
 * @param {string} token against forgery
 * @param {(part: number) => void} progress from 0 to 1
 * @returns {Promise<object>} what the library says of the picture, or { name, reason }
 */
export function upload(file, token, progress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch tells nothing while it sends
    const body = new FormData();
    body.append("__RequestVerificationToken", token);
    body.append("files", file, file.name || "Pasted picture.png");
    const refused = (reason) => resolve({ name: file.name || "The picture", reason });
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) progress(event.loaded / event.total); });
    request.addEventListener("load", () => {
      try {
        const [answer] = JSON.parse(request.responseText);
        resolve(answer);
      } catch {
        refused(request.status === 413 ? "is larger than 32 MB." : "was not taken: sign in again, and try once more.");
      }
    });
    request.addEventListener("error", () => refused("did not reach the server. Try again."));
    request.open("POST", "/admin/pictures?handler=Upload");
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });
}

/**
 * Uploads one after the other and says in a list how far each is.
 * @param {HTMLUListElement} list
 * @returns {Promise<object[]>} the answers
 */
export async function uploadAll(files, token, list) {
  const lines = files.map((file) => {
    const [line, name, bar] = ["li", "span", "progress"].map((tag) => document.createElement(tag));
    name.textContent = file.name || "Pasted picture";
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${name.textContent}: uploading`);
    line.append(name, " ", bar);
    list.append(line);
    return { file, line, bar };
  });
  const answers = [];
  for (const { file, line, bar } of lines) {
    const answer = await upload(file, token, (part) => { bar.value = part; });
    bar.remove();
    line.className = answer.reason ? "bad" : "";
    line.append(answer.reason ? "" : "is in the library.");
    if (answer.reason) line.replaceChildren(Object.assign(document.createElement("span"), { className: "error", textContent: `${answer.name} ${answer.reason}` }));
    answers.push(answer);
  }
  return answers;
}

/** Takes what is dropped on an element or pasted into it. */
export function watchDrops(element, take) {
  element.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    element.classList.add("over");
  });
  for (const end of ["dragleave", "drop"]) element.addEventListener(end, () => element.classList.remove("over"));
  element.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    take(files); // the library says of each what it is not
  });
  element.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter(isPicture);
    if (!files.length || event.clipboardData.getData("text/plain")) return; // a copied text brings a picture of itself along
    event.preventDefault();
    take(files);
  });
}
