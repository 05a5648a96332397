import Analysis
import Catalog
import Crypto
import Fixtures
import Foundation
import Labels
import Library
import Logging
import PhotoCore
import Recognition
import Synchronization

@testable import Web

/// A real server over a real library in a temporary folder, with people in it.
final class WebFixture: Sendable {
  let folder: TemporaryPath
  let library: LibraryFolder
  let catalogue: CatalogDatabase
  let client: RawClient
  let oneTimeCode: String?
  /// What the server takes for the present.
  let clock: TestClock
  private let serving: Task<Void, any Error>

  /// - Parameters:
  ///   - people: whether there is an account of each role already.
  ///   - photos: how many small photos the library has.
  ///   - networks: what the server knows of networks.
  ///   - looks: whether the workers of the server's jobs have networks to look with; the photos that are
  ///     there already were imported without.
  ///   - hasChessboards: whether the red corner of the photos is a chessboard of red and white.
  init(
    people: Bool = true, photos: Int = 0, networks: WebModels = .none, looks: Bool = false,
    hasChessboards: Bool = false
  ) async throws {
    folder = try TemporaryPath()
    library = LibraryFolder(path: folder.path("library"))
    catalogue = try library.openOrMakeCatalogue()
    clock = TestClock()
    if photos > 0 { try await Self.add(photos, hasChessboards, folder, library) }
    if people {
      for role in UserRole.allCases {
        _ = try catalogue.accounts.add(
          role.rawValue, role: role,
          passwordHash: Passwords(passes: 1, memory: 64 << 10).hash(Self.password) ?? "",
          at: clock.now)
      }
    }
    let library = library
    let clock = clock
    var configuration = WebConfiguration(
      library: library,
      installation: WebInstallation(
        models: { try Self.models() }, webModels: networks,
        importSettings: { try Self.settings(library, looks: looks) },
        reanalysisSettings: { _ in try Self.settings(library) },
        healthChecks: { #"{"checks":[{"name":"disk","ok":true,"detail":"9 GB free"}],"ok":true}"# },
        webFiles: Installed.project + "/.deps/web"), version: "test")
    configuration.port = 0
    configuration.now = { clock.now }
    configuration.hashCheaply()
    configuration.idleSeconds = 3
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let server = try WebServer(configuration, logger: logger)
    let (starts, started) = AsyncStream.makeStream(of: WebServer.Address.self)
    serving = Task { try await server.run { started.yield($0) } }
    var iterator = starts.makeAsyncIterator()
    let address = await iterator.next()
    oneTimeCode = address?.oneTimeCode
    client = RawClient(port: Int(address?.url.split(separator: ":").last ?? "") ?? 0)
  }

  deinit { serving.cancel() }

  static let password = "a long password"

  static func models() throws -> [RegisteredModel] {
    let store = ModelStore(folders: [Installed.models])
    return try [ModelStore.defaultDetector, ModelStore.defaultClassifier].map { id in
      let model = try store.model(id)
      return RegisteredModel(
        name: id, labels: model.labels, threshold: model.record.defaultThreshold,
        recordJSON: model.recordJSON)
    }
  }

  static func settings(
    _ library: LibraryFolder, looks: Bool = false
  ) throws -> ImportRun.Settings {
    ImportRun.Settings(
      launch: WorkerLaunch(
        executable: FilePath(try Installed.program()),
        arguments: [
          "analyze", "--requests", "--thumbnails", library.thumbnails.description,
        ] + (looks ? [] : ["--no-networks"]), log: library.workerLog),
      workerCount: 2, models: try models(), listeners: [LabelsAfterImport()])
  }

  /// A small photo that no other seed gives, taken on a day of June 2014 in Cusco.
  static func photo(_ seed: Int, hasChessboard: Bool = false) throws -> [UInt8] {
    let exif = ExifFixture(
      orientation: seed % 3 == 0 ? 6 : 1, taken: "2014:06:\(10 + seed % 20) 15:30:12",
      latitude: -13.517, longitude: -71.9785)
    let picture =
      hasChessboard
      ? chessboard(seed) : PictureFixture.scene(width: 160, height: 96, seed: UInt64(seed))
    return exif.inserted(intoJPEG: try picture.encoded(".jpg[strip]"))
  }

  /// A plain ground with a chessboard of red and white in the upper left corner, and nothing else: what is
  /// around a box must not make it look like another one.
  private static func chessboard(_ seed: Int) -> PictureFixture {
    let size = PixelSize(width: 160, height: 96)
    var pixels: [UInt8] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isCorner = x < size.width / 4 && y < size.height / 4
        let isWhite = ((x + seed) / 4 + y / 4).isMultiple(of: 2)
        let ground = [UInt8(60 + x / 2), UInt8(60 + seed), UInt8(60 + y / 2)]
        pixels += isCorner ? (isWhite ? [255, 255, 255] : PictureFixture.corners[0]) : ground
      }
    }
    return PictureFixture(size: size, pixels: pixels)
  }

  private static func add(
    _ photos: Int, _ hasChessboards: Bool, _ folder: TemporaryPath, _ library: LibraryFolder
  ) async throws {
    for seed in 1...photos {
      try folder.write(try photo(seed, hasChessboard: hasChessboards), to: "trip/\(seed).jpg")
    }
    let trip = FilePath(folder.path("trip"))
    let settings = try settings(library)
    try await onThread {
      _ = try ImportRun(library: library, settings: settings, stop: StopSign()).run(.add([trip]))
    }
  }

  /// Blocking work away from Swift's threads.
  static func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await BlockingTask.run("test", work)
  }

  /// A browser in which a person of this role is signed in.
  func browser(_ role: UserRole, agent: String = "test") throws -> Browser {
    let user = try catalogue.accounts.credentials(of: role.rawValue)?.user.id ?? 0
    let sessions = SessionKeeper(
      catalogue: catalogue, key: .init(data: try settingsKey()), now: { [clock] in clock.now })
    let secret = try sessions.open(user, agent: agent)
    guard let session = try catalogue.sessions.session(secret.hash, at: clock.now) else {
      throw FixtureError.cannotRead("a session")
    }
    return Browser(
      client: client, cookie: secret.text, csrf: sessions.forgeryToken(session))
  }

  private func settingsKey() throws -> [UInt8] {
    try ServerSettings(catalogue: catalogue, library: library).signingKey()
  }

  /// A program with a token of a person's.
  func token(_ scope: TokenScope, of role: UserRole) throws -> String {
    let user = try catalogue.accounts.credentials(of: role.rawValue)?.user.id ?? 0
    let text = "mrd_" + SecureRandom.text()
    _ = try catalogue.tokens.add(
      "test", scope: scope, hash: SessionKeeper.hash(text), of: user, at: clock.now)
    return text
  }

  /// Asks until `holds`, for half a minute at most.
  func wait(_ holds: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<300 {
      if try await holds() { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }
}

/// A browser as far as a server can tell.
struct Browser: Sendable {
  let client: RawClient
  var cookie: String?
  var csrf: String?

  func headers(_ more: [String: String] = [:]) -> [String: String] {
    var headers = more
    if let cookie { headers["Cookie"] = "meridian_session=\(cookie)" }
    if let csrf { headers["X-CSRF-Token"] = csrf }
    return headers
  }

  func get(_ path: String, _ more: [String: String] = [:]) async throws -> Reply {
    try await client.send("GET", path, headers: headers(more))
  }

  func send(
    _ method: String, _ path: String, json: String = "{}", _ more: [String: String] = [:]
  ) async throws -> Reply {
    var headers = headers(more)
    headers["Content-Type"] = "application/json"
    return try await client.send(method, path, headers: headers, body: Array(json.utf8))
  }

  func upload(
    _ bytes: [UInt8], hash: String, name: String, offset: Int = 0, size: Int? = nil
  ) async throws -> Reply {
    let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    var headers = headers()
    headers["Content-Type"] = "application/octet-stream"
    return try await client.send(
      "PUT",
      "/api/v1/uploads/\(hash)?name=\(name)&offset=\(offset)&size=\(size ?? bytes.count)",
      headers: headers, body: bytes)
  }
}

/// A clock that goes when it is told to.
final class TestClock: Sendable {
  private let milliseconds = Mutex(Int64(1_402_580_000_000))

  var now: Int64 { milliseconds.withLock { $0 } }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// ``TemporaryFolder`` for what crosses threads: its path never changes, and its methods only use it.
final class TemporaryPath: @unchecked Sendable {
  // Unchecked: TemporaryFolder is a class with one constant text; nothing of it changes.
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func path(_ name: String) -> String { folder.path(name) }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try folder.write(bytes, to: name)
  }
}
