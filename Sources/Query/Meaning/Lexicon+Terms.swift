package import Geography

/// What a query may name besides classes, concepts and labels.
package struct LexiconContext: Sendable {
  /// Where places are looked up; nil where none is installed.
  package let gazetteer: Gazetteer?
  /// The names of the models that made results.
  package let models: [String]
  /// The photos similar to the one that a text names, as in
  /// ``ResolvedTerm/Meaning/similar(_:)``; nil where it names none. An error means that it could not be
  /// found out, and goes to whoever asked.
  package let similar: @Sendable (String) throws -> [Int64: Double]?

  package init(
    gazetteer: Gazetteer? = nil, models: [String] = [],
    similar: @escaping @Sendable (String) throws -> [Int64: Double]? = { _ in nil }
  ) {
    self.gazetteer = gazetteer
    self.models = models
    self.similar = similar
  }
}

extension Lexicon {
  /// The meaning of a term other than a name.
  ///
  /// - Throws: ``QueryError`` without an offset, for a place, label, model or photo that is not there;
  ///   what ``LexiconContext/similar`` throws.
  func meaning(of term: Term, _ thresholds: Thresholds) throws -> ResolvedTerm.Meaning {
    switch term {
    // Looked up by the lexicon before; as a label it would mean the same to the user.
    case .name(let term): .label(LabelCondition(try known(term.name), confidence: term.confidence))
    case .date(let term): .taken(term.interval)
    case .near(let term): try meaning(of: term)
    case .within(let polygon): .within(polygon)
    case .place(let term): try meaning(of: term)
    case .light(let light): .light([light])
    case .calendar(let term): .calendar(term)
    case .label(let term):
      .label(LabelCondition(try known(term.name), confidence: term.confidence))
    case .favourite: .favourite
    case .rating(let condition): .rating(condition)
    case .camera(let text): .camera(text)
    case .file(let text): .file(text)
    case .model(let text): .model(try model(text))
    case .like(let text): .similar(try similar(text))
    case .has(let attribute): attribute.meaning(thresholds)
    }
  }

  private func meaning(of term: NearTerm) throws(QueryError) -> ResolvedTerm.Meaning {
    switch term.centre {
    case .point(let point): return .near(centre: point, metres: term.distance.metres)
    case .place(let name):
      guard let found = try gazetteer().find(name.rawValue) else {
        throw try unknownPlace(name, .city)
      }
      return .near(centre: found.coordinate, metres: term.distance.metres)
    }
  }

  private func meaning(of term: PlaceTerm) throws(QueryError) -> ResolvedTerm.Meaning {
    let gazetteer = try gazetteer()
    let name = term.name.rawValue
    let found: (isEmpty: Bool, meaning: ResolvedTerm.Meaning)
    switch term.level {
    case .country:
      let codes = gazetteer.countries(named: name)
      found = (codes.isEmpty, .country(codes))
    case .region:
      let regions = gazetteer.regions(named: name)
      found = (regions.isEmpty, .region(regions))
    case .city:
      let ids = gazetteer.cities(named: name)
      found = (ids.isEmpty, .city(ids))
    }
    guard !found.isEmpty else { throw try unknownPlace(term.name, term.level) }
    return found.meaning
  }

  private func gazetteer() throws(QueryError) -> Gazetteer {
    guard let gazetteer = context.gazetteer else {
      throw QueryError(.noGazetteer, offset: nil)
    }
    return gazetteer
  }

  private func unknownPlace(
    _ name: Name, _ level: PlaceTerm.Level
  ) throws(QueryError) -> QueryError {
    let gazetteer = try gazetteer()
    let suggestions =
      switch level {
      case .country: Suggestions.nearest(to: name.rawValue, among: gazetteer.countryNames)
      case .region: Suggestions.nearest(to: name.rawValue, among: gazetteer.regionNames)
      case .city: gazetteer.suggestions(for: name.rawValue, limit: 3)
      }
    return QueryError(.unknownPlace(name.rawValue, level, suggestions: suggestions), offset: nil)
  }

  private func known(_ name: Name) throws(QueryError) -> PersonalLabel {
    guard let label = label(name) else {
      throw QueryError(.unknownLabel(name.rawValue), offset: nil)
    }
    return label
  }

  private func model(_ text: SearchText) throws(QueryError) -> String {
    let wanted = text.rawValue.lowercased()
    guard let model = context.models.first(where: { $0.lowercased() == wanted }) else {
      throw QueryError(.unknownModel(text.rawValue, known: context.models), offset: nil)
    }
    return model
  }

  private func similar(_ text: SearchText) throws -> [Int64: Double] {
    guard let similar = try context.similar(text.rawValue) else {
      throw QueryError(.unknownPhoto(text.rawValue), offset: nil)
    }
    return similar
  }
}
