// In the service worker: shows what was pushed, and opens what it is about.
self.addEventListener("push", (event) => {
  if (!event.data) return;
  const { title, url, tag, lang } = event.data.json();
  event.waitUntil((async () => {
    const pages = await self.clients.matchAll({ type: "window" });
    await self.navigator.setAppBadge?.().catch(() => {}); // a dot, until Knoop is opened and counts
    await self.registration.showNotification(title, {
      tag, // of one thread the last takes the place of the one before
      lang,
      renotify: true,
      silent: pages.some((page) => page.focused), // whoever has Knoop before them sees it there
      icon: "/static/web/icon-192.png",
      data: { url },
    });
  })());
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const address = new URL(event.notification.data.url, self.location.origin);
    if (address.origin !== self.location.origin) return;
    const pages = await self.clients.matchAll({ type: "window" });
    const open = pages.find((page) => new URL(page.url).origin === address.origin);
    if (open && "navigate" in open) {
      await open.focus();
      await open.navigate(address.href);
    } else {
      await self.clients.openWindow(address.href);
    }
  })());
});
