// Search: "/" goes to the box, arrows go through results, and what was looked for is kept on this device.
(() => {
  const PREFIX = "knoop-searches-";
  const MOST = 8;
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  const page = document.querySelector("form.search");
  const field = page?.querySelector("#q");

  const read = (key) => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(kept) ? kept.filter((words) => typeof words === "string") : [];
    } catch {
      return [];
    }
  };

  const remember = () => {
    const words = field?.value.trim();
    if (!words || words.length < 3) return;
    const key = page.dataset.searches;
    const others = read(key).filter((other) => other.toLowerCase() !== words.toLowerCase());
    localStorage.setItem(key, JSON.stringify([words, ...others].slice(0, MOST)));
  };

  const showRecent = () => {
    const section = page?.querySelector("[data-recent]");
    if (!section) return;
    const kept = read(page.dataset.searches);
    section.hidden = kept.length === 0;
    section.querySelector("ul").replaceChildren(...kept.map((words) => {
      const link = document.createElement("a");
      link.href = `${page.action}?${new URLSearchParams({ q: words })}`;
      link.textContent = words;
      const line = document.createElement("li");
      line.append(link);
      return line;
    }));
  };

  const results = () => [...document.querySelectorAll(".results .result-link")];

  const go = (event, step) => {
    const links = results();
    const at = links.indexOf(document.activeElement);
    if (!links.length || (at < 0 && (document.activeElement !== field || step < 0))) return;
    event.preventDefault();
    const next = at + step;
    if (next < 0) field.focus();
    else {
      const link = links[Math.min(next, links.length - 1)];
      link.focus({ preventScroll: true });
      link.scrollIntoView({ block: "nearest" });
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    if (key === "/" && !typing(target)) {
      const box = [...document.querySelectorAll("[data-find]")].find((one) => one.checkVisibility());
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    } else if (page && (key === "ArrowDown" || key === "ArrowUp")) go(event, key === "ArrowDown" ? 1 : -1);
    else if (page && key === "Escape" && target.matches(".result-link")) field.focus();
  });

  // Kept once somebody opens a result or asks for it, not at each letter.
  document.addEventListener("click", (event) => {
    if (event.target.closest(".result-link")) remember();
    if (event.target.closest("[data-forget]")) {
      localStorage.removeItem(page.dataset.searches);
      showRecent();
      field.focus();
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target === page) remember();
    if (event.target.dataset.leaves !== undefined) {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  }, true);

  let said = 0;
  document.addEventListener("htmx:after:swap", () => {
    if (!page) return;
    showRecent();
    clearTimeout(said);
    // Somebody who listens hears the number once, after the last letter.
    said = setTimeout(() => {
      document.getElementById("said").textContent = document.getElementById("found")?.dataset.said ?? "";
    }, 400);
  });

  if (field?.value) remember();
  showRecent();
})();
