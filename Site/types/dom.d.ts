// The DOM as these pages use it. TypeScript's own types do not know our templates.

/** The element that a selector with a tag names (`input#name`, `.bar > button.primary`); else any HTML element. */
type Selected<S extends string> = S extends `${string} ${infer Last}` ? Selected<Last>
  : S extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[S]
  : S extends `${infer Tag extends keyof HTMLElementTagNameMap}${'#' | '.' | '[' | ':'}${string}`
    ? HTMLElementTagNameMap[Tag]
  : HTMLElement;

// Pages only look up HTML elements; SVG elements are created, but never looked up.
interface ParentNode {
  querySelector<S extends string>(selectors: S): Selected<S> | null;
  querySelectorAll<S extends string>(selectors: S): NodeListOf<Selected<S>>;
}

interface Element {
  /** Values that are not strings are converted. */
  setAttribute(name: string, value: string | number | boolean): void;
  closest<S extends string>(selectors: S): Selected<S> | null;
}

/** What `append` adds to an element: text, nodes, lists of them; null and undefined are left out. */
type Child = Node | string | number | boolean | null | undefined | Child[];

/** The listeners that `el` adds, by the event's name. */
type Listeners = {
  [K in keyof HTMLElementEventMap]?: ((event: HTMLElementEventMap[K]) => unknown) | null | false;
};

/** What `el` takes: attributes, and a few names with a special meaning. */
interface Attributes {
  class?: string | (string | null | undefined | false)[] | null | undefined;
  text?: string | number | null | undefined;
  dataset?: Record<string, string | number | boolean | null | undefined>;
  style?: Record<string, string | number>;
  on?: Listeners;
  [name: string]: unknown;
}

/** What a catch clause gets: an error, with the server's problem if there is one. */
interface CaughtError {
  name: string;
  message: string;
  /** The sentence for people; only errors of the server have one. */
  detail?: string;
  /** The status of the answer; 0 for a connection that failed. */
  status?: number;
  extra?: ProblemExtra;
}

/** A function without parameters and result. */
type Callback = () => void;

interface Window {
  /** Made by core/theme.js before anything is painted. */
  meridianTheme: {
    read(): string;
    choose(choice: string): void;
  };
  L: typeof L;
  Plotly: typeof Plotly;
}

interface CSSStyleDeclaration {
  /** Values that are not strings are converted. */
  setProperty(name: string, value: string | number | null, priority?: string): void;
}

// Missing values of the API are null; these checks narrow them to numbers.
interface NumberConstructor {
  isFinite(value: unknown): value is number;
  isInteger(value: unknown): value is number;
}
