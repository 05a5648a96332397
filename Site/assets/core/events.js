// One stream of events from the server, shared by everything on the page.

const names = ['job', 'catalogue', 'hello'];
/** @type {Map<string, Set<(data: never) => void>>} */
const listeners = new Map(names.map((name) => [name, new Set()]));
/** @type {EventSource | null} */
let source = null;
let retryTimer = 0;
let hiddenTimer = 0;
let failures = 0;

/**
 * Calls `run(data)` for each event called `name`; returns a function that removes the listener.
 * @template {keyof ServerEvents} Name
 * @param {Name} name
 * @param {(data: ServerEvents[Name]) => void} run
 */
export function onServer(name, run) {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set);
  set.add(run);
  if (source && !names.includes(name)) listen(name);
  connect();
  return () => {
    set.delete(run);
    if ([...listeners.values()].every((each) => each.size === 0)) disconnect();
  };
}

function connect() {
  if (source || document.hidden) return;
  clearTimeout(retryTimer);
  source = new EventSource('/api/v1/events');
  source.addEventListener('open', () => {
    failures = 0;
  });
  source.addEventListener('error', reconnectIfClosed);
  for (const name of listeners.keys()) listen(name);
}

/** @param {string} name */
function listen(name) {
  source?.addEventListener(name, (event) => {
    // What each `run` takes: it listens to its own event alone.
    let data;
    try {
      data = /** @type {never} */ (JSON.parse(event.data));
    } catch {
      return;
    }
    for (const run of [...listeners.get(name) ?? []]) run(data);
  });
}

// The browser reconnects after a lost connection, but gives up after an error response.
function reconnectIfClosed() {
  if (source?.readyState !== EventSource.CLOSED) return;
  disconnect();
  const wait = Math.min(30, 2 ** failures++) * 1000;
  retryTimer = setTimeout(connect, wait);
}

function disconnect() {
  clearTimeout(retryTimer);
  source?.close();
  source = null;
}

const wanted = () => [...listeners.values()].some((each) => each.size > 0);

// Browsers allow six connections to one server. A hidden tab closes its stream; the hello
// event after reconnecting has the version, so that no change is missed.
document.addEventListener('visibilitychange', () => {
  clearTimeout(hiddenTimer);
  if (document.hidden) hiddenTimer = setTimeout(disconnect, 20_000);
  else if (wanted()) connect();
});
window.addEventListener('pagehide', disconnect);
window.addEventListener('pageshow', (event) => {
  if (event.persisted && wanted()) connect();
});
