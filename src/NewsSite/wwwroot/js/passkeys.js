// Asks the browser for a passkey and lets the form around the button carry the answer.
const failed = "The passkey could not be used. Try again, or go on without it.";

async function ask(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
  if (answer.status === 429) throw new Error(`There were too many tries. Wait ${Math.ceil((answer.headers.get("Retry-After") ?? 60) / 60)} minutes.`);
  if (!answer.ok) throw new Error(answer.status === 422 ? await answer.text() : failed);
  const options = await answer.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const complaint = form.querySelector(".error");
    complaint.textContent = "";
    try {
      form.elements.credential.value = await ask(form);
      form.submit();
    } catch (error) {
      complaint.textContent = error.name === "Error" ? error.message : failed;
    }
  });
}
