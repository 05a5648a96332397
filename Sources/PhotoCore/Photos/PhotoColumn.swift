/// What a table shows of a photo, a column each: the one list behind CSV, Excel, the page Table and its
/// sorting. The raw values are the names in headers, JSON and the API, and part of the contract.
///
/// A new column is a case here. The compiler then asks for its cell and for its order; tests ask for its
/// place in JSON lines and on the page.
package enum PhotoColumn: String, Sendable, CaseIterable {
  /// The folder and the name.
  case path
  /// The camera's wall clock.
  case taken
  /// Minutes, east positive.
  case utcOffsetMinutes = "utc_offset_minutes"
  /// How the time is known.
  case timeSource = "time_source"
  /// Degrees.
  case latitude
  /// Degrees.
  case longitude
  /// Metres.
  case altitude
  /// Degrees from north.
  case direction
  /// How the position is known.
  case positionSource = "position_source"
  case city
  case region
  /// The country's two letters.
  case country
  /// What the sun made of it.
  case light
  case favourite
  /// Stars; unknown without.
  case rating
  /// Make and model.
  case camera
  /// The boxes that count.
  case objects
  /// The number of persons that count.
  case persons
  /// The name of the surest scene.
  case scene
  /// The probability of the surest scene, 0...1.
  case sceneProbability = "scene_probability"
  /// The personal labels that count.
  case labels
  /// Pixels of the picture as it is shown, turned.
  case width
  /// Pixels of the picture as it is shown, turned.
  case height
  case format
  case bytes
  case warning
  /// The identity of the photo.
  case sha256
}
