// Says every few seconds that this page is open, and shows who else has the article open.
import { raise, lower } from "./bars.js";

const PAUSE = 15000;

export function watchOthers(saving, sheet) {
  let shown = "";

  function show(others) {
    const names = others.join(", ");
    if (names === shown) return;
    shown = names;
    if (names) raise("others-here", `${names} ${others.length === 1 ? "has" : "have"} this article open too.`);
    else lower("others-here");
  }

  async function tell() {
    if (document.hidden || !saving.copies.article) return;
    try {
      const body = new URLSearchParams({ __RequestVerificationToken: sheet.token });
      const answer = await fetch(`${saving.address}?handler=Presence`, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.ok) show((await answer.json()).others);
    } catch {
      // Without a connection nobody can be seen; saving says so.
    }
  }

  document.querySelector("[data-others]")?.remove(); // what stands there without script
  setInterval(tell, PAUSE);
  document.addEventListener("visibilitychange", tell);
  addEventListener("newsroom:begun", tell);
  tell();
}
