internal import Foundation
internal import PhotoCore

/// A model that lies in a folder but cannot be used.
package struct BrokenModel: Hashable, Sendable {
  /// The folder's name.
  package let id: String
  /// The folder.
  package let folder: String
  /// What is wrong.
  package let problem: RecognitionError
}

extension ModelStore {
  /// Every model that can be used, by id; of two with one id the one that is found first. Only records
  /// and labels are read.
  package func installed() -> [InstalledModel] {
    all().compactMap { try? $0.outcome.get() }
  }

  /// Every model that lies somewhere but cannot be used, by id.
  package func broken() -> [BrokenModel] {
    all().compactMap { entry in
      guard case .failure(let problem) = entry.outcome else { return nil }
      return BrokenModel(id: entry.id, folder: entry.folder, problem: problem)
    }
  }

  /// Whether a model is the library's own and not a package's.
  package func isRemovable(_ model: InstalledModel) -> Bool {
    isRemovable(folder: model.folder)
  }

  /// Whether a model's folder is the library's own and not a package's.
  package func isRemovable(folder: String) -> Bool {
    library.map { (folder as NSString).deletingLastPathComponent == $0 } ?? false
  }

  private typealias Entry = (
    id: String, folder: String, outcome: Result<InstalledModel, RecognitionError>
  )

  private func all() -> [Entry] {
    var entries: [String: Entry] = [:]
    for folder in folders {
      for id in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let path = "\(folder)/\(id)"
        guard ModelID.isValid(id), entries[id] == nil,
          FileManager.default.fileExists(atPath: path + "/record.json")
        else { continue }
        entries[id] = (id, path, Self.outcome(id, path))
      }
    }
    return entries.values.sorted { $0.id < $1.id }
  }

  private static func outcome(
    _ id: String, _ folder: String
  ) -> Result<InstalledModel, RecognitionError> {
    do throws(RecognitionError) {
      let model = try InstalledModel(folder: folder)
      guard model.record.id == id else {
        throw .badRecord(
          path: folder + "/record.json", detail: "it is that of the model \(model.record.id)")
      }
      return .success(model)
    } catch {
      return .failure(error)
    }
  }
}

extension InstalledModel {
  /// Bytes of the files that the record names, on the disk; those that are missing count nothing.
  package var byteCount: Int64 {
    record.files.keys.reduce(0) { sum, name in
      let size = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.size]
      return sum + ((size as? NSNumber)?.int64Value ?? 0)
    }
  }
}
