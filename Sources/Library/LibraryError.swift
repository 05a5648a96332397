package import PhotoCore

/// What can go wrong with a library or a run as a whole. Nothing that was stored before is lost.
package enum LibraryError: Error, Hashable, Sendable {
  /// There is no library in this folder, and the command does not make one.
  case noLibrary(path: String)
  /// The folder cannot be made or written.
  case notWritable(path: String, detail: String)
  /// Another process is importing into this library.
  case busy(pid: Int32?)
  /// A folder to add is not there, or is no folder.
  case noFolder(FilePath, detail: String)
  /// The library's own folder was to be added.
  case insideLibrary(FilePath)
  /// There is nothing to look at again.
  case noSources
  /// A model that names scenes was to look at tiles.
  case hasNoTiles(model: String)
  /// Places cannot be looked up.
  case noGazetteer
}

extension LibraryError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .noLibrary(let path):
      "No Meridian library found in \(path). Create one with `meridian add FOLDER`, or give "
        + "another with --library."
    case .notWritable(let path, let detail):
      "The library \(path) cannot be written: \(detail). Check its permissions, or choose another "
        + "with --library."
    case .busy(let pid):
      "Another Meridian\(pid.map { " (process \($0))" } ?? "") is importing into this library. "
        + "Wait until it is done, or run without --no-wait."
    case .noFolder(let path, let detail):
      "\(path) cannot be added: \(detail). Give a folder that exists and can be read."
    case .insideLibrary(let path):
      "\(path) contains Meridian's own files and cannot be added. Choose the folder with your photos."
    case .noSources:
      "No folders were added yet. Start with `meridian add FOLDER`."
    case .hasNoTiles(let model):
      "\(model) classifies whole photos and does not use tiles. Leave out --thorough."
    case .noGazetteer:
      "The gazetteer is not installed, so photos get no places, time zones or light. Run `make setup`, or "
        + "set its path in MERIDIAN_GAZETTEER."
    }
  }
}
