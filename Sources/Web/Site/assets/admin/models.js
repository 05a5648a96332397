// Models: the networks, their records, and how many photos they have looked at.

import { clear, el, icon } from '/assets/core/dom.js';
import { count, number, percent } from '/assets/core/format.js';
import { head, load } from './panel.js';

const tasks = { detection: 'finds objects', classification: 'names the scene' };

export function show(panel) {
  const list = el('div', { class: 'stack' });
  panel.append(head('Models', 'The networks that look at the photos, as their records describe them.'), list);
  load(list, 'models', ({ models }) => draw(list, models));
}

function draw(list, models) {
  clear(list);
  if (models.length > 0) list.append(...models.map(card));
  else {
    list.append(el('div', { class: 'empty-state' }, icon('box'), el('h3', { text: 'No models are installed' }),
      el('p', { text: 'Photos are indexed all the same, without objects and scenes.' })));
  }
}

function card(model) {
  const record = recordOf(model);
  const facts = [
    ['Identifier', el('code', { text: record.id ?? model.name })],
    ['Vocabulary', `${model.vocabulary}, ${count(model.classes, 'class')}`],
    ['Default threshold', percent(model.threshold)],
    ['Published accuracy', accuracy(record.published)],
    ['Licence', [model.licence, record.licence_note ? el('span', { class: 'hint', text: record.licence_note }) : null]],
    ['Source', model.source],
    ['Format', record.format],
    ['Photos with results of it', number(model.photos)],
  ].filter(([, value]) => value !== null && value !== undefined && value !== '');
  return el('article', { class: 'panel', 'aria-label': model.title },
    el('header', { class: 'panel-head' },
      el('h3', { text: model.title }),
      el('span', { class: 'badge is-accent', text: tasks[model.task] ?? model.task }),
      el('span', { class: 'muted', text: `version ${model.version}` })),
    el('dl', { class: 'facts' }, facts.map(([name, value]) => el('div', {}, el('dt', { text: name }), el('dd', {}, value)))),
    el('details', { class: 'record' }, el('summary', { text: 'The whole record' }),
      el('pre', { tabindex: '0', role: 'region', 'aria-label': `Record of ${model.title}`, text: JSON.stringify(record, null, 2) })));
}

/** The record as the model's file has it, or nothing if that is no longer JSON. */
function recordOf({ record }) {
  if (typeof record !== 'string') return record ?? {};
  try {
    return JSON.parse(record);
  } catch {
    return { record };
  }
}

/** {"mAP": 22, "set": "COCO val2017"} → 'mAP 22 on COCO val2017'. */
function accuracy(published) {
  if (!published || typeof published !== 'object') return null;
  const { set, ...values } = published;
  const numbers = Object.entries(values).map(([name, value]) => `${name} ${value}`).join(', ');
  return set ? `${numbers} on ${set}` : numbers;
}
