// What the pages can't do by themselves: keys, drafts that survive, a text field that grows. Without it all still works.
(() => {
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

  // Drafts: what was typed stays on this device until it was sent.
  const draftKey = (form) => `knoop-draft-${form.dataset.draft}`;
  const restore = (root) => {
    for (const form of root.querySelectorAll("form[data-draft]")) {
      const text = form.elements.text;
      const kept = localStorage.getItem(draftKey(form));
      if (kept && !text.value) text.value = kept;
      if (text.value) grow(text);
      if (text.autofocus) text.focus();
    }
  };
  const grow = (text) => {
    text.rows = Math.min(18, Math.max(2, text.value.split("\n").length, Math.ceil(text.value.length / 64)));
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form || event.target.name !== "text") return;
    grow(event.target);
    if (event.target.value) localStorage.setItem(draftKey(form), event.target.value);
    else localStorage.removeItem(draftKey(form));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form) sessionStorage.setItem("knoop-sent", draftKey(form));
  });
  // A draft goes only when the next page or part came without an error in it.
  const settleDraft = (root) => {
    const sent = sessionStorage.getItem("knoop-sent");
    if (!sent) return;
    sessionStorage.removeItem("knoop-sent");
    if (!root.querySelector("[aria-invalid]")) localStorage.removeItem(sent);
  };

  document.addEventListener("htmx:after:swap", () => {
    settleDraft(document);
    restore(document);
    const fresh = document.querySelector("[data-new]");
    if (fresh) fresh.scrollIntoView({ block: "center" });
  });

  // Keys: j and k through posts and answers, c to write, g h, g s, g p to go.
  const move = (step) => {
    const all = [...document.querySelectorAll("article")];
    if (!all.length) return;
    const at = all.indexOf(document.activeElement.closest("article"));
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Enter" && event.target.form) event.target.form.requestSubmit();
      return;
    }
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "j") move(1);
    if (event.key === "k") move(-1);
    if (event.key === "c") {
      const text = document.querySelector("form.composer textarea");
      if (text) { event.preventDefault(); text.focus(); }
    }
  });

  // A small menu that is open closes when attention goes elsewhere.
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.offer[open]")) if (!open.contains(event.target)) open.open = false;
  });

  settleDraft(document);
  restore(document);
})();
