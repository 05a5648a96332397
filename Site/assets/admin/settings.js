// Settings of the server: map tiles, upload limits, and how imports analyse photos.

import { clear, el, icon } from '../core/dom.js';
import { api } from '../core/api.js';
import { toast } from '../core/dialog.js';
import { check, field } from '../shared/fields.js';
import { head, load, press } from '../core/panel.js';

/** @param {HTMLElement} panel */
export function show(panel) {
  const place = el('div');
  panel.append(head('Settings', 'These apply to everyone who uses this library.'), place);
  load(place, 'settings', (settings) => draw(clear(place), settings));
}

/**
 * @param {HTMLElement} place
 * @param {Settings} settings
 */
function draw(place, settings) {
  const tiles = field('Map tile address', {
    type: 'url',
    inputmode: 'url',
    autocomplete: 'off',
    spellcheck: 'false',
    value: settings.tiles_url ?? '',
    placeholder: 'https://tile.example.org/{z}/{x}/{y}.png',
    hint:
      'Leave it empty to use the built-in world map, which works offline. An address contains {z}, {x} and {y} for the tile numbers.',
  });
  const attribution = field('Attribution', {
    autocomplete: 'off',
    value: settings.tiles_attribution ?? '',
    hint: 'The credit that the tile provider asks for, shown on the map.',
  });
  const megabytes = field('Maximum upload size (MB)', {
    type: 'number',
    inputmode: 'numeric',
    min: 1,
    step: 1,
    required: true,
    value: settings.upload_megabytes,
  });
  const files = field('Maximum unfinished uploads', {
    type: 'number',
    inputmode: 'numeric',
    min: 1,
    step: 1,
    required: true,
    value: settings.upload_files,
  });
  const thorough = el('input', { type: 'checkbox', checked: settings.thorough_imports });
  const privacy = warning();
  const save = el('button', { type: 'submit', class: 'button primary', text: 'Save settings' });

  const form = el(
    'form',
    { novalidate: true, class: 'settings' },
    el(
      'section',
      { class: 'panel stack', 'aria-labelledby': 'map-title' },
      el('h3', { id: 'map-title', text: 'Map' }),
      tiles.node,
      privacy,
      attribution.node,
    ),
    el(
      'section',
      { class: 'panel stack', 'aria-labelledby': 'upload-title' },
      el('h3', { id: 'upload-title', text: 'Uploads' }),
      el('div', { class: 'two-fields' }, megabytes.node, files.node),
    ),
    el(
      'section',
      { class: 'panel stack', 'aria-labelledby': 'looking-title' },
      el('h3', { id: 'looking-title', text: 'Analysing new photos' }),
      thoroughChoice(thorough),
    ),
    el('div', { class: 'toolbar admin-foot' }, save),
  );

  const outside = () => {
    privacy.hidden = tiles.input.value.trim() === '';
  };
  tiles.input.addEventListener('input', outside);
  outside();

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const url = tiles.input.value.trim();
    if (
      !check(
        [
          tiles,
          url === '' || isTileAddress(url),
          'The address must begin with https:// or http:// and contain {z}, {x} and {y}.',
        ],
        [megabytes, isWhole(megabytes), 'Enter a whole number of 1 or more.'],
        [files, isWhole(files), 'Enter a whole number of 1 or more.'],
      )
    ) return;
    const body = {
      tiles_url: url,
      tiles_attribution: attribution.input.value.trim(),
      upload_megabytes: Number(megabytes.input.value),
      upload_files: Number(files.input.value),
      thorough_imports: thorough.checked,
    };
    press(save, async () => {
      await api.send('PUT', 'settings', body);
      toast('Settings saved.', { kind: 'ok' });
    });
  });
  place.append(form);
}

/** @param {HTMLInputElement} input */
function thoroughChoice(input) {
  return el(
    'label',
    { class: 'check' },
    input,
    el(
      'span',
      {},
      'Thorough',
      el('span', {
        class: 'hint',
        text:
          ' – also runs on overlapping tiles of each photo to find small objects such as bottles; imports take at least three times as long',
      }),
    ),
  );
}

function warning() {
  return el(
    'div',
    { class: 'notice is-warning', role: 'note' },
    icon('warning'),
    el('p', {
      text:
        'With a tile server on another host, every user’s browser fetches the map from there. Its operator learns who views the map, when and for which places, and so where the photos were taken.',
    }),
  );
}

/** @param {string} text */
const isTileAddress = (text) =>
  /^https?:\/\/[^/]+\//.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
/** @param {Field} field */
const isWhole = ({ input }) => /^[1-9]\d{0,8}$/.test(input.value.trim());
