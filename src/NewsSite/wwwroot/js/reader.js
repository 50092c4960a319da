// The one script of readers' pages. It tells the site what only the page knows: that it was opened after the browser had fetched it ahead,
// and the first time that one of its summaries is opened. It sends the article's number and nothing else; src/docs/counts.md says what becomes of it.
const { article } = document.querySelector("script[data-article]").dataset;
const tell = (what) => navigator.sendBeacon(`/count/${what}`, article);

if (performance.getEntriesByType("navigation")[0]?.deliveryType === "navigational-prefetch") tell("read");

let isTold = false;
for (const box of document.querySelectorAll("details.summary")) {
  const look = () => {
    if (isTold || !box.open) return;
    isTold = true;
    tell("summary");
  };
  look(); // it may have been opened before this script came
  box.addEventListener("toggle", look);
}
