// Helps to write: suggests colleagues, units and topics, and says who can read it. Without it all still works.
(() => {
  const WAIT = 120; // milliseconds after the last key
  const WORD = { all: /(^|[\s(])([@#][\p{L}\p{N}._-]{1,60})$/u, people: /(^|,\s*)([^,]{1,60})$/ };
  let list = null;
  let field = null;
  let asked = 0;
  let timer = 0;

  const say = (words) => {
    const said = document.getElementById("said");
    if (said) said.textContent = words;
  };

  const close = () => {
    list?.remove();
    list = null;
    clearTimeout(timer);
    asked += 1;
    if (!field) return;
    field.removeAttribute("aria-activedescendant");
    field.removeAttribute("aria-controls");
    if (field.matches("[role=combobox]")) field.setAttribute("aria-expanded", "false");
  };

  // What is being typed at the caret, and where it begins.
  const wordIn = (input) => {
    const before = input.value.slice(0, input.selectionStart);
    const found = before.match(WORD[input.dataset.suggests]);
    if (!found) return null;
    const typed = found[2].trim();
    const isList = input.dataset.suggests === "people";
    if (!typed || (isList && typed === "@")) return null;
    return { start: before.length - found[2].length, query: isList ? `@${typed.replace(/^@/, "")}` : typed };
  };

  const choose = (option) => {
    const word = wordIn(field);
    if (!word) return close();
    const isList = field.dataset.suggests === "people";
    const written = option.dataset.write + (isList ? ", " : " ");
    field.setRangeText(written, word.start, field.selectionStart, "end");
    const input = field;
    close();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    input.focus();
  };

  const mark = (option) => {
    for (const one of list.children) one.setAttribute("aria-selected", String(one === option));
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const show = (input, found) => {
    close();
    field = input;
    if (!found.length) return;
    list = document.createElement("ul");
    list.id = "suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
    found.forEach(({ write, name, what }, number) => {
      const option = document.createElement("li");
      option.id = `suggestion-${number}`;
      option.setAttribute("role", "option");
      option.dataset.write = write;
      const title = document.createElement("strong");
      title.textContent = name;
      const more = document.createElement("span");
      more.className = "quiet";
      more.textContent = [write === name ? "" : write, what].filter(Boolean).join(" · ");
      option.append(title, more);
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault(); // the field keeps the focus
        choose(option);
      });
      list.append(option);
    });
    (input.closest(".composer-line") ?? input).after(list);
    input.setAttribute("aria-controls", list.id);
    if (input.matches("[role=combobox]")) input.setAttribute("aria-expanded", "true");
    mark(list.firstElementChild);
    say(`${found.length}: ${found.map(({ name }) => name).join(", ")}`);
  };

  const ask = async (input) => {
    const word = wordIn(input);
    if (!word) return close();
    asked += 1;
    const turn = asked;
    try {
      const answer = await fetch(`/suggestions?q=${encodeURIComponent(word.query)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { found } = await answer.json();
      if (turn === asked && document.activeElement === input) show(input, found);
    } catch {
      close(); // no connection: one types the name oneself
    }
  };

  const prepare = () => {
    for (const input of document.querySelectorAll("[data-suggests]")) {
      input.setAttribute("aria-autocomplete", "list");
      if (input.tagName === "INPUT") {
        input.setAttribute("role", "combobox");
        input.setAttribute("aria-expanded", "false");
      }
    }
  };

  document.addEventListener("input", (event) => {
    if (!event.target.dataset?.suggests) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(event.target), WAIT);
  });

  // Before the keys of the page: here they are about the list.
  document.addEventListener("keydown", (event) => {
    if (!list || event.target !== field || event.ctrlKey || event.metaKey || event.altKey) return;
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark(options[(at + step + options.length) % options.length]);
    else if (event.key === "Enter" || event.key === "Tab") choose(options[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  document.addEventListener("focusout", (event) => {
    if (event.target === field) close();
  });

  // Who can read it, as soon as another space is chosen.
  document.addEventListener("change", (event) => {
    const place = event.target.dataset?.readersIn;
    const words = place && document.querySelector(`#${place} span`);
    if (words) words.textContent = event.target.selectedOptions[0].dataset.readers;
  });

  // Another intent: one goes on where the first thing to fill in is.
  document.addEventListener("htmx:after:swap", () => {
    prepare();
    document.querySelector("#composer [autofocus]")?.focus();
  });
  prepare();
})();
