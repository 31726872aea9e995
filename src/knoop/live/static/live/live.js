// What changes while a page is open. The stream says that something changed, by kind and number; the words are asked
// for by the ordinary addresses. Of all tabs of a browser one listens and tells the others. Without it all still works.
const { stream, person, since, page, marks, ...words } = document.getElementById("live").dataset;
const of = document.getElementById("live-space")?.value ?? words.of;
const HIDDEN_FOR = 3 * 60_000; // milliseconds after which a tab that nobody sees listens no more
const LONGEST_WAIT = 5 * 60_000;
const NAME = `knoop-live-${person}`;
const channel = new BroadcastChannel(NAME);
const WATCHED = { post: `post-${of}`, space: `space-${of}`, notices: "notices" };
const watch = WATCHED[page] ?? "";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const sleep = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

// ---- Parts of pages, asked for as a part.
const ask = async (address) => {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.headers.has("HX-Redirect") || answer.redirected) throw new Error("not now");
  return new DOMParser().parseFromString(await answer.text(), "text/html").body;
};
const place = (fresh, put) => {
  const here = document.importNode(fresh, true);
  put(here);
  window.htmx?.process(here);
  here.classList.add("fresh");
  return here;
};
const announce = (text) => { document.getElementById("said").textContent = text; };

// ---- How many wait: in the menu, before the title, and on the icon of an installed app.
const title = document.title.replace(/^\(\d+\+?\) /, "");
const countIn = (badge) => parseInt(badge?.querySelector("[aria-hidden]").textContent, 10) || 0;
const showMarks = (html) => {
  const had = countIn(document.querySelector("#waiting:not([hidden])"));
  for (const link of all("a", new DOMParser().parseFromString(html, "text/html").body)) {
    for (const mine of all(`nav a[href="${link.getAttribute("href")}"]`)) mine.replaceChildren(...link.cloneNode(true).childNodes);
  }
  const badge = showCount();
  if (countIn(badge) > had && !document.hidden) announce(badge.querySelector(".unseen").textContent);
};
const showCount = () => {
  const badge = document.querySelector("#waiting:not([hidden])");
  const count = badge?.querySelector("[aria-hidden]")?.textContent ?? "";
  document.title = count ? `(${count}) ${title}` : title;
  const set = count ? navigator.setAppBadge?.(parseInt(count, 10)) : navigator.clearAppBadge?.();
  set?.catch(() => {});
  return badge;
};
const askMarks = async () => {
  const isRead = page === "post" && !document.hidden;
  const body = await ask(isRead ? `${marks}?post=${of}` : marks);
  showMarks(body.innerHTML);
  channel.postMessage({ marks: body.innerHTML });
};

// ---- What is on this page.
const arrived = new Set(); // posts that came since this page was asked for
const onFirstPage = () => !/[?&]before=/.test(location.search);

const newPosts = () => {
  const list = document.getElementById("stream");
  if (!list || !onFirstPage()) return;
  let line = document.querySelector(".new-posts");
  if (!line) {
    line = document.importNode(document.getElementById("new-posts").content, true).firstElementChild;
    list.before(line);
    line.querySelector("button").addEventListener("click", () => showPosts(line));
  }
  const text = arrived.size === 1 ? words.post : words.posts.replace("{n}", arrived.size);
  line.querySelector("span").textContent = text;
};
const showPosts = async (line) => {
  let body;
  try {
    body = await ask(location.pathname);
  } catch {
    location.reload();
    return;
  }
  const articles = all("article.post", body);
  const fresh = articles.filter((post) => !document.getElementById(post.id));
  if (articles.length && fresh.length === articles.length) { // more than a page: what lies between would be missing
    location.assign(location.pathname);
    return;
  }
  line.remove();
  arrived.clear();
  const list = document.getElementById("stream");
  list.querySelector(":scope > .empty")?.remove();
  const [first] = fresh.reverse().map((post) => place(post, (here) => list.prepend(here))).reverse();
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
};

// An answer stands behind what it answers and the answers that came before it.
const lastBelow = (comment) => {
  let last = comment;
  while (Number(last.nextElementSibling?.dataset.level) > Number(comment.dataset.level)) last = last.nextElementSibling;
  return last;
};
const newComment = async (pk) => {
  if (document.getElementById(`comment-${pk}`)) return;
  const body = await ask(`${location.pathname}?new=${pk}`);
  const fresh = body.querySelector("article.comment");
  if (!fresh || document.getElementById(fresh.id)) return;
  const above = document.getElementById(`comment-${fresh.dataset.to}`);
  place(fresh, (here) => {
    if (above) lastBelow(above).after(here);
    else document.getElementById("answers").append(here);
  });
  if (above && Number(fresh.dataset.depth) === Number(above.dataset.depth) + 1) {
    document.querySelector(`#${fresh.id} > .answers-whom`)?.remove();
  }
  const heading = body.querySelector("#answers-title");
  if (heading) document.getElementById("answers-title").textContent = heading.textContent;
};

const newMessages = async () => {
  const list = document.querySelector(".said");
  if (!list || !onFirstPage()) return;
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 200;
  const body = await ask(location.pathname);
  const fresh = all(".said > li[id]", body).filter((message) => !document.getElementById(message.id));
  if (!fresh.length) return;
  list.querySelector(":scope > .empty")?.remove();
  const [last] = fresh.map((message) => place(message, (here) => list.append(here))).slice(-1);
  announce(words.message);
  if (isAtEnd) last.scrollIntoView({ block: "nearest" });
};

const newTalks = async () => {
  const list = document.querySelector(".talks");
  if (!list || !onFirstPage() || list.contains(document.activeElement)) return;
  const fresh = (await ask(location.pathname)).querySelector(".talks");
  if (fresh) list.replaceChildren(...document.importNode(fresh, true).children);
};

const newNotices = async () => {
  for (const part of ["needs", "good"]) {
    const list = document.getElementById(part);
    const body = await ask(`${location.pathname}?part=${part}`);
    const fresh = all("li[data-unread]", body).filter((line) => !list.querySelector(`a[href="${line.querySelector("a").getAttribute("href")}"]`));
    for (const line of fresh.reverse()) {
      const before = list.querySelector(`[data-line="${CSS.escape(line.dataset.line)}"][data-unread]`);
      if (before?.contains(document.activeElement)) continue;
      before?.remove();
      list.querySelector(":scope > .empty")?.remove();
      place(line, (here) => list.prepend(here));
    }
  }
};

// ---- What was said is done when somebody looks; a tab behind others keeps it until then.
const waiting = new Map();
let isBusy = false;
let spread = 0; // milliseconds over which all who are told the same ask for it
const later = (key, act, within = spread) => setTimeout(() => { waiting.set(key, act); catchUp(); }, Math.random() * within);
const catchUp = async () => {
  if (document.hidden || isBusy) return;
  isBusy = true;
  while (waiting.size && !document.hidden) {
    const [[key, act]] = waiting;
    waiting.delete(key);
    await Promise.resolve().then(act).catch(() => {});
  }
  isBusy = false;
};

// Who was away for too long to be told one by one looks what this page doesn't show yet.
const lookForPosts = async () => {
  for (const { id } of all("article.post", await ask(location.pathname))) {
    if (!document.getElementById(id)) arrived.add(Number(id.replace("post-", "")));
  }
  if (arrived.size) newPosts();
};
const lookForComments = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  for (const { id } of all("article.comment", page)) await newComment(id.replace("comment-", ""));
};
const ANYWAY = {
  home: lookForPosts,
  space: lookForPosts,
  post: lookForComments,
  conversation: newMessages,
  conversations: newTalks,
  notices: newNotices,
};
const hear = (said) => {
  spread = 1000 * (said?.find(([kind]) => kind === "wait")?.[1] ?? 0);
  if (!said && ANYWAY[page]) later("anyway", ANYWAY[page]);
  for (const [kind, thing, within] of said ?? []) {
    if (kind === "post" && (page === "home" || (page === "space" && String(within) === of))) {
      if (!document.getElementById(`post-${thing}`)) arrived.add(thing);
      if (arrived.size) later("posts", newPosts, 0);
    } else if (kind === "comment" && page === "post" && String(within) === of) {
      later(`comment-${thing}`, () => newComment(thing));
    } else if (kind === "message" && page === "conversation" && String(within) === of) {
      later("messages", newMessages);
    } else if (kind === "message" && page === "conversations") {
      later("talks", newTalks);
    } else if ((kind === "needs" || kind === "good") && page === "notices") {
      later("notices", newNotices);
    }
    // Who leads asks for the marks anyway, which reads what its post shows.
    if (kind === "needs" && page === "post" && !document.hidden && !isLeading) later("marks", askMarks);
  }
};

// ---- One tab of the browser listens, and tells the others; when it goes another takes its place.
const watches = new Map([["me", watch]]); // by tab
const me = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
let source = null;
let last = ""; // number of what was heard last
let asked = ""; // what the open stream watches
let failures = 0;
let timer = 0;
let isOver = false;
let isLeading = false;
let letGo = null; // gives up the lock, or waiting for it

const union = () => [...new Set(watches.values())].filter(Boolean).sort().join(",");

const marksSoon = () => {
  clearTimeout(marksSoon.timer);
  // Whoever hears of it at the same moment doesn't ask at the same moment.
  marksSoon.timer = setTimeout(() => askMarks().catch(() => {}), 200 + Math.random() * (800 + spread));
};
const heard = (event) => {
  last = event.lastEventId || last;
  const said = event.type === "again" ? null : JSON.parse(event.data);
  channel.postMessage({ said, last });
  hear(said);
  if (!said || said.some(([kind]) => kind === "needs" || kind === "message")) marksSoon();
};

const close = () => {
  clearTimeout(timer);
  source?.close();
  source = null;
};
const open = () => {
  close();
  if (isOver || !isLeading) return;
  asked = union();
  const address = new URL(stream, location.href);
  if (asked) address.searchParams.set("see", asked);
  address.searchParams.set(...(last ? ["after", last] : ["since", since]));
  source = new EventSource(address, { withCredentials: true });
  source.addEventListener("open", () => { failures = 0; });
  source.addEventListener("message", heard);
  source.addEventListener("again", heard);
  source.addEventListener("bye", () => { isOver = true; rest(); });
  source.addEventListener("error", () => {
    close();
    failures += 1;
    timer = setTimeout(open, Math.min(LONGEST_WAIT, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
  });
};

const lead = async () => {
  isLeading = true;
  channel.postMessage({ who: true });
  await sleep(150); // for the others to say what they watch
  open();
};
const listen = () => {
  if (letGo || isOver || document.hidden) return;
  channel.postMessage({ tab: me, watch });
  if (!navigator.locks) { // no https: each tab that is looked at has a line of its own
    letGo = () => {};
    lead();
    return;
  }
  const waitingFor = new AbortController();
  letGo = () => waitingFor.abort();
  navigator.locks.request(NAME, { signal: waitingFor.signal }, () => new Promise((done) => {
    letGo = done;
    lead();
  })).catch(() => {});
};
const rest = () => {
  isLeading = false;
  close();
  channel.postMessage({ tab: me, watch: null });
  letGo?.();
  letGo = null;
};

channel.addEventListener("message", ({ data }) => {
  if (data.tab) {
    if (data.watch === null) watches.delete(data.tab);
    else watches.set(data.tab, data.watch);
    if (source && data.watch && !asked.split(",").includes(data.watch)) open();
  }
  if (data.who) channel.postMessage({ tab: me, watch });
  if (data.last) last = data.last;
  if ("said" in data) hear(data.said);
  if (data.marks) showMarks(data.marks);
});

let unseen = 0;
addEventListener("visibilitychange", () => {
  clearTimeout(unseen);
  if (document.hidden) {
    unseen = setTimeout(rest, navigator.locks ? HIDDEN_FOR : HIDDEN_FOR / 6);
  } else {
    listen();
    catchUp();
  }
});
addEventListener("online", () => { failures = 0; if (!source) open(); });
addEventListener("pagehide", rest);
addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
showCount();
channel.postMessage({ marks: all("nav.nav:not(.nav-spaces) a").map((link) => link.outerHTML).join("") }); // read here is read there
listen();
