internal import Catalog
internal import Synchronization

/// The one-time code that makes the first administrator: whoever sees the terminal owns the library.
final class FirstVisit: Sendable {
  private struct State {
    var code: String?
    var isOver = false
  }

  private let state = Mutex(State())
  private let catalogue: CatalogDatabase

  init(_ catalogue: CatalogDatabase) throws {
    self.catalogue = catalogue
    if try catalogue.accounts.hasUsers() {
      state.withLock { $0.isOver = true }
    } else {
      state.withLock { $0.code = SecureRandom.code() }
    }
  }

  /// The code to print; nil once there is an account.
  var code: String? { state.withLock { $0.code } }

  /// Whether it is known that there is an account, without a look at the catalogue.
  var isKnownToBeOver: Bool { state.withLock { $0.isOver } }

  /// Whether there is an account.
  func isOver() throws -> Bool {
    if isKnownToBeOver { return true }
    guard try catalogue.accounts.hasUsers() else { return false }
    end()
    return true
  }

  /// Whether `text` is the code, however it is written.
  func accepts(_ text: String) -> Bool {
    func plain(_ text: String) -> [UInt8] {
      Array(text.uppercased().utf8.filter { $0 != 0x2D && $0 != 0x20 })
    }
    guard let code else { return false }
    let given = plain(text)
    let wanted = plain(code)
    guard given.count == wanted.count else { return false }
    // Always over all letters, so that the time tells nothing.
    return zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The code is used up.
  func end() {
    state.withLock {
      $0.code = nil
      $0.isOver = true
    }
  }
}
