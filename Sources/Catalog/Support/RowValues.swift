internal import Foundation
internal import GRDB
internal import PhotoCore

extension FilePath {
  /// The bytes as SQLite keeps them, a BLOB: a TEXT could not hold invalid UTF-8.
  var data: Data { Data(bytes) }
}

extension ContentHash {
  var data: Data { Data(bytes) }
}

extension EmbeddingBytes {
  var data: Data { Data(bytes) }
}

extension Row {
  func filePath(_ column: String) -> FilePath {
    let data: Data = self[column]
    return FilePath(bytes: data)
  }

  func contentHash(_ column: String) -> ContentHash? {
    let data: Data? = self[column]
    return data.flatMap { ContentHash(bytes: $0) }
  }

  /// A text column with a closed list of values; nil for NULL.
  func value<Value: RawRepresentable<String>>(_ column: String) -> Value? {
    let text: String? = self[column]
    return text.flatMap { Value(rawValue: $0) }
  }
}
