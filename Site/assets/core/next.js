// Where to go after signing in.

/**
 * The page of `next` if it is on this server, otherwise Explore, so that nobody is sent to another site.
 * @param {string | null} next
 */
export function safeNext(next) {
  if (!next || !next.startsWith('/') || /^\/[/\\]/.test(next)) return '/';
  // Browsers ignore tabs and line breaks, so the address is checked as they parse it.
  let target;
  try {
    target = new URL(next, location.origin);
  } catch {
    return '/';
  }
  return target.origin === location.origin ? target.pathname + target.search + target.hash : '/';
}
