// Keeps the site usable without a network, and isolates its pages from other origins, so that they may share memory
// with the kernel's workers and stop a loop without losing values. The build fills in the two constants.
const version = "0";
/** What pages do not load themselves, and need once there is no network. */
const files = [];

const cacheName = `tslinen-${version}`;
/** Files whose names tell their content. */
const isNamedByContent = (path) => /[.-][0-9a-f]{7,16}\.\w+$/.test(path);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep(files));
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

// A page that was loaded before there was this worker tells what it has loaded.
self.addEventListener("message", (event) => event.waitUntil(keep(event.data)));

self.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const isOurs = url.startsWith(self.registration.scope) && !headers.has("range");
  if (method === "GET" && isOurs) event.respondWith(answer(event.request));
});

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith("tslinen-") && name !== cacheName) await caches.delete(name);
  }
  await self.clients.claim();
}

/** Keeps what stands at addresses, each by itself: one that is missing takes no other with it. */
async function keep(addresses) {
  const cache = await caches.open(cacheName);
  await Promise.allSettled(
    addresses.map(async (address) => {
      const { href } = new URL(address, self.registration.scope);
      if (href.startsWith(self.registration.scope) && !(await cache.match(href))) await cache.add(href);
    }),
  );
}

/** What is kept, for names that tell the content; else what the server says, and what is kept only without a network. */
async function answer(request) {
  const cache = await caches.open(cacheName);
  // A notebook's page is the same for every notebook.
  const find = () => cache.match(request, { ignoreSearch: request.mode === "navigate" });
  const kept = isNamedByContent(new URL(request.url).pathname) ? await find() : undefined;
  if (kept) return isolated(kept);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return isolated(response);
  } catch (error) {
    const known = await find();
    if (known) return isolated(known);
    throw error;
  }
}

/** An answer with the headers by which a page is isolated. Other origins' pictures still show. */
function isolated(response) {
  if (response.type !== "basic" && response.type !== "default") return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "credentialless");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  const { status, statusText } = response;
  const body = [101, 204, 205, 304].includes(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}
