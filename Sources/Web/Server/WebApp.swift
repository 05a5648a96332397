internal import Catalog
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Library
internal import Logging
internal import PhotoCore
internal import Search
internal import Site
internal import Synchronization

/// What all requests share: the library, the index, accounts, jobs, uploads, news.
final class WebApp: Sendable {
  let library: LibraryFolder
  let catalogue: CatalogDatabase
  let queries: QueryService
  let sorted: SortedResults
  let places: PlaceNames
  let settings: ServerSettings
  let sessions: SessionKeeper
  let signIn: SignIn
  let jobs: JobRunner
  let webModels: WebModels
  let modelTasks: ModelTasks
  let uploads: UploadStore
  let events = EventHub()
  let assets: AssetStore
  let pages: PageRenderer
  let tiles: TileArchive?
  let blocking: BlockingThreads
  let idle: IdleMemory
  let version: String
  /// Tells this start from others, so that tags of one never fit the next.
  let startStamp: String
  let now: @Sendable () -> Int64

  private let installation: WebInstallation
  private let firstVisit: FirstVisit
  private let hashing: BlockingThreads
  private let state: Mutex<State>

  /// Map tiles elsewhere.
  struct TileSource: Sendable {
    let url: String
    let attribution: String
  }

  private struct State {
    var headers: SecurityHeaders
    var tiles: TileSource?
    var importDue: Int64?
  }

  init(_ configuration: WebConfiguration, logger: Logger) throws {
    let library = configuration.library
    let now = configuration.now
    let catalogue = try library.openOrMakeCatalogue()
    let installation = configuration.installation
    let settings = ServerSettings(catalogue: catalogue, library: library)
    let hashing = BlockingThreads(count: 1)
    let firstVisit = try FirstVisit(catalogue)
    let site = try Self.site(configuration.site)
    let assets = AssetStore(
      site: site, vendor: installation.webFiles.map { URL(fileURLWithPath: $0 + "/vendor") })
    let events = events
    self.library = library
    self.catalogue = catalogue
    self.settings = settings
    self.now = now
    self.installation = installation
    self.firstVisit = firstVisit
    self.hashing = hashing
    queries = QueryService(
      library: library, catalogue: catalogue, installed: installation.models)
    sorted = SortedResults(catalogue)
    places = PlaceNames(catalogue)
    sessions = SessionKeeper(
      catalogue: catalogue, key: SymmetricKey(data: try settings.signingKey()), now: now)
    signIn = SignIn(
      catalogue: catalogue, passwords: configuration.passwords, throttle: SignInThrottle(),
      firstVisit: firstVisit, hashing: hashing, now: now)
    let uploads = UploadStore(library: library)
    self.uploads = uploads
    jobs = JobRunner(
      library: library, catalogue: catalogue, uploads: uploads, now: now,
      settings: installation.importSettings,
      reanalysisSettings: installation.reanalysisSettings
    ) { job in
      events.publish(EventHub.Event(name: "job", data: Job.shape.text(job)))
    }
    webModels = installation.webModels
    modelTasks = ModelTasks(command: installation.webModels.command, now: now) { task in
      events.publish(EventHub.Event(name: "models", data: ModelTaskStatus.shape.text(task)))
    }
    self.assets = assets
    version = configuration.version
    pages = try PageRenderer(site: site, assets: assets, version: configuration.version)
    tiles = installation.webFiles.flatMap { TileArchive(path: $0 + "/basemap.bin") }
    // Queries use both cores by themselves; a few more threads keep pictures coming meanwhile.
    blocking = BlockingThreads(count: 6)
    idle = IdleMemory(now: now())
    startStamp = hexadecimal(SecureRandom.bytes(4))
    state = Mutex(State(headers: SecurityHeaders(tiles: nil)))
    try readSettings()
  }

  /// The folder with our own templates, scripts and styles.
  private static func site(_ given: String?) throws -> URL {
    let url = given.map { URL(fileURLWithPath: $0) } ?? SiteFiles.folder
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw WebError.noSite(url.path)
    }
    return url
  }

  /// The code that the terminal shows; nil once there is an account.
  var oneTimeCode: String? { firstVisit.code }

  var securityHeaders: SecurityHeaders { state.withLock { $0.headers } }

  /// Where map tiles come from instead of the installed ones; nil for those.
  var tileSource: TileSource? { state.withLock { $0.tiles } }

  /// Whether the library has any account.
  func hasAccounts() async throws -> Bool {
    let firstVisit = firstVisit
    if firstVisit.isKnownToBeOver { return true }
    return try await blocking.run { try firstVisit.isOver() }
  }

  /// What a page of this principal's sends with every change; empty for nobody.
  func forgeryToken(_ principal: Principal) -> String {
    if case .session(let session, _) = principal { sessions.forgeryToken(session) } else { "" }
  }

  /// The cookie of a session. Only for encrypted connections where the page came over one.
  func cookie(_ value: String, for request: Request, maxAge: Int? = nil) -> Cookie {
    let isEncrypted = request.headers[.origin]?.hasPrefix("https://") ?? false
    return Cookie(
      name: SessionKeeper.cookie, value: value,
      maxAge: maxAge ?? Int(SessionKeeper.lifetime / 1000), path: "/", secure: isEncrypted,
      httpOnly: true, sameSite: .lax)
  }

  /// Takes settings that were changed into use.
  func readSettings() throws {
    let url = try settings.text(.tilesURL)
    let attribution = try settings.text(.tilesAttribution) ?? ""
    state.withLock { state in
      state.headers = SecurityHeaders(tiles: url)
      state.tiles = url.map { TileSource(url: $0, attribution: attribution) }
    }
  }

  /// Takes a change of our own into the index at once, and tells open pages.
  func noteChange() throws {
    guard try queries.refresh() else { return }
    let version = try catalogue.version()
    let news = CatalogueNews(version: version, photos: try queries.current().index.count)
    events.publish(EventHub.Event(name: "catalogue", data: CatalogueNews.shape.text(news)))
  }

  /// What `meridian doctor` finds, as JSON.
  func healthChecks() throws -> String { try installation.healthChecks() }

  /// Imports what came, a second after the last file.
  func importSoon() { state.withLock { $0.importDue = now() + 1000 } }

  // MARK: Life

  /// Once a second: follows the catalogue, which other programs may change, and starts imports that
  /// are due. Costs a few microseconds where nothing happened.
  func tick() throws {
    try noteChange()
    let isDue = state.withLock { state -> Bool in
      guard let due = state.importDue, due <= now() else { return false }
      state.importDue = nil
      return true
    }
    if isDue { _ = try jobs.start(.upload) }
    idle.tick(at: now())
  }

  /// Seconds that an upload waits for its sender to go on: a week's holiday.
  private static let uploadPatience: Int64 = 7 * 86_400

  /// Starts the threads for requests; ``close()`` ends them.
  func start() {
    blocking.start()
    hashing.start()
  }

  /// Goes on with what the last process left.
  func begin() throws {
    try catalogue.sessions.removeExpired(at: now())
    ExportRoutes.removeLeftovers(in: library)
    uploads.removeAbandoned(before: now() / 1000 - Self.uploadPatience)
    try jobs.recover()
    if try uploads.hasNews(catalogue) { importSoon() }
  }

  /// Ends cleanly: the photos in hand are finished, all else waits for the next start.
  ///
  /// Also in a task that was cancelled: on a thread of its own, since the pool would not begin this.
  func close() async {
    events.close()
    _ = try? await BlockingTask.run("closing") { [jobs, modelTasks] in
      modelTasks.close()
      jobs.close()
    }
    await hashing.close()
    await blocking.close()
  }
}

/// What open pages are told when the catalogue has changed.
private struct CatalogueNews {
  let version: Int64
  /// Photos of the library.
  let photos: Int

  static let shape = Shape<CatalogueNews>.object([
    .field("version", .integer) { $0.version }, .field("photos", .integer) { $0.photos },
  ])
}
