// The parts of Plotly that the charts use; a classic script that defines the global `Plotly`.

declare namespace Plotly {
  /** A trace or a layout: Plotly's own schema is larger than these pages. */
  type Trace = Record<string, unknown>;
  type Layout = Record<string, unknown>;

  interface Points {
    points: { customdata?: unknown }[];
    event: MouseEvent;
  }

  /** What its events bring. */
  interface Events {
    plotly_click: Points;
    plotly_hover: Points;
    plotly_unhover: Points;
    /** The changed parts of the layout, by path: `xaxis.range[0]`. */
    plotly_relayout: Record<string, unknown>;
  }

  interface Chart extends HTMLElement {
    on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): void;
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
