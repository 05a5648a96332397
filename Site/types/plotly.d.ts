// The parts of Plotly that the charts use; it comes as a classic script and is the global `Plotly`.

declare namespace Plotly {
  /** A trace or a layout: Plotly's own schema is larger than these pages. */
  type Trace = Record<string, any>;
  type Layout = Record<string, any>;

  interface Chart extends HTMLElement {
    on(name: string, listener: (event: any) => void): void;
  }

  function react(
    host: HTMLElement,
    traces: Trace[],
    layout: Layout,
    config?: object,
  ): Promise<Chart>;
  function purge(host: HTMLElement): void;

  namespace Plots {
    function resize(host: HTMLElement): void;
  }
}
