// On the page of settings: asks the browser whether this device may be told while Knoop isn't open.
const form = document.getElementById("tell-here");

const tell = (state) => {
  for (const note of document.querySelectorAll("[data-tells]")) note.hidden = note.dataset.tells !== state;
  form.hidden = state !== "off" && state !== "failed";
  const on = document.querySelector(".told-here-on");
  if (on && state !== "on") on.hidden = true;
};

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const isApple = /iPhone|iPad/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
const isInstalled = matchMedia("(display-mode: standalone)").matches;

const subscribe = async () => {
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before && text(before.options.applicationServerKey) !== form.dataset.key) await before.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) });
};

const switchOn = async () => {
  if ((await Notification.requestPermission()) !== "granted") return tell("denied");
  try {
    const subscription = await subscribe();
    form.elements.endpoint.value = subscription.endpoint;
    form.elements.key.value = text(subscription.getKey("p256dh"));
    form.elements.secret.value = text(subscription.getKey("auth"));
  } catch {
    return tell("failed");
  }
  return form.submit();
};

const look = async () => {
  if (!isSecureContext || !navigator.serviceWorker || !("PushManager" in window)) {
    return tell(isApple && !isInstalled ? "install" : "cannot");
  }
  if (Notification.permission === "denied") return tell("denied");
  if (!form.dataset.endpoint) return tell("off");
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.getSubscription();
  return tell(subscription?.endpoint === form.dataset.endpoint ? "on" : "off");
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await switchOn();
  delete form.dataset.busy;
});
look();
