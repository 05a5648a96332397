// The viewer for examples. Several examples may be boxes of one photo; it shows each photo once.

import { openViewer } from '../../viewer/viewer.js';

/**
 * Opens the photo of a tile among those of the other tiles.
 * @param {ExampleTile} tile
 * @param {ExampleTile[]} tiles
 */
export function openTile(tile, tiles) {
  const photos = [...new Map(tiles.map(({ example: { photo } }) => [photo.id, photo])).values()];
  const { id } = tile.example.photo;
  openViewer({
    id,
    index: photos.findIndex((photo) => photo.id === id),
    total: photos.length,
    source: { items: async (offset, limit) => photos.slice(offset, offset + limit) },
    onChange: (photo) => {
      for (const each of tiles) if (each.example.photo.id === photo.id) each.update({ photo });
    },
  });
}
