internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import Query

/// Settings, vocabulary and corrections.
enum SettingRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/settings", .administering,
      RouteDocument("Settings of the server", answer: Settings.shape), handler: show),
    Route(
      .put, "/api/v1/settings", .administering,
      RouteDocument(
        "Change settings; those left out stay as they are", body: SettingChange.self,
        answer: Settings.shape), handler: change),
    Route(
      .get, "/api/v1/vocabulary", .administering,
      RouteDocument("The vocabulary of concepts", answer: VocabularyState.shape),
      handler: showVocabulary),
    Route(
      .put, "/api/v1/vocabulary", .administering,
      RouteDocument(
        "Replace the vocabulary; if a line is wrong, nothing changes and the error names the line",
        body: Vocabulary.self, answer: VocabularyState.shape), handler: changeVocabulary),
    Route(
      .get, "/api/v1/changes", .viewing,
      RouteDocument(
        "Corrections of clocks and positions", answer: .member("changes", .list(correction))),
      handler: changes),
    Route(
      .post, "/api/v1/changes/{id}/undo", .editing,
      RouteDocument("Undo a correction", answer: .member("photos", .integer)),
      handler: undo),
  ]

  /// The settings as they are.
  private struct Settings {
    let tilesURL, tilesAttribution: String?
    let uploadMegabytes, uploadFiles: Int
    let looksThoroughly: Bool

    init(_ settings: ServerSettings) throws {
      let limits = try settings.uploadLimits()
      tilesURL = try settings.text(.tilesURL)
      tilesAttribution = try settings.text(.tilesAttribution)
      uploadMegabytes = limits.bytes >> 20
      uploadFiles = limits.files
      looksThoroughly = try settings.catalogue.settings.looksThoroughly()
    }

    static let shape = Shape<Settings>.object([
      .field("tiles_url", .optional(.string)) { $0.tilesURL },
      .field("tiles_attribution", .optional(.string)) { $0.tilesAttribution },
      .field("upload_megabytes", .integer) { $0.uploadMegabytes },
      .field("upload_files", .integer) { $0.uploadFiles },
      .field("thorough_imports", .boolean) { $0.looksThoroughly },
    ]).named("Settings")
  }

  @Sendable private static func show(_ call: WebCall) throws -> Settings {
    try Settings(call.app.settings)
  }

  private struct SettingChange: Decodable {
    // Not in snake_case: the decoder's rule turns tiles_url into tilesUrl.
    let tilesUrl: String?
    let tilesAttribution: String?
    let uploadMegabytes: Int?
    let uploadFiles: Int?
    let thoroughImports: Bool?
  }

  @Sendable private static func change(_ call: WebCall, _ change: SettingChange) throws -> Settings
  {
    try check(change)
    let app = call.app
    let settings = call.app.settings
    if let url = change.tilesUrl { try settings.set(.tilesURL, to: url.isEmpty ? nil : url) }
    if let text = change.tilesAttribution {
      try settings.set(.tilesAttribution, to: text.isEmpty ? nil : String(text.prefix(200)))
    }
    if let number = change.uploadMegabytes {
      try settings.set(.uploadMegabytes, to: String(number))
    }
    if let number = change.uploadFiles { try settings.set(.uploadFiles, to: String(number)) }
    if let isThorough = change.thoroughImports {
      try app.catalogue.settings.setLooksThoroughly(isThorough)
    }
    try app.readSettings()
    return try Settings(settings)
  }

  private static func check(_ change: SettingChange) throws {
    if let url = change.tilesUrl, !url.isEmpty {
      guard SecurityHeaders.origin(of: url) != nil, ["{z}", "{x}", "{y}"].allSatisfy(url.contains)
      else {
        throw RequestProblem(
          .unprocessableContent,
          "The tile address must begin with https:// and contain {z}, {x} and {y}.")
      }
    }
    for number in [change.uploadMegabytes, change.uploadFiles].compactMap({ $0 }) {
      guard (1...1_000_000).contains(number) else {
        throw RequestProblem(.unprocessableContent, "The limits of uploads must be 1 to 1,000,000.")
      }
    }
  }

  /// The concepts as they are, with what they name and no network knows.
  private struct VocabularyState {
    let text: String
    let concepts: Int
    let unknown: [UnknownMember]

    init(_ app: WebApp) throws {
      let lexicon = try app.queries.current().lexicon
      text = app.library.vocabularyText
      concepts = lexicon.concepts.count
      unknown = lexicon.unknownMembers
    }

    static let shape = Shape<VocabularyState>.object([
      .field("text", .string) { $0.text }, .field("concepts", .integer) { $0.concepts },
      .field("unknown_members", .list(member)) { $0.unknown },
      .field("is_default", .boolean) { $0.text == VocabularyFile.defaultText },
    ]).named("Vocabulary")

    private static let member = Shape<UnknownMember>.object([
      .field("text", .string) { $0.text }, .field("line", .integer) { $0.line },
      .field("suggestions", .list(.string)) { $0.suggestions },
    ])
  }

  @Sendable private static func showVocabulary(_ call: WebCall) throws -> VocabularyState {
    try VocabularyState(call.app)
  }

  private struct Vocabulary: Decodable { let text: String }

  @Sendable private static func changeVocabulary(
    _ call: WebCall, _ body: Vocabulary
  ) throws -> VocabularyState {
    let app = call.app
    let known = try app.catalogue.models.all()
    // Read as a whole before it replaces the one that works.
    _ = try Lexicon(labelSets: known.map(\.labels), vocabulary: body.text)
    try app.library.writeVocabulary(body.text)
    app.queries.forgetWords()
    return try VocabularyState(app)
  }

  private static let correction = Shape<Change>.object([
    .field("id", .integer) { $0.id }, .field("kind", .word) { $0.kind },
    .field("summary", .string) { $0.summary }, .field("photos", .integer) { $0.photos },
    .field("made_ms", .integer) { $0.madeMilliseconds },
  ])

  @Sendable private static func changes(_ call: WebCall) throws -> [Change] {
    let catalogue = call.app.catalogue
    return try catalogue.changes.all()
  }

  @Sendable private static func undo(_ call: WebCall) throws -> Int {
    let app = call.app
    let id = try call.id()
    guard let change = try app.catalogue.changes.undo(id) else {
      throw RequestProblem(.notFound, "Correction not found.")
    }
    try app.noteChange()
    return change.photos
  }
}
