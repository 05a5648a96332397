// The menu of export formats.

import { url } from '../core/api.js';
import { el, icon, targetOf } from '../core/dom.js';
import { popPanel } from '../shared/pop.js';

const FORMS = [
  ['csv', 'CSV', 'for spreadsheets'],
  ['xlsx', 'Excel', 'with typed columns and a filter'],
  ['jsonl', 'JSON Lines', 'everything, for programs'],
  ['geojson', 'GeoJSON', 'points for maps'],
  ['report', 'Report', 'one HTML file with pictures'],
];

export class ExportMenu {
  constructor() {
    /** @type {[string, HTMLAnchorElement][]} */
    this.links = FORMS.map((
      [form, title, hint],
    ) => [
      form,
      el(
        'a',
        { download: '' },
        el('span', { class: 'grow' }, title),
        el('span', { class: 'hint' }, hint),
      ),
    ]);
    this.button = el(
      'button',
      { type: 'button', class: 'button', 'aria-haspopup': 'true', 'aria-label': 'Export' },
      icon('download'),
      el('span', { class: 'table-tool-text' }, 'Export'),
    );
    this.panel = popPanel(
      this.button,
      el('ul', {}, this.links.map(([, link]) => el('li', {}, link))),
      { class: 'table-exports', role: 'group', 'aria-label': 'Export as' },
    );
    this.panel.addEventListener('click', (event) => {
      if (targetOf(event).closest('a')) this.panel.hidePopover();
    });
  }

  /**
   * The links are for the current result; an empty one cannot be exported.
   * @param {TableState} tableState
   * @param {number} count
   */
  show({ q, order }, count) {
    this.button.disabled = count === 0;
    for (const [form, link] of this.links) link.href = url('export', { q, order, form });
  }
}
