// Keyboard shortcuts. Each is registered with a label, so that the help behind "?" is always complete.

import { el, targetOf } from './dom.js';
import { openDialog } from './dialog.js';

/**
 * Keys and what they do.
 * @typedef {object} Binding
 * @property {string[]} keys
 * @property {string} [label]
 * @property {string} [group]
 * @property {(event: KeyboardEvent) => unknown} run
 * @property {boolean} [allowInInput]
 */

/** @type {(Binding & { scope: HTMLElement | null, when: () => unknown })[]} */
const registered = [];
let pending = '';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pendingTimer;

/**
 * Registers bindings [{keys, label, group, run, allowInInput}] and returns a function that removes them.
 * Keys are names of KeyboardEvent.key ('ArrowRight', 'l', 'Space'), with 'Shift+' or 'Ctrl+' in front
 * where needed, or two in a row: 'g t'. `when()` returns whether they apply at the moment. With `scope`, an
 * element, they apply while the focus is in it; those of a modal dialog must have it as their scope.
 * `run` may return false to pass the key on to another binding.
 * @param {Binding[]} bindings
 * @param {{ scope?: HTMLElement | null, when?: () => unknown }} options
 */
export function bindKeys(bindings, { scope = null, when = () => true } = {}) {
  const entries = bindings.map((binding) => ({ ...binding, scope, when }));
  registered.push(...entries);
  return () =>
    entries.forEach((entry) => {
      const place = registered.indexOf(entry);
      if (place >= 0) registered.splice(place, 1);
    });
}

/** All registered bindings by group, in order of registration. */
export function bindingsByGroup() {
  /** @type {Map<string, { keys: string[], label: string }[]>} */
  const groups = new Map();
  for (const { keys, label, group = 'Everywhere' } of registered) {
    if (!label) continue;
    const list = groups.get(group) ?? [];
    groups.set(group, list);
    if (!list.some((each) => each.label === label)) list.push({ keys, label });
  }
  return groups;
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event);
  // Newest first: what was opened last gets the key.
  for (const entry of [...registered].reverse()) {
    if (typing && !entry.allowInInput) continue;
    if (!reaches(entry, event) || !entry.keys.some((key) => matches(key, event)) || !entry.when()) {
      continue;
    }
    if (entry.run(event) === false) continue;
    event.preventDefault();
    setPending('');
    return;
  }
  const simple = !typing && !event.ctrlKey && !event.metaKey && !event.altKey &&
    event.key.length === 1;
  if (simple) setPending(pending ? '' : event.key.toLowerCase());
});

/** @param {string} key */
function setPending(key) {
  clearTimeout(pendingTimer);
  pending = key;
  if (key) {
    pendingTimer = setTimeout(() => {
      pending = '';
    }, 1000);
  }
}

/**
 * @param {string} binding
 * @param {KeyboardEvent} event
 */
function matches(binding, event) {
  const [first, second] = binding.split(' ');
  if (second) return pending === first.toLowerCase() && matchesOne(second, event);
  return !isSecondKey(event) && matchesOne(binding, event);
}

// After "g", a "t" only matches "g t".
/** @param {KeyboardEvent} event */
const isSecondKey = (event) =>
  pending !== '' &&
  registered.some((entry) =>
    reaches(entry, event) && entry.when() && entry.keys.some((key) => {
      const [first, second] = key.split(' ');
      return second && first.toLowerCase() === pending && matchesOne(second, event);
    })
  );

/**
 * @param {string} binding
 * @param {KeyboardEvent} event
 */
function matchesOne(binding, event) {
  const parts = binding.length > 1 ? binding.split('+').filter(Boolean) : [binding];
  const last = parts.at(-1) ?? '';
  const key = last === 'Space' ? ' ' : last;
  /** @param {string} name */
  const wants = (name) => parts.length > 1 && parts.slice(0, -1).includes(name);
  if ((event.ctrlKey || event.metaKey) !== wants('Ctrl') || event.altKey !== wants('Alt')) {
    return false;
  }
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  // Characters such as "?" or "+" need Shift on some keyboards but not on others.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
  return isSign || event.shiftKey === wants('Shift');
}

/**
 * @param {{ scope: HTMLElement | null }} entry
 * @param {KeyboardEvent} event
 */
function reaches(entry, event) {
  if (entry.scope) return entry.scope.contains(targetOf(event));
  return !document.querySelector('dialog:modal');
}

/** @param {KeyboardEvent} event */
function isTyping(event) {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  if (['checkbox', 'radio', 'button', 'submit', 'file', 'color'].includes(target.type)) {
    return event.key === ' ' || event.key.startsWith('Arrow');
  }
  if (target.type === 'range') {
    return event.key.startsWith('Arrow') ||
      ['Home', 'End', 'PageUp', 'PageDown'].includes(event.key);
  }
  return true;
}

/** @type {Record<string, string>} */
const names = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
  Delete: 'Del',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

/** @param {string[]} keys */
const isRow = (keys) =>
  keys.length > 2 &&
  keys.every((key, index) => key === String.fromCharCode(keys[0].charCodeAt(0) + index));

/**
 * The keys of a binding as <kbd> elements.
 * @param {string[]} keys
 */
export function keyNodes(keys) {
  if (isRow(keys)) {
    return [
      el(
        'span',
        { class: 'keys' },
        el('kbd', { text: keys[0] }),
        '–',
        el('kbd', { text: keys.at(-1) }),
      ),
    ];
  }
  const nodes = keys.map((key) => {
    const steps = key.split(' ').map((step) =>
      step.length > 1 ? step.split('+').filter(Boolean) : [step]
    );
    return el(
      'span',
      { class: 'keys' },
      steps.map((parts) => parts.map((part) => el('kbd', { text: names[part] ?? part }))),
    );
  });
  return nodes.flatMap((node, index) =>
    index ? [el('span', { class: 'keys-or', text: 'or' }), node] : [node]
  );
}

/**
 * A list of bindings: keys and what they do.
 * @param {{ keys: string[], label: string }[]} bindings
 */
export function keyList(bindings) {
  return el(
    'dl',
    { class: 'key-list' },
    bindings.map(({ keys, label }) =>
      el('div', {}, el('dt', {}, keyNodes(keys)), el('dd', { text: label }))
    ),
  );
}

/** @type {{ close: Callback } | null} */
let sheet = null;

/** Opens a dialog with all keys that are registered on this page. */
export function openKeySheet() {
  if (sheet) return;
  const groups = [...bindingsByGroup()].map(([group, list]) =>
    el('section', {}, el('h3', { text: group }), keyList(list))
  );
  sheet = openDialog({
    title: 'Keyboard',
    content: [
      el('div', { class: 'key-sheet' }, groups),
      el(
        'p',
        { class: 'hint' },
        el('a', { href: '/help', text: 'All shortcuts and the query language' }),
      ),
    ],
    onClose: () => {
      sheet = null;
    },
  });
}
