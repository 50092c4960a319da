// The one script of readers' pages: the first time that a summary of this page is opened, the site is told so.
// It sends the number of the article and nothing else; src/docs/counts.md says what becomes of it.
const { article } = document.querySelector("script[data-article]").dataset;
let isTold = false;

for (const box of document.querySelectorAll("details.summary")) {
  const tell = () => {
    if (isTold || !box.open) return;
    isTold = true;
    navigator.sendBeacon("/count/summary", article);
  };
  tell(); // it may have been opened before this script came
  box.addEventListener("toggle", tell);
}
