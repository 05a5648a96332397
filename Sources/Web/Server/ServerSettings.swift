internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Library
internal import PhotoCore

/// What an administrator sets in the web app; kept in the catalogue.
struct ServerSettings: Sendable {
  let catalogue: CatalogDatabase
  let library: LibraryFolder

  /// What can be set, by the names of the API.
  enum SettingName: String {
    case tilesURL = "tiles_url"
    case tilesAttribution = "tiles_attribution"
    case uploadMegabytes = "upload_megabytes"
    case uploadFiles = "upload_files"
  }

  /// What one upload may be, and how many may wait.
  struct UploadLimits: Sendable {
    let bytes: Int
    let files: Int
  }

  /// What is left on the disk whatever is uploaded: room for thumbnails and the catalogue.
  private static let reserve: Int64 = 512 << 20

  func text(_ name: SettingName) throws -> String? { try catalogue.settings.web(name.rawValue) }

  func set(_ name: SettingName, to value: String?) throws {
    try catalogue.settings.setWeb(name.rawValue, to: value)
  }

  /// 500 MB a file, the size of the largest raw panoramas, and 10,000 files that wait.
  func uploadLimits() throws -> UploadLimits {
    let megabytes = try text(.uploadMegabytes).flatMap { Int($0) } ?? 500
    return UploadLimits(
      bytes: megabytes << 20, files: try text(.uploadFiles).flatMap { Int($0) } ?? 10_000)
  }

  /// - Throws: ``RequestProblem`` where the disk would be full.
  func requireRoom(for bytes: Int64) throws {
    let values = try? FileManager.default.attributesOfFileSystem(
      forPath: library.path.description)
    guard let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value else { return }
    // Once as an upload, once as a copy in the library.
    guard free - 2 * bytes > Self.reserve else {
      throw RequestProblem(
        .insufficientStorage, "The server's disk is nearly full. Free some space.")
    }
  }

  /// The secret that signs tokens against forged requests; made at the first start.
  func signingKey() throws -> [UInt8] {
    let name = "signing_key"
    if let text = try catalogue.settings.web(name), let hash = ContentHash(hex: text) {
      return hash.bytes
    }
    let bytes = SecureRandom.bytes(32)
    try catalogue.settings.setWeb(name, to: hexadecimal(bytes))
    return bytes
  }
}

extension HTTPResponse.Status {
  /// The disk is full (RFC 4918).
  static let insufficientStorage = HTTPResponse.Status(
    code: 507, reasonPhrase: "Insufficient Storage")
}
