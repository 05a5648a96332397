package import PhotoCore

/// How many of a result's photos have each property: what the next click would leave.
///
/// Every count is that of the photos in the result for which the term of the property holds with the
/// default thresholds, as `coco:dog`, `food`, `month:6` of a year, `country:PE`. Properties that no
/// photo of the result has are left out.
package struct Facets: Hashable, Sendable {
  /// Photos with each class.
  package var classes: [ClassReference: Int] = [:]
  /// Photos with each concept, by its first name.
  package var concepts: [String: Int] = [:]
  /// Photos in each country: two letters of ISO 3166-1.
  package var countries: [String: Int] = [:]
  /// Photos in each region.
  package var regions: [RegionReference: Int] = [:]
  /// Photos in each city, by ``PhotoCore/Place/id``.
  package var cities: [Int64: Int] = [:]
  /// Photos of each month of a year.
  package var months: [YearMonth: Int] = [:]
  /// Photos in each light; one may be in two.
  package var lights: [Light: Int] = [:]
  /// Photos of each camera.
  package var cameras: [Camera: Int] = [:]
  /// Photos of each rating, 1...5.
  package var ratings: [Int: Int] = [:]
  /// Photos on which each personal label counts, by its name.
  package var labels: [String: Int] = [:]
  /// Photos that each model has looked at.
  package var models: [String: Int] = [:]
  /// Favourites.
  package var favourites = 0
  /// Photos without a time of capture.
  package var undated = 0
  /// Photos without a position.
  package var unplaced = 0

  package init() {}
}

/// A month of a year, by the camera's wall clock.
package struct YearMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Months since January of the year 0.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// The month in which `time` lies.
  package init(_ time: WallTime) {
    let parts = time.components
    number = parts.year * 12 + parts.month - 1
  }

  /// By time.
  package static func < (left: YearMonth, right: YearMonth) -> Bool { left.number < right.number }

  /// `2014-06`: a term of the language.
  package var description: String {
    let year = String(number / 12)
    let month = number % 12 + 1
    let padding = String(repeating: "0", count: max(0, 4 - year.count))
    return padding + year + (month < 10 ? "-0\(month)" : "-\(month)")
  }
}

/// What facets are counted of: the classes and concepts with what they mean.
package struct FacetScheme: Sendable {
  /// All classes of the installed models.
  package let classes: [ClassReference]
  /// All concepts that mean something.
  package let concepts: [(name: String, meaning: ResolvedName)]
  /// The least confidences that count.
  package let thresholds: Thresholds

  package init(
    classes: [ClassReference], concepts: [(name: String, meaning: ResolvedName)],
    thresholds: Thresholds
  ) {
    self.classes = classes
    self.concepts = concepts
    self.thresholds = thresholds
  }
}

extension Lexicon {
  /// What facets are counted of.
  package func facetScheme(_ thresholds: Thresholds) -> FacetScheme {
    FacetScheme(
      classes: allClasses,
      concepts: concepts.filter { !$0.meaning.isEmpty }
        .map { ($0.name.rawValue, $0.meaning) }, thresholds: thresholds)
  }
}

extension ReferenceEvaluator {
  /// Counts the facets of photos one by one: the plainest statement of what they mean.
  package static func facets(of photos: [PhotoRecord], _ scheme: FacetScheme) -> Facets {
    var facets = Facets()
    for photo in photos { count(photo, by: scheme, in: &facets) }
    return facets
  }

  private static func count(
    _ photo: PhotoRecord, by scheme: FacetScheme, in facets: inout Facets
  ) {
    for reference in scheme.classes
    where shows(photo, anyOf: [reference], scheme.thresholds) {
      facets.classes[reference, default: 0] += 1
    }
    let lights = photo.sun?.lights ?? []
    for (name, meaning) in scheme.concepts
    where shows(photo, anyOf: meaning.classes, scheme.thresholds)
      || !lights.isDisjoint(with: meaning.lights)
    {
      facets.concepts[name, default: 0] += 1
    }
    for light in lights { facets.lights[light, default: 0] += 1 }
    for label in photo.labels where label.counts { facets.labels[label.name, default: 0] += 1 }
    for model in photo.models { facets.models[model, default: 0] += 1 }
    if let camera = photo.camera { facets.cameras[camera, default: 0] += 1 }
    if let taken = photo.taken { facets.months[YearMonth(taken.wall), default: 0] += 1 }
    if let place = photo.place {
      facets.countries[place.country, default: 0] += 1
      facets.cities[place.id, default: 0] += 1
      if let region = place.regionReference { facets.regions[region, default: 0] += 1 }
    }
    if photo.rating > 0 { facets.ratings[photo.rating, default: 0] += 1 }
    if photo.isFavourite { facets.favourites += 1 }
    if photo.taken == nil { facets.undated += 1 }
    if photo.position == nil { facets.unplaced += 1 }
  }

  private static func shows(
    _ photo: PhotoRecord, anyOf classes: [ClassReference], _ thresholds: Thresholds
  ) -> Bool {
    let condition = ClassCondition(classes: classes, least: thresholds)
    return !condition.boxes(of: photo).isEmpty || !condition.scenes(of: photo).isEmpty
  }
}
