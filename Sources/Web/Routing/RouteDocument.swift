internal import Hummingbird

/// What the API document says of a route.
struct RouteDescription: Sendable {
  let summary: String
  let parameters: [QueryParameter]
  /// nil for a route that reads no body.
  let body: Schema?
  /// Several are files of different types.
  let answer: Schema

  /// The status of success: 204 where there is nothing to say.
  var status: Int { answers.isEmpty ? 204 : 200 }

  /// What success may look like: one schema for each media type. A query that is still being written is
  /// answered with its problem; see ``QueryParameter/draft``.
  var answers: [Schema] {
    let draft = RequestProblem.draftShape.schema
    let takesDrafts = parameters.contains { $0.name == QueryParameter.draft.name }
    return switch answer {
    case .nothing: []
    case .anyOf(let files): files + (takesDrafts ? [draft] : [])
    default: [takesDrafts ? .anyOf([answer, draft]) : answer]
    }
  }
}

/// A parameter of the query string.
struct QueryParameter: Sendable {
  let name: String
  let schema: Schema
  let summary: String
  var isRequired = false

  init(_ name: String, _ schema: Schema, summary: String, required: Bool = false) {
    self.name = name
    self.schema = schema
    self.summary = summary
    isRequired = required
  }
}

/// What a route takes and gives: how a body is read and an answer is written, and what the API document
/// says of both. The handler has the same types, so that it can answer nothing but what is described.
struct RouteDocument<Body: Sendable, Answer>: Sendable {
  let description: RouteDescription
  /// Reads the body of a request.
  let read: @Sendable (WebCall) async throws -> Body
  /// Makes a response of what the handler gives.
  let respond: @Sendable (Answer) -> Response

  private init(
    _ summary: String, _ parameters: [QueryParameter], body: Schema?, answer: Schema,
    read: @escaping @Sendable (WebCall) async throws -> Body,
    respond: @escaping @Sendable (Answer) -> Response
  ) {
    description = RouteDescription(
      summary: summary, parameters: parameters, body: body, answer: answer)
    self.read = read
    self.respond = respond
  }
}

// MARK: Routes with a body

extension RouteDocument where Body: Decodable {
  /// JSON to JSON.
  init(
    _ summary: String, _ parameters: [QueryParameter] = [], body: Body.Type, answer: Shape<Answer>
  ) {
    self.init(
      summary, parameters, body: BodySchema.of(body), answer: answer.schema,
      read: { try await $0.json(Body.self) }, respond: { .json(answer.text($0)) })
  }

  /// JSON, and nothing to say.
  init(_ summary: String, _ parameters: [QueryParameter] = [], body: Body.Type)
  where Answer == Void {
    self.init(
      summary, parameters, body: BodySchema.of(body), answer: .nothing,
      read: { try await $0.json(Body.self) }, respond: { _ in .done })
  }
}

// MARK: Routes without one

extension RouteDocument where Body == Void {
  /// An answer in JSON.
  ///
  /// - Parameter bytes: the media type of a body that the handler takes as it comes; nil for none.
  init(
    _ summary: String, _ parameters: [QueryParameter] = [], bytes: String? = nil,
    answer: Shape<Answer>
  ) {
    self.init(
      summary, parameters, body: bytes.map(Schema.file), answer: answer.schema,
      read: { _ in }, respond: { .json(answer.text($0)) })
  }

  /// Nothing to say.
  init(_ summary: String, _ parameters: [QueryParameter] = []) where Answer == Void {
    self.init(
      summary, parameters, body: nil, answer: .nothing, read: { _ in },
      respond: { _ in .done })
  }

  /// Bytes of a media type, with headers that the handler knows.
  init(_ summary: String, _ parameters: [QueryParameter] = [], file type: String)
  where Answer == Response {
    self.init(summary, parameters, files: [type])
  }

  /// Bytes of one of several media types.
  init(_ summary: String, _ parameters: [QueryParameter] = [], files types: [String])
  where Answer == Response {
    self.init(
      summary, parameters, body: nil, answer: .anyOf(types.map(Schema.file)), read: { _ in },
      respond: { $0 })
  }
}

// MARK: Routes that open or end a session

/// An answer that comes with the cookie of a session.
struct WithCookie<Answer> {
  let answer: Answer
  let cookie: Cookie
}

extension RouteDocument {
  /// The same with a cookie.
  var settingCookie: RouteDocument<Body, WithCookie<Answer>> {
    let respond = respond
    return RouteDocument<Body, WithCookie<Answer>>(
      description.summary, description.parameters, body: description.body,
      answer: description.answer, read: read,
      respond: { value in
        var response = respond(value.answer)
        response.setCookie(value.cookie)
        return response
      })
  }
}
