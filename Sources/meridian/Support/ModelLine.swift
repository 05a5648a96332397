import Catalog
import Foundation
import PhotoCore

/// A network in one line for people: name, version, licence, hash of its source.
enum ModelLine {
  static func text(_ model: CatalogModel) -> String {
    let record = try? JSONSerialization.jsonObject(with: Data(model.recordJSON.utf8))
    let values = record as? [String: Any] ?? [:]
    func value(_ key: String) -> String { values[key] as? String ?? "?" }
    return "\(value("name")), version \(value("version")), licence \(value("licence")), from "
      + "\(value("source")), SHA-256 \(value("source_sha256"))"
  }
}
