internal import Catalog
internal import HTTPTypes
internal import PhotoCore

/// From a name and a password to a person.
struct SignIn: Sendable {
  let catalogue: CatalogDatabase
  let passwords: Passwords
  let throttle: SignInThrottle
  let firstVisit: FirstVisit
  /// One thread, so that hashes are computed one after the other.
  let hashing: BlockingThreads
  let now: @Sendable () -> Int64

  /// - Throws: ``RequestProblem``: 401 for a wrong name or password, which sound the same; 429 for too many
  ///   tries.
  func user(name: String, password: String, address: String) async throws -> User {
    let keys = ["name:\(name.lowercased().prefix(200))", "address:\(address)"]
    try refuseHaste(keys)
    let catalogue = catalogue
    let passwords = passwords
    let found = try await hashing.run { () -> User? in
      let known = try catalogue.accounts.credentials(of: name)
      let fits =
        password.utf8.count <= Passwords.longest
        && passwords.verify(password, against: known?.passwordHash)
      return fits ? known?.user : nil
    }
    guard let found, !found.isDisabled else {
      throttle.fail(keys, now: now())
      throw RequestProblem(.unauthorized, "Wrong name or password.")
    }
    throttle.succeed(keys[0])
    return found
  }

  /// Makes the first account of the library.
  ///
  /// - Throws: ``RequestProblem``: 403 for a wrong code, 409 where there is an account, 429 for too many
  ///   tries.
  func firstAdministrator(
    code: String, name: String, password: String, address: String
  ) async throws -> User {
    let keys = ["first visit"]
    try refuseHaste(keys)
    guard firstVisit.accepts(code) else {
      throttle.fail(keys, now: now())
      throw RequestProblem(
        .forbidden, "Wrong code. Check the terminal where Meridian is running.")
    }
    let hash = try await self.hash(password, for: name)
    let catalogue = catalogue
    let now = now()
    let user = try await hashing.run {
      try catalogue.accounts.addFirstAdministrator(name, passwordHash: hash, at: now)
    }
    guard let user else { throw RequestProblem(.conflict, "An account already exists. Sign in.") }
    firstVisit.end()
    return user
  }

  /// The hash of a new password.
  ///
  /// - Throws: ``RequestProblem`` for a name or a password that is not taken.
  func hash(_ password: String, for name: String) async throws -> String {
    try Self.check(name: name)
    if let why = AccountPasswords.refusal(of: password, for: name) {
      throw RequestProblem(.unprocessableContent, why)
    }
    let passwords = passwords
    guard let hash = try await hashing.run({ passwords.hash(password) }) else {
      throw RequestProblem(
        .serviceUnavailable, "Not enough memory to hash the password. Try again.")
    }
    return hash
  }

  private static func check(name: String) throws {
    let isPlain = !name.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.value == 0x2028 || $0.value == 0x2029
    }
    guard isPlain, (1...100).contains(name.count), name.first?.isWhitespace == false,
      name.last?.isWhitespace == false
    else {
      throw RequestProblem(
        .unprocessableContent, "The name must have 1 to 100 characters and no control characters.")
    }
  }

  private func refuseHaste(_ keys: [String]) throws {
    let wait = throttle.wait(keys, now: now())
    guard wait > 0 else { return }
    throw RequestProblem(
      .tooManyRequests, "Too many attempts. Try again in \(wait) seconds.",
      extra: RequestProblem.Extra(retryAfter: wait), headers: [.retryAfter: "\(wait)"])
  }
}
