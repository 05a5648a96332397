// What the document gives, as these pages use it. The browser's own types know nothing of our templates.

/** The element that a selector with a tag names (`input#name`, `.bar > button.primary`); else any HTML element. */
type Selected<S extends string> = S extends `${string} ${infer Last}` ? Selected<Last>
  : S extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[S]
  : S extends `${infer Tag extends keyof HTMLElementTagNameMap}${'#' | '.' | '[' | ':'}${string}`
    ? HTMLElementTagNameMap[Tag]
  : HTMLElement;

// Our templates and scripts look for HTML elements only; the few parts of drawings are made, not looked for.
interface ParentNode {
  querySelector<S extends string>(selectors: S): Selected<S> | null;
  querySelectorAll<S extends string>(selectors: S): NodeListOf<Selected<S>>;
}

interface Element {
  /** What is no text becomes one. */
  setAttribute(name: string, value: string | number | boolean): void;
  closest<S extends string>(selectors: S): Selected<S> | null;
}

/** What `append` puts into an element: text, nodes, lists of them, and nothing for what is missing. */
type Child = Node | string | number | boolean | null | undefined | Child[];

/** The listeners that `el` adds, by the event's name. */
type Listeners = {
  [K in keyof HTMLElementEventMap]?: ((event: HTMLElementEventMap[K]) => unknown) | null | false;
};

/** What `el` takes: attributes, and a few names with a meaning of their own. */
interface Attributes {
  class?: string | (string | null | undefined | false)[] | null | undefined;
  text?: string | number | null | undefined;
  dataset?: Record<string, string | number | boolean | null | undefined>;
  style?: Record<string, string | number>;
  on?: Listeners;
  [name: string]: unknown;
}

/** What a catch clause gets from our own code: an error, and what the server said where it did. */
interface CaughtError {
  name: string;
  message: string;
  /** The sentence for people; only errors of the server have one. */
  detail?: string;
  /** The status of the answer; 0 for a connection that failed. */
  status?: number;
  extra?: ProblemExtra;
}

/** Called without waiting for anything. */
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
  /** What is no text becomes one. */
  setProperty(name: string, value: string | number | null, priority?: string): void;
}

// What the server leaves out is null; these tell it from a number.
interface NumberConstructor {
  isFinite(value: unknown): value is number;
  isInteger(value: unknown): value is number;
}
