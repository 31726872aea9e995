// What the pages can't do by themselves: keys, drafts that survive, a text field that grows. Without it all still works.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (element) => element.closest("input, textarea, select");

  // Drafts: what somebody typed stays on this device until it was posted or they log out.
  const PREFIX = "knoop-draft-";
  const keyOf = (form) => PREFIX + form.dataset.draft;

  const grow = (text) => {
    text.rows = Math.min(18, Math.max(2, text.value.split("\n").length, Math.ceil(text.value.length / 64)));
  };

  const restore = () => {
    for (const form of all("form[data-draft]")) {
      const text = form.elements.text;
      text.value ||= localStorage.getItem(keyOf(form)) ?? "";
      if (text.value) grow(text);
      if (text.autofocus) text.focus();
    }
  };

  const keep = (form) => {
    const { value } = form.elements.text;
    if (value) localStorage.setItem(keyOf(form), value);
    else localStorage.removeItem(keyOf(form));
  };

  // Only a page that shows what was posted makes a draft superfluous: the log-in or an error page doesn't.
  const settle = (isPosted) => {
    const sent = sessionStorage.getItem("knoop-sent");
    sessionStorage.removeItem("knoop-sent");
    if (sent && isPosted) localStorage.removeItem(sent);
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form || event.target.name !== "text") return;
    grow(event.target);
    keep(form);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.leaves !== undefined) {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
    if (form.dataset.busy !== undefined) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.busy = "";
    if (form.dataset.draft) {
      keep(form);
      sessionStorage.setItem("knoop-sent", keyOf(form));
    }
  }, true);

  const rest = () => all("form[data-busy]").forEach((form) => delete form.dataset.busy);
  addEventListener("pageshow", rest);

  // Parts of a page that htmx brings.
  let reacted = null;
  document.addEventListener("htmx:before:request", (event) => {
    const button = event.target.closest(".reactions button");
    reacted = button && { group: button.closest(".reactions").id, emoji: button.value };
  });

  // An answer comes right behind what it answers; those that were there already stay before it.
  const lastBelow = (fresh) => {
    let last = fresh;
    while (Number(last.nextElementSibling?.dataset.level) >= Number(fresh.dataset.level)) last = last.nextElementSibling;
    if (last !== fresh) last.after(fresh);
  };

  // One form to answer in: the newest.
  const oneForm = () => {
    const form = document.querySelector("[data-new-form]");
    if (!form) return;
    form.removeAttribute("data-new-form");
    for (const other of all("form#answer")) if (other !== form) other.remove();
  };

  document.addEventListener("htmx:after:swap", () => {
    const fresh = document.querySelector("[data-new]");
    oneForm();
    if (fresh?.dataset.level) lastBelow(fresh);
    settle(Boolean(fresh));
    restore();
    rest();
    if (fresh) {
      fresh.removeAttribute("data-new");
      fresh.classList.add("fresh");
      fresh.focus({ preventScroll: true });
      fresh.scrollIntoView({ block: "center" });
    }
    if (reacted) {
      const group = document.getElementById(reacted.group);
      const same = all("button", group).find((button) => button.value === reacted.emoji);
      (same?.checkVisibility() ? same : group?.querySelector("summary, button"))?.focus();
      reacted = null;
    }
  });

  const sorry = (event) => {
    rest();
    reacted = null;
    const form = event.target.closest("form") ?? document.querySelector("main form");
    const words = document.body.dataset.notSent;
    document.getElementById("said").textContent = words;
    if (!form || form.querySelector(".not-sent")) return;
    const said = document.createElement("p");
    said.className = "wrong not-sent";
    said.textContent = words;
    form.append(said);
    setTimeout(() => said.remove(), 10_000);
  };
  document.addEventListener("htmx:error", sorry);
  document.addEventListener("htmx:response:error", (event) => {
    if (event.detail?.ctx?.response?.status !== 422) sorry(event);
  });

  // Keys: j and k walk through posts and answers, Enter opens one, c writes, g goes somewhere, ? tells.
  const walk = (step) => {
    const articles = all("article");
    if (!articles.length) return;
    const at = articles.indexOf(document.activeElement.closest("article"));
    const next = articles[Math.max(0, Math.min(articles.length - 1, at + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };

  // What the letter means for the post or answer that has the focus, or for the page's only one.
  const act = (selector) => {
    const here = document.activeElement.closest("article") ?? document.querySelector("article.post-alone");
    here?.querySelector(`:scope > .acts ${selector}, :scope > ${selector}`)?.click();
  };

  // After g comes the letter of a place: the menu's links say theirs in data-go.
  let going = 0;
  const go = (key) => {
    const isGoing = Date.now() < going;
    going = 0;
    const link = isGoing && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (link) link.click();
    return Boolean(link);
  };

  const search = () => {
    const field = all('input[type="search"]').find((one) => one.checkVisibility());
    if (field) field.focus();
    else location.assign("/search");
  };

  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    c: () => document.querySelector("form.composer textarea")?.focus(),
    r: () => act("a.answers"),
    b: () => act(".save button"),
    g: () => { going = Date.now() + 1500; },
    "/": search,
    "?": () => document.getElementById("keys")?.showModal(),
  };

  const closeMenus = (except) => {
    for (const menu of all("details.offer[open]")) if (!menu.contains(except)) menu.open = false;
  };

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (key === "Enter" && target.form) target.form.requestSubmit();
      return;
    }
    if (key === "Escape") {
      const menu = target.closest("details.offer[open]");
      closeMenus(null);
      menu?.querySelector("summary").focus();
      if (typing(target)) target.blur();
    } else if (key === "Enter" && target.matches("article")) {
      target.querySelector("a.when")?.click();
    } else if (!typing(target) && !document.querySelector("dialog[open]") && go(key)) {
      event.preventDefault();
    } else if (keys[key] && !typing(target)) {
      event.preventDefault();
      keys[key]();
    }
  });
  document.addEventListener("click", (event) => closeMenus(event.target));

  // Without a connection: the worker shows what was seen last, and this says so.
  const tell = () => { document.getElementById("offline").hidden = navigator.onLine; };
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();
  navigator.serviceWorker?.register("/sw.js");

  settle(/^#(post|comment|draft)-\d+$/.test(location.hash));
  restore();
})();
