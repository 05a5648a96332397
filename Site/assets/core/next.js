// Where to go after signing in.

/**
 * The page of `next` if it is one of this server's, else Explore: nobody is sent elsewhere.
 * @param {string | null} next
 */
export function safeNext(next) {
  if (!next || !next.startsWith('/') || /^\/[/\\]/.test(next)) return '/';
  // Browsers leave out tabs and line ends, so only the address as they read it counts.
  let target;
  try {
    target = new URL(next, location.origin);
  } catch {
    return '/';
  }
  return target.origin === location.origin ? target.pathname + target.search + target.hash : '/';
}
