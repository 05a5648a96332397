// The look that all charts share.

/**
 * The layout of one chart with the common look below it.
 * @param {ChartLook} look
 */
export function layoutOf(look, { xaxis = {}, yaxis = {}, ...rest }) {
  return {
    autosize: true,
    bargap: 0.15,
    barcornerradius: 3,
    dragmode: false,
    font: { color: look.text, family: look.font, size: 13 },
    hoverlabel: {
      align: 'left',
      bgcolor: look.raised,
      bordercolor: look.line,
      font: { color: look.text, family: look.font, size: 13 },
    },
    hovermode: 'closest',
    margin: { l: 48, r: 8, t: 8, b: 24 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    separators: '.,',
    showlegend: false,
    ...rest,
    ...axes(look, { xaxis, yaxis, ...axesIn(rest) }),
  };
}

/** @param {Plotly.Layout} layout */
function axesIn(layout) {
  return Object.fromEntries(Object.entries(layout).filter(([name]) => /^[xy]axis\d+$/.test(name)));
}

/**
 * @param {ChartLook} look
 * @param {Plotly.Layout} all
 */
function axes(look, all) {
  const common = {
    automargin: true,
    fixedrange: true,
    gridcolor: look.line,
    linecolor: look.line,
    tickcolor: look.line,
    tickfont: { color: look.quiet, size: 12 },
    zeroline: false,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, axis]) => [name, { ...common, ...axis }]),
  );
}

/**
 * An axis that counts up to `most`: there is no half photo.
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
 * A bar for each row, upright; each knows its term.
 * @param {ChartRow[]} rows
 * @param {ChartLook} look
 * @param {string[]} texts
 */
export function columns(rows, look, texts) {
  return {
    type: 'bar',
    x: rows.map((row) => row.label),
    y: rows.map((row) => row.count),
    customdata: rows.map((row) => (row.count > 0 ? row.term : null)),
    hovertext: texts,
    hovertemplate: '%{hovertext}<extra></extra>',
    marker: { color: look.accent },
  };
}
