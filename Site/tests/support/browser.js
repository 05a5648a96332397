// The least of a browser that scripts expect when they are loaded. Import it before them: what a test needs
// a real document for belongs into the tests in a browser.

const target = new EventTarget();

/** A place for what a script keeps in the address. */
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
