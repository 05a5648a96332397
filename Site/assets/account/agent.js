// A browser's own description in words. Only a hint for people: anybody can claim to be anything.

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
  ['curl/', 'curl'],
];
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
];

export function deviceOf(agent = '') {
  /** @param {string[][]} list */
  const find = (list) => list.find(([sign]) => agent.includes(sign))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  const name = browser && system
    ? `${browser} on ${system}`
    : browser ?? system ?? (agent.slice(0, 60) || 'An unknown browser');
  return { name, kind: system ? 'system' : 'key' };
}
