// A few yes examples: people recognise a label by its pictures faster than by its name.

import { clear, el, icon } from '../../core/dom.js';
import { api } from '../../core/api.js';
import { crop } from '../../shared/crop.js';

const PICTURES = 4;

export class Strip {
  constructor() {
    this.node = el('div', { class: 'labels-strip', 'aria-hidden': 'true' });
    /** @type {string | null} */
    this.shown = null;
  }

  /**
   * Shows the pictures of a label; loads them again if its answers have changed.
   * @param {Label} label
   */
  async show(label) {
    const wanted = `${label.positives} ${label.negatives}`;
    if (this.shown === wanted) return;
    this.shown = wanted;
    const examples = label.positives > 0 ? await pictures(label) : [];
    if (this.shown !== wanted) return;
    clear(this.node).append(...examples.map(square));
    this.node.classList.toggle('is-empty', examples.length === 0);
    if (examples.length === 0) this.node.append(icon(label.class ? 'box' : 'photo'));
  }
}

/**
 * The card works without them, so errors are not shown.
 * @param {Label} label
 */
async function pictures({ id }) {
  try {
    const { examples } = await api.get(`labels/${id}/examples`, {
      params: { answer: true, limit: 24 },
    });
    const seen = new Set();
    // One box of a photo is enough.
    return examples.flatMap(({ photo, ...example }) => {
      if (!photo || seen.has(photo.id)) return [];
      seen.add(photo.id);
      return [{ ...example, photo }];
    }).slice(0, PICTURES);
  } catch {
    return [];
  }
}

/**
 * Whole photos fill the square with their middle, as in the grid.
 * @param {ShownExample} example
 */
function square({ photo, box }) {
  if (box) return crop({ photo, box });
  const side = Math.min(photo.width, photo.height);
  const [width, height] = [side / photo.width, side / photo.height];
  return crop({ photo, box: [(1 - width) / 2, (1 - height) / 2, width, height] }, { around: 0 });
}
