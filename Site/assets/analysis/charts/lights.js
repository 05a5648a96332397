// Photos by the light of the sun, in the order of a day.

import { ranking } from './ranking.js';

const order = ['night', 'blue-hour', 'sunrise', 'golden-hour', 'day', 'sunset'];

/** @param {Facet} facet */
const rank = ({ term }) => {
  const place = order.indexOf(String(term).replace('light:', ''));
  return place < 0 ? order.length : place;
};

export const lights = ranking({
  id: 'lights',
  title: 'Light',
  first: 'Light',
  empty: 'No photo has both a time and a position, which are needed to compute the light.',
  list: ({ lights: all = [] }) =>
    all
      .map((light) => ({ ...light, name: light.name.replaceAll('-', ' ') }))
      .sort((one, other) => rank(one) - rank(other)),
  caption: () => 'A sunset can also count as golden hour or blue hour.',
});
