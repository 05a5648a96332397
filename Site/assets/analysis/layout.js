// The layout that all charts share.

/**
 * The layout of one chart, based on the common one.
 * @param {ChartTheme} theme
 * @param {Plotly.Layout} layout
 */
export function layoutOf(theme, { xaxis = {}, yaxis = {}, ...rest }) {
  return {
    autosize: true,
    bargap: 0.15,
    barcornerradius: 3,
    dragmode: false,
    font: { color: theme.text, family: theme.font, size: 13 },
    hoverlabel: {
      align: 'left',
      bgcolor: theme.raised,
      bordercolor: theme.line,
      font: { color: theme.text, family: theme.font, size: 13 },
    },
    hovermode: 'closest',
    margin: { l: 48, r: 8, t: 8, b: 24 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    separators: '.,',
    showlegend: false,
    ...rest,
    ...axes(theme, { xaxis, yaxis, ...axesIn(rest) }),
  };
}

/** @param {Plotly.Layout} layout */
function axesIn(layout) {
  return Object.fromEntries(Object.entries(layout).filter(([name]) => /^[xy]axis\d+$/.test(name)));
}

/**
 * @param {ChartTheme} theme
 * @param {Plotly.Layout} all
 */
function axes(theme, all) {
  const common = {
    automargin: true,
    fixedrange: true,
    gridcolor: theme.line,
    linecolor: theme.line,
    tickcolor: theme.line,
    tickfont: { color: theme.quiet, size: 12 },
    zeroline: false,
  };
  return Object.fromEntries(
    Object.entries(all).map((
      [name, axis],
    ) => [name, { ...common, ...(/** @type {Plotly.Layout} */ (axis)) }]),
  );
}

/**
 * An axis for counts up to `most`, with whole numbers only.
 * @param {number} most
 */
export function countAxis(most, ticks = 6) {
  const steps = most <= ticks
    ? { tickmode: 'linear', tick0: 0, dtick: 1 }
    : { tickmode: 'auto', nticks: ticks };
  return { rangemode: 'tozero', tickformat: ',d', ...steps };
}

/**
 * The axis for the counts of some rows.
 * @param {ChartRow[]} rows
 */
export const countAxisOf = (rows) =>
  countAxis(rows.reduce((most, row) => Math.max(most, row.count), 0));

/**
 * A vertical bar for each row, which knows its term.
 * @param {ChartRow[]} rows
 * @param {ChartTheme} theme
 * @param {string[]} texts
 */
export function columns(rows, theme, texts) {
  return {
    type: 'bar',
    x: rows.map((row) => row.label),
    y: rows.map((row) => row.count),
    customdata: rows.map((row) => (row.count > 0 ? row.term : null)),
    hovertext: texts,
    hovertemplate: '%{hovertext}<extra></extra>',
    marker: { color: theme.accent },
  };
}
