package import Geography
package import PhotoCore

/// One condition of a query, without `and`, `or`, `not`.
package enum Term: Hashable, Sendable {
  /// A class, concept or personal label: `dog`, `person >= 3`.
  case name(NameTerm)
  /// A range of time: `2014-06..2014-07`.
  case date(DateTerm)
  /// A circle: `near:55.86,-4.25,25km`.
  case near(NearTerm)
  /// An area drawn on the map: `within:"…"`.
  case within(Polygon)
  /// A country, region or city.
  case place(PlaceTerm)
  /// What the sun makes of time and place: `light:sunset`.
  case light(Light)
  /// A month, weekday or hour of any year.
  case calendar(CalendarTerm)
  /// A personal label: `label:"my dog"`, `label:me @ 90%`.
  case label(LabelTerm)
  /// The photos marked as favourites.
  case favourite
  /// The user's rating, compared with 0...5: `rating >= 3`.
  case rating(NumberCondition)
  /// A part of the camera's name, in any case: `camera:"NIKON D90"`.
  case camera(SearchText)
  /// A part of the file's name, in any case; of the whole path where the text has a slash.
  case file(SearchText)
  /// What this model saw: `model:yolov3`.
  case model(SearchText)
  /// Whether something is known at all: `has:gps`.
  case has(PhotoFact)
  /// The photos most similar to one: `like:<photo>`.
  case like(SearchText)

  /// A short stable name for the kind of term, as in messages and as the key in JSON: the field
  /// where there is one, else `name`, `date`, `favourite` or `rating`.
  package var kind: String {
    switch self {
    case .name: "name"
    case .date: "date"
    case .near: "near"
    case .within: "within"
    case .place(let term): term.level.rawValue
    case .light: "light"
    case .calendar(let term): term.cycle.rawValue
    case .label: "label"
    case .favourite: "favourite"
    case .rating: "rating"
    case .camera: "camera"
    case .file: "file"
    case .model: "model"
    case .has: "has"
    case .like: "like"
    }
  }
}

/// What can be asked for with `has:`. The raw values are the words of the language.
package enum PhotoFact: String, Sendable, Codable, CaseIterable {
  /// A position.
  case gps
  /// A time of capture.
  case time
  /// Something is wrong with the file.
  case warning
  /// At least one box at or above the default threshold.
  case objects
  /// At least one scene at or above the default threshold.
  case scenes
}
