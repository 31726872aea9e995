// Reading without a connection: pages seen last, and the files they're made of. What somebody types is kept by the page itself.
// The server writes VERSION, SHELL (addresses to keep), OFFLINE and EXTRA (scripts of rooms) before this.
const STATIC = `static-${VERSION}`;
const PAGES = "pages";
const MOST_PAGES = 30;
const NEVER = /^\/(messages|administration|logout|login|invitation)/; // not to be left on a device

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STATIC).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== STATIC && name !== PAGES) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

const fromStatic = async (request) => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) (await caches.open(STATIC)).put(request, fresh.clone());
  return fresh;
};

const keepPage = async (request, response) => {
  const cache = await caches.open(PAGES);
  await cache.delete(request); // so that what was seen last stands last
  await cache.put(request, response);
  const kept = await cache.keys();
  for (const oldest of kept.slice(0, Math.max(0, kept.length - MOST_PAGES))) await cache.delete(oldest);
};

const page = async (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  try {
    const fresh = await fetch(request);
    // A page that leads elsewhere is not that page; nor is one that says something is wrong.
    if (fresh.ok && !fresh.redirected && !NEVER.test(pathname)) event.waitUntil(keepPage(request, fresh.clone()));
    return fresh;
  } catch {
    return (await caches.match(request, { cacheName: PAGES })) ?? (await caches.match(OFFLINE));
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && pathname === "/logout") event.waitUntil(caches.delete(PAGES));
  if (request.method !== "GET") return;
  if (/^\/(static|style)\//.test(pathname)) event.respondWith(fromStatic(request));
  else if (request.mode === "navigate") event.respondWith(page(event));
});

if (EXTRA.length) importScripts(...EXTRA);
