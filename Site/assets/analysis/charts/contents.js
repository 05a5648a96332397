// What the networks found.

import { ranking } from './ranking.js';

export const objects = ranking({
  id: 'objects',
  title: 'Objects',
  size: 'tall',
  first: 'Object',
  empty: 'No objects were found in these photos.',
  list: (statistics) => statistics.objects ?? [],
  boxes: true,
  caption: () => 'The photos that show it, and all its boxes in them.',
});

export const scenes = ranking({
  id: 'scenes',
  title: 'Scenes',
  first: 'Scene',
  empty: 'No scene was recognised in these photos.',
  list: (statistics) => statistics.scenes ?? [],
});
