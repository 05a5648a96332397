internal import PhotoCore
internal import Query

/// The numbers under which classes and concepts are counted.
struct FacetLayout: Sendable {
  let scheme: FacetScheme
  /// By property: first all classes of the scheme, then all concepts.
  let properties: Int
  /// The property of each class.
  let propertyOfClass: [ClassReference: Int]
  /// The properties of the concepts that hold each class.
  let conceptsOfClass: [ClassReference: [Int]]
  /// The properties of the concepts that hold each light.
  let conceptsOfLight: [Light: [Int]]

  /// The property that is the same as having any of some classes.
  private let propertyOfClasses: [[ClassReference]: Int]

  init(_ scheme: FacetScheme) {
    self.scheme = scheme
    properties = scheme.classes.count + scheme.concepts.count
    var propertyOfClass: [ClassReference: Int] = [:]
    for (number, reference) in scheme.classes.enumerated() { propertyOfClass[reference] = number }
    var conceptsOfClass: [ClassReference: [Int]] = [:]
    var conceptsOfLight: [Light: [Int]] = [:]
    for (number, concept) in scheme.concepts.enumerated() {
      let property = scheme.classes.count + number
      for reference in concept.meaning.classes {
        conceptsOfClass[reference, default: []].append(property)
      }
      for light in concept.meaning.lights { conceptsOfLight[light, default: []].append(property) }
    }
    var propertyOfClasses: [[ClassReference]: Int] = [:]
    for (number, concept) in scheme.concepts.enumerated() where concept.meaning.lights.isEmpty {
      propertyOfClasses[concept.meaning.classes] = scheme.classes.count + number
    }
    for (reference, number) in propertyOfClass { propertyOfClasses[[reference]] = number }
    self.propertyOfClasses = propertyOfClasses
    self.propertyOfClass = propertyOfClass
    self.conceptsOfClass = conceptsOfClass
    self.conceptsOfLight = conceptsOfLight
  }

  /// The property that is counted of the same photos for which a condition holds; nil for a condition
  /// that no facet is about.
  func property(of condition: ClassCondition) -> Int? {
    guard condition.count == nil, condition.minimumArea == nil,
      condition.least == scheme.thresholds.restricted(to: condition.classes)
    else { return nil }
    return propertyOfClasses[condition.classes]
  }

  /// All properties that a class brings with it.
  func properties(of reference: ClassReference) -> [UInt16] {
    let own = propertyOfClass[reference].map { [$0] } ?? []
    return (own + (conceptsOfClass[reference] ?? [])).map { UInt16($0) }
  }

  /// Writes the counts of properties into facets.
  func add(_ counts: [Int], to facets: inout Facets) {
    for (number, reference) in scheme.classes.enumerated() where counts[number] > 0 {
      facets.classes[reference, default: 0] += counts[number]
    }
    for (number, concept) in scheme.concepts.enumerated() {
      let count = counts[scheme.classes.count + number]
      if count > 0 { facets.concepts[concept.name, default: 0] += count }
    }
  }
}
