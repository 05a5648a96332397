internal import Foundation
internal import PhotoCore

/// The files of the web app: our own beside the program, and those that `make` installs.
///
/// All are known from the start: a request names one of them or nothing, so no path can lead out.
struct AssetStore: Sendable {
  struct Asset: Sendable {
    let path: FilePath
    let type: String
  }

  private let assets: [String: Asset]

  private static let types = [
    "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "webmanifest": "application/manifest+json",
  ]

  /// - Parameters:
  ///   - site: the folder with our own `assets`.
  ///   - vendor: the folder with the `vendor` files; nil where they are not installed.
  init(site: URL, vendor: URL?) {
    var assets = Self.files(in: site.appendingPathComponent("assets"), under: "/assets/")
    if let vendor {
      let files = Self.files(in: vendor, under: "/assets/vendor/")
      assets.merge(files) { ours, _ in ours }
    }
    self.assets = assets
  }

  /// The file of an address; nil where there is none.
  func asset(_ path: String) -> Asset? { assets[path] }

  /// Whether there is a file at an address.
  func has(_ path: String) -> Bool { assets[path] != nil }

  private static func files(in folder: URL, under prefix: String) -> [String: Asset] {
    var found: [String: Asset] = [:]
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
    for case let name as String in walk {
      guard let type = types[(name as NSString).pathExtension] else { continue }
      found[prefix + name] = Asset(path: FilePath("\(folder.path)/\(name)"), type: type)
    }
    return found
  }
}
