internal import GRDB

/// What the user says of photos: favourites and ratings. They belong to the photo's identity, and
/// stay whatever happens to its files.
package struct MarkStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// Marks photos as favourites, or takes the mark away.
  ///
  /// - Returns: how many photos changed.
  package func setFavourite(
    _ isFavourite: Bool, of photos: [Int64], at milliseconds: Int64
  ) throws -> Int {
    try write { db in
      var changed = 0
      for photo in photos {
        if isFavourite {
          try db.cachedStatement(
            sql: """
              INSERT INTO favourite (photo_id, marked_ms) SELECT id, ?2 FROM photo WHERE id = ?1
              ON CONFLICT DO NOTHING
              """
          ).execute(arguments: [photo, milliseconds])
        } else {
          try db.cachedStatement(sql: "DELETE FROM favourite WHERE photo_id = ?")
            .execute(arguments: [photo])
        }
        changed += db.changesCount
      }
      return changed
    }
  }

  /// Rates photos with 1 to 5 stars; 0 takes the rating away.
  ///
  /// - Returns: how many photos changed.
  package func rate(_ photos: [Int64], stars: Int, at milliseconds: Int64) throws -> Int {
    try write { db in
      var changed = 0
      for photo in photos {
        if stars > 0 {
          try db.cachedStatement(
            sql: """
              INSERT INTO rating (photo_id, stars, rated_ms) SELECT id, ?2, ?3 FROM photo
              WHERE id = ?1
              ON CONFLICT (photo_id) DO UPDATE SET stars = excluded.stars,
                rated_ms = excluded.rated_ms WHERE stars <> excluded.stars
              """
          ).execute(arguments: [photo, min(stars, 5), milliseconds])
        } else {
          try db.cachedStatement(sql: "DELETE FROM rating WHERE photo_id = ?")
            .execute(arguments: [photo])
        }
        changed += db.changesCount
      }
      return changed
    }
  }
}
