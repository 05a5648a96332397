internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import OrderedJSON
internal import Query

/// Settings, vocabulary and corrections.
enum SettingRoutes {
  private static let settings: [(String, Schema)] = [
    ("tiles_url", .optional(.string)), ("tiles_attribution", .optional(.string)),
    ("upload_megabytes", .integer), ("upload_files", .integer), ("thorough_imports", .boolean),
  ]
  private static let vocabulary = Schema.object([
    ("text", .string), ("concepts", .integer), ("unknown_members", .list(.any)),
    ("is_default", .boolean),
  ])

  static let all: [Route] = [
    Route(
      .get, "/api/v1/settings", .administering,
      RouteDocument("Settings of the server", answer: .object(settings)), handler: show),
    Route(
      .put, "/api/v1/settings", .administering,
      RouteDocument(
        "Change settings; those left out stay as they are", body: .partial(settings),
        answer: .object(settings)), handler: change),
    Route(
      .get, "/api/v1/vocabulary", .administering,
      RouteDocument("The vocabulary of concepts", answer: vocabulary), handler: showVocabulary),
    Route(
      .put, "/api/v1/vocabulary", .administering,
      RouteDocument(
        "Replace the vocabulary; if a line is wrong, nothing changes and the error names the line",
        body: .object([("text", .string)]), answer: vocabulary), handler: changeVocabulary),
    Route(
      .get, "/api/v1/changes", .viewing,
      RouteDocument(
        "Corrections of clocks and positions", answer: .object([("changes", .list(.any))])),
      handler: changes),
    Route(
      .post, "/api/v1/changes/{id}/undo", .editing,
      RouteDocument("Undo a correction", answer: .object([("photos", .integer)])),
      handler: undo),
  ]

  @Sendable private static func show(_ call: WebCall) async throws -> Response {
    let settings = call.app.settings
    return try await call.answer { try json(settings) }
  }

  private static func json(_ settings: ServerSettings) throws -> JSONText {
    let limits = try settings.uploadLimits()
    return .object([
      ("tiles_url", .text(orNull: try settings.text(.tilesURL))),
      ("tiles_attribution", .text(orNull: try settings.text(.tilesAttribution))),
      ("upload_megabytes", .count(limits.bytes >> 20)), ("upload_files", .count(limits.files)),
      ("thorough_imports", .bool(try settings.catalogue.settings.looksThoroughly())),
    ])
  }

  private struct Change: Decodable {
    // Not in snake_case: the decoder's rule turns tiles_url into tilesUrl.
    let tilesUrl: String?
    let tilesAttribution: String?
    let uploadMegabytes: Int?
    let uploadFiles: Int?
    let thoroughImports: Bool?
  }

  @Sendable private static func change(_ call: WebCall) async throws -> Response {
    let change = try await call.json(Change.self)
    let app = call.app
    if let url = change.tilesUrl, !url.isEmpty {
      guard SecurityHeaders.origin(of: url) != nil, ["{z}", "{x}", "{y}"].allSatisfy(url.contains)
      else {
        throw Problem(
          .unprocessableContent,
          "The tile address must begin with https:// and contain {z}, {x} and {y}.")
      }
    }
    for number in [change.uploadMegabytes, change.uploadFiles].compactMap({ $0 }) {
      guard (1...1_000_000).contains(number) else {
        throw Problem(.unprocessableContent, "The limits of uploads must be 1 to 1,000,000.")
      }
    }
    return try await call.answer {
      let settings = app.settings
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
      return try json(settings)
    }
  }

  @Sendable private static func showVocabulary(_ call: WebCall) async throws -> Response {
    let app = call.app
    return try await call.answer { try vocabularyJSON(app) }
  }

  private static func vocabularyJSON(_ app: WebApp) throws -> JSONText {
    let lexicon = try app.queries.current().lexicon
    let text = app.library.vocabularyText
    return .object([
      ("text", .text(text)), ("concepts", .count(lexicon.concepts.count)),
      (
        "unknown_members",
        .array(
          lexicon.unknownMembers.map { member in
            .object([
              ("text", .text(member.text)), ("line", .count(member.line)),
              ("suggestions", .texts(member.suggestions)),
            ])
          })
      ), ("is_default", .bool(text == VocabularyFile.defaultText)),
    ])
  }

  private struct Vocabulary: Decodable { let text: String }

  @Sendable private static func changeVocabulary(_ call: WebCall) async throws -> Response {
    let text = try await call.json(Vocabulary.self).text
    let app = call.app
    return try await call.answer {
      let known = try app.catalogue.models.all()
      // Read as a whole before it replaces the one that works.
      _ = try Lexicon(labelSets: known.map(\.labels), vocabulary: text)
      try app.library.writeVocabulary(text)
      app.queries.forgetWords()
      return try vocabularyJSON(app)
    }
  }

  @Sendable private static func changes(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    return try await call.answer {
      let changes = try catalogue.changes.all().map { change in
        JSONText.object([
          ("id", .integer(change.id)), ("kind", .text(change.kind.rawValue)),
          ("summary", .text(change.summary)), ("photos", .count(change.photos)),
          ("made_ms", .integer(change.madeMilliseconds)),
        ])
      }
      return .object([("changes", .array(changes))])
    }
  }

  @Sendable private static func undo(_ call: WebCall) async throws -> Response {
    let (app, id) = (call.app, try call.id())
    return try await call.answer {
      guard let change = try app.catalogue.changes.undo(id) else {
        throw Problem(.notFound, "Correction not found.")
      }
      try app.noteChange()
      return .object([("photos", .count(change.photos))])
    }
  }
}
