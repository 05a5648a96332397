// Which columns are shown: chosen in a panel, remembered in this browser, for phones separately.

import { el, icon } from '../core/dom.js';
import { popPanel } from '../shared/pop.js';
import { COLUMNS, defaultColumns } from './columns.js';

const phone = matchMedia('(width <= 720px)');
const store = () => `meridian.table.columns.${phone.matches ? 'phone' : 'wide'}`;

export class ColumnChoice {
  /** @param {Callback} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    this.boxes = new Map();
    this.button = el(
      'button',
      { type: 'button', class: 'button', 'aria-haspopup': 'true' },
      icon('settings'),
      el('span', { class: 'table-tool-text' }, 'Columns'),
    );
    this.button.setAttribute('aria-label', 'Columns');
    this.panel = popPanel(this.button, this.content(), {
      class: 'table-columns',
      role: 'group',
      'aria-label': 'Columns',
    });
    phone.addEventListener('change', () => {
      this.showBoxes();
      this.onChange();
    });
    this.showBoxes();
  }

  content() {
    return [
      el(
        'div',
        { class: 'table-columns-list' },
        COLUMNS.map(({ key, title }) => {
          const box = el('input', { type: 'checkbox', on: { change: () => this.save() } });
          this.boxes.set(key, box);
          return el('label', { class: 'check' }, box, el('span', {}, title));
        }),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'table-columns-usual',
          on: { click: () => this.forget() },
        },
        icon('undo'),
        'Reset columns',
      ),
    ];
  }

  /** The chosen columns, in their default order. */
  get columns() {
    const keys = new Set(this.keys);
    return COLUMNS.filter(({ key }) => keys.has(key));
  }

  get keys() {
    try {
      const kept = JSON.parse(localStorage.getItem(store()) ?? 'null');
      if (Array.isArray(kept)) return kept;
    } catch {
      // The stored value is not valid: use the default columns.
    }
    return defaultColumns(phone.matches);
  }

  showBoxes() {
    const keys = new Set(this.keys);
    for (const [key, box] of this.boxes) box.checked = keys.has(key);
  }

  save() {
    const keys = [...this.boxes].filter(([, box]) => box.checked).map(([key]) => key);
    localStorage.setItem(store(), JSON.stringify(keys));
    this.onChange();
  }

  forget() {
    localStorage.removeItem(store());
    this.showBoxes();
    this.onChange();
  }
}
