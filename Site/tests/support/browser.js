// The few parts of a browser that scripts need when they are loaded. Import it before them. What needs
// a real document belongs in the browser tests.

const target = new EventTarget();

/** The address, for scripts that keep their state in it. */
export const address = { pathname: '/', search: '', hash: '', origin: 'http://127.0.0.1:8080' };

Object.assign(globalThis, {
  window: globalThis,
  document: {
    body: { dataset: {} },
    hidden: false,
    addEventListener: target.addEventListener.bind(target),
    querySelector: () => null,
  },
  history: { state: null, pushState() {}, replaceState() {} },
});
Object.defineProperty(globalThis, 'location', { value: address, configurable: true });
