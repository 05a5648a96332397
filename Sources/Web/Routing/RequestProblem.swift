internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import NIOCore
internal import PhotoCore
internal import Publishing
internal import Query

/// What went wrong with a request, as `application/problem+json` (RFC 9457).
struct RequestProblem: Error {
  let status: HTTPResponse.Status
  /// A sentence for the user: what is wrong, and what to do.
  let detail: String
  /// Further members, for programs.
  var extra = Extra()
  var headers: HTTPFields = [:]

  /// What only some problems say.
  struct Extra {
    /// Of a query.
    var query: QueryHint?
    /// The line that is wrong, from 1 on.
    var line: Int?
    /// How many bytes of an upload have come.
    var received: Int64?
    /// Seconds to wait before another try.
    var retryAfter: Int?
    /// true where a page has to fetch another token against forgery.
    var csrf: Bool?
  }

  /// What may help whoever wrote a query.
  struct QueryHint {
    /// Where it is not understood; nil for nowhere in particular.
    let offset: Int?
    /// What may have been meant.
    let suggestions: [String]
  }

  init(
    _ status: HTTPResponse.Status, _ detail: String, extra: Extra = Extra(),
    headers: HTTPFields = [:]
  ) {
    self.status = status
    self.detail = detail
    self.extra = extra
    self.headers = headers
  }

  var response: Response {
    var headers = headers
    headers[.contentType] = "application/problem+json"
    headers[.cacheControl] = "no-store"
    let body = Self.shape.text(self)
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
  }
}

extension RequestProblem {
  static let shape = Shape<RequestProblem>.object([
    .field("type", .string) { _ in "about:blank" },
    .field("title", .string) { $0.status.reasonPhrase },
    .field("status", .integer) { $0.status.code }, .field("detail", .string) { $0.detail },
    .omittable("offset", .optional(.integer)) { $0.extra.query.map { $0.offset } },
    .omittable("suggestions", .list(.string)) { $0.extra.query?.suggestions },
    .omittable("line", .integer) { $0.extra.line },
    .omittable("received", .integer) { $0.extra.received },
    .omittable("retry_after", .integer) { $0.extra.retryAfter },
    .omittable("csrf", .boolean) { $0.extra.csrf },
  ]).named("Problem")

  /// The answer to a query that is still being written; see ``QueryParameter/draft``.
  static let draftShape = Shape<RequestProblem>.member(
    "problem",
    .object([
      .field("detail", .string) { $0.detail },
      .field("offset", .optional(.integer)) { $0.extra.query?.offset },
      .field("suggestions", .list(.string)) { $0.extra.query?.suggestions ?? [] },
    ])
  ).named("DraftProblem")
}

extension RequestProblem {
  /// The problem of an error; nil for one that is no sentence for the user.
  init?(_ error: any Error) {
    switch error {
    case let problem as RequestProblem: self = problem
    case let error as QueryError: self.init(query: error)
    case let error as VocabularyError:
      self.init(.unprocessableContent, error.description, extra: Extra(line: error.line))
    case let error as AccountError: self.init(.conflict, error.description)
    case let error as UploadError: self.init(upload: error)
    case let error as LibraryError: self.init(.conflict, error.description)
    case let error as CatalogError: self.init(catalogue: error)
    case let error as LabelError: self.init(label: error)
    case let error as LabelNameError: self.init(.unprocessableContent, error.description)
    case .tooManyRows as PublishingError: self.init(.unprocessableContent, "\(error)")
    case let error as PublishingError: self.init(.insufficientStorage, "\(error)")
    case let error as NotYetAvailable: self.init(.badRequest, "\(error)")
    case let error as HTTPError: self.init(error.status, Self.sentence(error.status, error.body))
    case let error as any HTTPResponseError:
      self.init(error.status, Self.sentence(error.status, nil))
    case is DecodingError:
      self.init(
        .badRequest, "The body is not the JSON that this route expects. See /api/v1/openapi.json.")
    default: return nil
    }
  }

  /// A query that is not understood, with what may have been meant.
  init(query error: QueryError) {
    let suggestions: [String] =
      switch error.problem {
      case .unknownName(_, let names), .unknownVocabulary(_, let names),
        .unknownPlace(_, _, let names):
        names
      case .unknownWord(_, _, let words): words
      case .unknownModel(_, let names): names
      default: []
      }
    self.init(
      .badRequest, error.description,
      extra: Extra(query: QueryHint(offset: error.offset, suggestions: suggestions)))
  }

  private init(upload error: UploadError) {
    switch error {
    case .offset(let received):
      self.init(.conflict, error.description, extra: Extra(received: received))
    case .busy: self.init(.conflict, error.description)
    case .otherBytes: self.init(.unprocessableContent, error.description)
    }
  }

  private init(label error: LabelError) {
    switch error {
    case .nameTaken: self.init(.conflict, error.description)
    case .gone, .noVersion: self.init(.notFound, error.description)
    }
  }

  private init(catalogue error: CatalogError) {
    switch error {
    case .diskFull: self.init(.insufficientStorage, error.description)
    case .notYetAvailable: self.init(.badRequest, error.description)
    case .unknownModel: self.init(.notFound, error.description)
    case .notComparable: self.init(.unprocessableContent, error.description)
    default: self.init(.internalServerError, error.description)
    }
  }

  private static func sentence(_ status: HTTPResponse.Status, _ given: String?) -> String {
    switch status {
    case .contentTooLarge: "The body is too large for this route."
    case .notFound: "Nothing found at this address."
    default: given ?? "Invalid request."
    }
  }
}
