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
      "There is no Meridian library in \(path). Make one with `meridian add FOLDER`, or name "
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
      "\(path) holds Meridian's own files and cannot be added. Choose the folder with your photos."
    case .noSources:
      "No folder was added yet. Start with `meridian add FOLDER`."
    case .hasNoTiles(let model):
      "\(model) names what a photo shows as a whole and has no use for tiles: leave --thorough away."
    case .noGazetteer:
      "The gazetteer is not installed, so photos get no places, zones and light. Run `make setup`, or "
        + "name its file in MERIDIAN_GAZETTEER."
    }
  }
}
