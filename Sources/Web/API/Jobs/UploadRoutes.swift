internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Library
internal import NIOCore
internal import PhotoCore

/// Files from browsers and programs: asked about first, sent in pieces, checked, then imported.
enum UploadRoutes {
  static let all: [Route] = [
    Route(
      .post, "/api/v1/uploads/check", .editing,
      RouteDocument(
        "Which of these files are known already, by their SHA-256",
        body: Hashes.self, answer: .member("known", .map(.integer))), handler: check),
    Route(
      .post, "/api/v1/uploads/import", .editing,
      RouteDocument("Import the completed uploads", answer: Job.shape), handler: importNow),
    Route(
      .get, "/api/v1/uploads/{sha256}", .editing,
      RouteDocument(
        "How much of a file has arrived, and its outcome", answer: UploadState.shape),
      handler: show),
    Route(
      .put, "/api/v1/uploads/{sha256}", .editing,
      RouteDocument(
        "Send a file, or the rest of it, as raw bytes",
        [
          .init("name", .string, summary: "The file's name.", required: true),
          .init("size", .integer, summary: "The size of the whole file in bytes.", required: true),
          .init("offset", .integer, summary: "The number of bytes sent before; default: 0."),
        ], bytes: "application/octet-stream", answer: UploadState.shape), asyncHandler: receive),
    Route(
      .delete, "/api/v1/uploads/{sha256}", .editing,
      RouteDocument("Delete an upload that is not imported yet"), handler: remove),
  ]

  /// The most hashes that are asked about at once.
  private static let mostAsked = 10_000

  private struct Hashes: Decodable { let sha256: [String] }

  @Sendable private static func check(
    _ call: WebCall, _ body: Hashes
  ) throws -> [String: Int64] {
    let asked = body.sha256
    guard asked.count <= mostAsked else {
      throw RequestProblem(.contentTooLarge, "Ask about at most \(mostAsked) files at once.")
    }
    let catalogue = call.app.catalogue
    let known = try catalogue.photos.known(asked.compactMap { ContentHash(hex: $0) })
    return Dictionary(uniqueKeysWithValues: known.map { ($0.key.hex, $0.value) })
  }

  private static func hash(_ call: WebCall) throws -> ContentHash {
    guard let hash = ContentHash(hex: try call.segment("sha256").lowercased()) else {
      throw RequestProblem(.badRequest, "Give the file's SHA-256: 64 hexadecimal digits.")
    }
    return hash
  }

  @Sendable private static func show(_ call: WebCall) throws -> UploadState {
    try state(of: try hash(call), call.app)
  }

  private static func state(of hash: ContentHash, _ app: WebApp) throws -> UploadState {
    let uploads = app.uploads
    let photo = try app.catalogue.photos.id(of: hash)
    if let photo { return UploadState(.indexed, photo: photo) }
    if uploads.wasNoPhoto(hash) { return UploadState(.unsupported) }
    if let path = uploads.file(hash) {
      guard let file = try app.catalogue.files.file(at: path) else { return UploadState(.stored) }
      switch file.state {
      case .setAside: return UploadState(.setAside, reason: file.reason)
      case .unsupported: return UploadState(.unsupported)
      default: return UploadState(.stored)
      }
    }
    let received = uploads.received(hash)
    return UploadState(received > 0 ? .partial : .none, received: received)
  }

  @Sendable private static func receive(_ call: WebCall) async throws -> UploadState {
    let app = call.app
    let hash = try hash(call)
    let name = call.text("name") ?? "photo"
    let limits = try await call.run { try app.settings.uploadLimits() }
    let size = try call.integer("size", in: 1...Int.max)
    let offset = try call.integer("offset", in: 0...Int.max, default: 0)
    guard size <= limits.bytes else {
      throw RequestProblem(
        .contentTooLarge,
        "The file is larger than \(limits.bytes >> 20) MB, the limit for uploads.")
    }
    // All may have come before, and the server have ended before it looked: then nothing is sent.
    guard offset <= size else {
      throw RequestProblem(.badRequest, "offset must not be greater than size.")
    }
    let writer = try await call.run { () -> UploadWriter in
      guard offset > 0 || app.uploads.count() < limits.files else {
        throw RequestProblem(
          .tooManyRequests, "Too many files are waiting to be imported. Wait until some are done.")
      }
      try app.settings.requireRoom(for: Int64(size - offset))
      return try app.uploads.open(hash, at: Int64(offset))
    }
    var received = offset
    for try await buffer in call.request.body {
      received += buffer.readableBytes
      guard received <= size else {
        await forget(hash, app)
        throw RequestProblem(.contentTooLarge, "More bytes arrived than announced.")
      }
      try await call.run { try buffer.withUnsafeReadableBytes { try writer.append($0) } }
    }
    if received == size {
      try await call.run { try app.uploads.finish(hash, name: name) }
      app.importSoon()
    }
    guard received == size else { return UploadState(.partial, received: Int64(received)) }
    return try await call.run { try state(of: hash, app) }
  }

  private static func forget(_ hash: ContentHash, _ app: WebApp) async {
    _ = try? await app.blocking.run { app.uploads.removePartial(hash) }
  }

  @Sendable private static func importNow(_ call: WebCall) throws -> Job {
    try call.app.jobs.start(.upload)
  }

  @Sendable private static func remove(_ call: WebCall) throws {
    let app = call.app
    let hash = try hash(call)
    app.uploads.remove(hash)
  }
}
