internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import PhotoCore

/// Pictures. Thumbnails are named by the photo's hash, so that a name always means the same bytes and
/// a browser never asks twice. Only what the catalogue knows can be reached: paths never come from a
/// request.
enum MediaRoutes {
  static let all: [Route] = [
    Route(.get, "/media/small/{name}", .viewing) {
      try await thumbnail($0) { $0.smallThumbnail(of: $1) }
    },
    Route(.get, "/media/large/{name}", .viewing) {
      try await thumbnail($0) { $0.largeThumbnail(of: $1) }
    },
    Route(.get, "/media/original/{id}", .viewing, handler: original),
    Route(.get, "/tiles/{z}/{x}/{y}", .viewing, handler: tile),
  ]

  @Sendable private static func thumbnail(
    _ call: WebCall, _ path: (LibraryFolder, ContentHash) -> FilePath
  ) async throws -> Response {
    let name = try call.segment("name")
    guard name.hasSuffix(".jpg"), let hash = ContentHash(hex: String(name.dropLast(4))) else {
      throw RequestProblem(.notFound, "Picture not found.")
    }
    return try await FileAnswer(
      path: path(call.app.library, hash), type: "image/jpeg",
      cache: "private, max-age=31536000, immutable"
    ).response(call)
  }

  @Sendable private static func original(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    let id = try call.id()
    guard let file = try await call.run({ try catalogue.files.original(of: id) }) else {
      throw RequestProblem(
        .notFound, "No file of this photo is available. Is a drive disconnected?")
    }
    return try await FileAnswer(
      path: file.path, type: mediaType(of: file.format), name: file.path.name.description,
      isDownload: call.text("download") != nil || file.format == .raw,
      expected: file.stamp
    ).response(call)
  }

  private static func mediaType(of format: PictureFormat) -> String {
    switch format {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .webp: "image/webp"
    case .tiff: "image/tiff"
    case .gif: "image/gif"
    case .heic: "image/heic"
    case .avif: "image/avif"
    case .raw: "application/octet-stream"
    }
  }

  @Sendable private static func tile(_ call: WebCall) async throws -> Response {
    let name = try call.segment("y")
    guard let z = Int(try call.segment("z")), let x = Int(try call.segment("x")),
      let y = Int(name.hasSuffix(".png") ? String(name.dropLast(4)) : name)
    else { throw RequestProblem(.notFound, "Tile not found.") }
    guard let bytes = call.app.tiles?.tile(zoom: z, column: x, row: y) else {
      throw RequestProblem(.notFound, "Tile not found.")
    }
    return .bytes(
      bytes, type: "image/png", headers: [.cacheControl: "private, max-age=604800"])
  }
}
