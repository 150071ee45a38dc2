addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
  const later = document.importNode(document.getElementById("later").content, true);
  const scripts = [...later.querySelectorAll("script")];
  for (const script of scripts) script.async = false;
  // They wait for the page to be read, which is over by now.
  const start = () => document.dispatchEvent(new Event("DOMContentLoaded"));
  scripts.at(-1).addEventListener("load", start);
  document.head.append(later);
})));
