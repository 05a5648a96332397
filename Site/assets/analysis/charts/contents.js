// What the models found.

import { ranking } from './ranking.js';

export const objects = ranking({
  id: 'objects',
  title: 'Objects',
  size: 'tall',
  first: 'Object',
  empty: 'No objects were found in these photos.',
  list: (statistics) => statistics.objects ?? [],
  boxes: true,
  caption: () => 'Photos that show each object, and the number of its boxes.',
});

export const scenes = ranking({
  id: 'scenes',
  title: 'Scenes',
  first: 'Scene',
  empty: 'No scene was recognised in these photos.',
  list: (statistics) => statistics.scenes ?? [],
});
