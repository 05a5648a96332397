internal import Foundation

extension RegisteredModel {
  /// The network in one line for people: name, version, licence, hash of its source.
  package var line: String {
    let record = try? JSONSerialization.jsonObject(with: Data(recordJSON.utf8))
    let values = record as? [String: Any] ?? [:]
    func value(_ key: String) -> String { values[key] as? String ?? "?" }
    return "\(value("name")), version \(value("version")), licence \(value("licence")), from "
      + "\(value("source")), SHA-256 \(value("source_sha256"))"
  }
}
