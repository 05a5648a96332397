// Where the photos were taken, and with which camera.

import { ranking } from './ranking.js';

export const countries = ranking({
  id: 'countries',
  title: 'Countries',
  first: 'Country',
  empty: 'No photo has a known place.',
  list: (statistics) => statistics.countries ?? [],
});

export const cities = ranking({
  id: 'cities',
  title: 'Cities',
  first: 'City',
  empty: 'No photo has a known place.',
  list: (statistics) => statistics.cities ?? [],
});

export const cameras = ranking({
  id: 'cameras',
  title: 'Cameras',
  first: 'Camera',
  empty: 'No photo records its camera.',
  list: (statistics) => statistics.cameras ?? [],
});
