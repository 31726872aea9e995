// Files that are added while somebody writes: they go up at once, with progress, and can be left out or put in order.
// Without this they go with the form itself.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const filled = (words, name) => words.replace("{name}", name);
  const say = (words) => { document.getElementById("said").textContent = words; };
  const waiting = new WeakMap(); // form: how many files are on their way
  const held = new WeakMap(); // form: the button that was pressed meanwhile

  const send = (address, data, onProgress) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => resolve(request));
    for (const fault of ["error", "abort", "timeout"]) request.addEventListener(fault, reject);
    request.send(data);
  });

  const tokenOf = (form) => form.elements.csrfmiddlewaretoken.value;

  const bar = () => {
    const progress = document.createElement("progress");
    progress.max = 1;
    progress.value = 0;
    return progress;
  };

  const line = (attach, words) => {
    const item = document.createElement("li");
    item.append(words);
    const list = attach.querySelector(".files-adding");
    list.append(item);
    list.hidden = false;
    return item;
  };

  const gone = (item) => {
    const list = item.parentElement;
    item.remove();
    if (list && !list.children.length) list.hidden = true;
  };

  const wrong = (attach, words) => {
    const item = document.createElement("li");
    item.className = "wrong chosen-wrong";
    item.setAttribute("role", "alert");
    item.textContent = words;
    attach.querySelector(".files-chosen").append(item);
  };

  const one = async (attach, file) => {
    const form = attach.closest("form");
    const item = line(attach, filled(attach.dataset.busyText, file.name));
    const progress = bar();
    progress.setAttribute("aria-label", file.name);
    item.append(progress);
    waiting.set(form, (waiting.get(form) ?? 0) + 1);
    const data = new FormData();
    data.append("csrfmiddlewaretoken", tokenOf(form));
    data.append("files", file, file.name);
    try {
      const answer = await send(attach.dataset.attach, data, (share) => { progress.value = share; });
      if (answer.status !== 201 && answer.status !== 422) throw new Error(answer.status);
      attach.querySelector(".files-chosen").insertAdjacentHTML("beforeend", answer.responseText);
      if (answer.status === 201) say(filled(attach.dataset.added, file.name));
      else held.delete(form); // they should see what is wrong before it is posted
    } catch {
      wrong(attach, filled(attach.dataset.failed, file.name));
      held.delete(form);
    }
    gone(item);
    waiting.set(form, waiting.get(form) - 1);
    if (!waiting.get(form) && held.has(form)) {
      const button = held.get(form);
      held.delete(form);
      form.requestSubmit(button);
    }
  };

  // One after the other: the first is there soonest, and they stay in the order in which they were chosen.
  const queues = new WeakMap();
  const add = (attach, files) => {
    for (const item of all(".chosen-wrong", attach)) item.remove();
    const form = attach.closest("form");
    const free = Number(attach.dataset.most) - all(".chosen-file", attach).length - (waiting.get(form) ?? 0);
    const taken = [...files].slice(0, Math.max(0, free));
    if (taken.length < files.length) wrong(attach, attach.dataset.tooMany);
    for (const file of taken) {
      const before = queues.get(attach) ?? Promise.resolve();
      waiting.set(form, (waiting.get(form) ?? 0) + 1);
      queues.set(attach, before.then(() => {
        waiting.set(form, waiting.get(form) - 1);
        return one(attach, file);
      }));
    }
  };

  // Words aren't sent while their files are still on their way; they go by themselves when those are there.
  addEventListener("submit", (event) => {
    if (!waiting.get(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.set(event.target, event.submitter);
  }, true);

  const shelve = async (form, files) => {
    const said = form.querySelector(".adding-all");
    const progress = bar();
    said.replaceChildren(form.dataset.busyText, " ", progress);
    const data = new FormData();
    data.append("csrfmiddlewaretoken", tokenOf(form));
    for (const file of files) data.append("files", file, file.name);
    try {
      const answer = await send(form.action, data, (share) => { progress.value = share; });
      if (answer.status !== 200 && answer.status !== 422) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(answer.responseText, "text/html");
      for (const id of ["files", "shelf-wrong"]) {
        document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
        globalThis.htmx?.process(document.getElementById(id));
      }
      said.replaceChildren();
    } catch {
      said.replaceChildren(form.dataset.failed);
    }
  };

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.files.length) return;
    const attach = input.closest("[data-attach]");
    const shelf = input.closest("form[data-shelf]");
    if (attach) add(attach, [...input.files]);
    else if (shelf) shelve(shelf, [...input.files]);
    else if (input.dataset.send !== undefined) { input.form.requestSubmit(); return; }
    else return;
    input.value = "";
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".chosen-acts button");
    if (!button) return;
    const item = button.closest(".chosen-file");
    const attach = item.closest("[data-attach]");
    if (button.dataset.leaveOut !== undefined) {
      const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("[data-leave-out]");
      item.remove();
      say(filled(attach.dataset.removed, item.dataset.name));
      (next ?? attach.querySelector("input[type=file]")).focus();
      return;
    }
    if (button.dataset.step === "-1") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    if (getComputedStyle(button).visibility !== "hidden") button.focus();
    else item.querySelector(`[data-step="${-button.dataset.step}"]`).focus();
  });

  // Dropped on what they're for, or pasted into the words.
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const taker = (event) => event.target.closest?.("form:has([data-attach]), form[data-shelf]");
  let over = null;
  const settle = (form) => {
    if (over !== form) over?.classList.remove("dropping");
    over = form;
    over?.classList.add("dropping");
  };
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    const form = taker(event);
    settle(form ?? null);
    if (form) event.preventDefault();
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) settle(null); });
  document.addEventListener("drop", (event) => {
    const form = hasFiles(event) && taker(event);
    settle(null);
    if (!form) return;
    event.preventDefault();
    const attach = form.querySelector("[data-attach]");
    const files = [...event.dataTransfer.files];
    if (attach) add(attach, files);
    else shelve(form, files);
  });
  document.addEventListener("paste", (event) => {
    const attach = event.target.form?.querySelector("[data-attach]");
    const files = [...(event.clipboardData?.files ?? [])];
    if (!attach || !files.length) return;
    event.preventDefault();
    add(attach, files);
  });
})();
