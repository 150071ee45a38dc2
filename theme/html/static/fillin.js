/* What the reader fills in.  Nothing is ever sent, and nothing is kept unless the reader asks for
   it; then it is kept in this browser's own store, all pages of one clinic's handout together.
   The words that are shown stand in templates/fill-in-note.html. */
(() => {
  "use strict";

  // A page made of several has several notes; the first speaks for all.
  const [note, ...others] = document.querySelectorAll(".fill-in-note");
  others.forEach((other) => other.remove());
  const fields = [...document.querySelectorAll("[data-field]")];
  const part = (name) => note.querySelector(`[data-do="${name}"]`);
  const keep = part("keep");
  const status = note.querySelector("[role=status]");
  const controls = note.querySelector(".controls");
  const dialog = note.querySelector("dialog");
  const place = note.dataset.keep;
  const store = openStore();

  /** Return the browser's store, or null where the reader or the browser does not allow it. */
  function openStore() {
    try {
      window.localStorage.getItem(place);
      return window.localStorage;
    } catch {
      return null;
    }
  }

  /** Return what is kept, by the fields' names, or null if the reader does not want that. */
  function kept() {
    return JSON.parse(store?.getItem(place) ?? null);
  }

  const isBox = (field) => field.type === "checkbox";
  const valueOf = (field) => (isBox(field) ? field.checked : field.value);

  /** Show *value* in a field, or nothing. */
  function put(field, value) {
    if (isBox(field)) {
      field.checked = value === true;
    } else if (field.value !== (value ?? "")) {
      field.value = value ?? "";
    }
    grow(field);
  }

  /** Give the field's words to the style sheet, which makes room for them in any browser. */
  function grow(field) {
    if (!isBox(field)) {
      field.parentElement.dataset.typed = field.value;
    }
  }

  /** Keep what stands in *changed* beside what is kept already. */
  function save(changed, values) {
    changed.forEach((field) => (values[field.dataset.field] = valueOf(field)));
    try {
      store.setItem(place, JSON.stringify(values));
      show("kept");
    } catch {
      show("blocked"); // no room: some browsers give a private window none
    }
  }

  /** Show the sentences for one of three states: free, kept, blocked.  What can be done about
      words that are kept is never folded away. */
  function show(state) {
    const shown = { free: state !== "kept", kept: state === "kept", blocked: state === "blocked" };
    note.querySelectorAll("[data-when]").forEach((line) => (line.hidden = !shown[line.dataset.when]));
    keep.checked = state === "kept";
    keep.parentElement.hidden = state === "blocked";
    controls.open ||= state !== "free";
  }

  /** Bring the page to what is kept, which another page may have changed. */
  function refresh() {
    const values = kept();
    if (values) {
      const isNew = !keep.checked;
      fields
        .filter((field) => field.dataset.field in values)
        .forEach((field) => put(field, values[field.dataset.field]));
      show("kept");
      if (isNew) {
        save(fields.filter(valueOf), values);
      }
    } else if (keep.checked) {
      fields.forEach((field) => put(field));
      show("free");
    }
  }

  function forget() {
    store?.removeItem(place);
    show(store ? "free" : "blocked");
  }

  keep.addEventListener("change", () => {
    if (keep.checked) {
      save(fields.filter(valueOf), {});
    } else {
      forget();
    }
    status.textContent = keep.checked ? status.dataset.saved : status.dataset.unsaved;
  });

  document.addEventListener("input", ({ target }) => {
    if (!fields.includes(target)) {
      return;
    }
    grow(target);
    const values = kept();
    if (values) {
      save([target], values);
    }
  });

  part("print").addEventListener("click", () => window.print());
  part("ask").addEventListener("click", () => {
    status.textContent = "";
    dialog.showModal();
  });
  part("back").addEventListener("click", () => dialog.close());
  part("erase").addEventListener("click", () => {
    forget();
    fields.forEach((field) => put(field));
    dialog.close();
    status.textContent = status.dataset.erased;
  });

  // Another page was open at the same time, or this one is shown again by the "back" button.
  window.addEventListener("storage", refresh);
  window.addEventListener("pageshow", refresh);

  show(store ? "free" : "blocked");
  fields.forEach(grow);
  refresh();
  controls.hidden = false;
})();
