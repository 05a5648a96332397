internal import GRDB
package import PhotoCore

/// What matters about a photo's time and place when others are put beside it.
package struct TimelinePhoto: Hashable, Sendable {
  /// Row id.
  package let id: Int64
  /// The wall clock as it holds, after corrections.
  package let wall: WallTime
  /// Minutes ahead of UTC; nil where unknown.
  package let utcOffsetMinutes: Int?
  /// The instant that the photo is ordered by, in milliseconds since 1970 UTC.
  package let orderInstant: Int64
  /// Where it was taken; nil where unknown.
  package let position: Position?
  /// What took it; nil where unknown.
  package let camera: Camera?

  package init(
    id: Int64, wall: WallTime, utcOffsetMinutes: Int?, orderInstant: Int64, position: Position?,
    camera: Camera?
  ) {
    self.id = id
    self.wall = wall
    self.utcOffsetMinutes = utcOffsetMinutes
    self.orderInstant = orderInstant
    self.position = position
    self.camera = camera
  }
}

extension PhotoStore {
  /// All dated photos in chronological order, with no more than their times and positions.
  package func timeline() throws -> [TimelinePhoto] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT photo.id, taken_wall_ms, utc_offset_minutes, order_ms, latitude, longitude, altitude,
            direction, position_source, camera.make, camera.model
          FROM photo LEFT JOIN camera ON camera.id = photo.camera_id
          WHERE order_ms IS NOT NULL AND primary_file_id IS NOT NULL
          ORDER BY order_ms, name_order, sha256
          """)
      var photos: [TimelinePhoto] = []
      while let row = try rows.next() {
        photos.append(
          TimelinePhoto(
            id: row["id"], wall: WallTime(milliseconds: row["taken_wall_ms"]),
            utcOffsetMinutes: row["utc_offset_minutes"], orderInstant: row["order_ms"],
            position: Position(row: row), camera: Camera(make: row["make"], model: row["model"])))
      }
      return photos
    }
  }
}
