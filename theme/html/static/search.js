/* Takes what a reader looks for to the search page behind a "#" in the address: browsers never
   send that part, so that no host can note it. */
"use strict";

for (const form of document.querySelectorAll(".sidebar-search-container")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.querySelector("input").value.trim();
    // On the search page itself, its address is only "#".
    const [page] = form.action.split("#");
    if (words) location.assign(`${page}#q=${encodeURIComponent(words)}`);
  });
}

const lookForWords = () => {
  const words = new URLSearchParams(location.hash.slice(1)).get("q");
  if (!words) return;
  for (const field of document.querySelectorAll(".sidebar-search")) field.value = words;
  document.getElementById("search-results").replaceChildren();
  Search.performSearch(words);
};

addEventListener("DOMContentLoaded", () => {
  // Sphinx's search is there on the search page only.
  if (typeof Search === "undefined") return;
  addEventListener("hashchange", lookForWords);
  lookForWords();
});
