internal import Catalog
internal import Crypto
internal import Foundation
internal import PhotoCore

/// Sessions and tokens: from what a request carries to who makes it.
///
/// A session's secret is 256 random bits and the moment of its issue; the catalogue keeps only its
/// SHA-256. The secret is exchanged at sign-in, once a day, and whenever a password changes.
struct SessionKeeper: Sendable {
  static let cookie = "meridian_session"
  /// Thirty days from sign-in, however much it is used.
  static let lifetime: Int64 = 30 * 86_400_000
  private static let rotation: Int64 = 86_400_000
  /// How long the old secret serves the requests that were on their way.
  private static let grace: Int64 = 60_000
  /// Uses are written down at most this often.
  private static let noteEvery: Int64 = 60_000

  let catalogue: CatalogDatabase
  /// Signs the tokens against forged requests.
  let key: SymmetricKey
  let now: @Sendable () -> Int64

  /// A secret that a browser is to keep, with its hash.
  struct Secret: Sendable {
    let text: String
    let hash: [UInt8]
  }

  /// Opens a session for a person who has shown a password.
  func open(_ user: Int64, agent: String) throws -> Secret {
    let secret = issue()
    let now = now()
    try catalogue.sessions.open(
      secret.hash, of: user, agent: String(agent.prefix(200)), at: now, expires: now + Self.lifetime
    )
    return secret
  }

  /// Who holds the secret of a cookie, and a new secret where it is time for one.
  func principal(ofCookie text: String) throws -> (Principal, replacement: Secret?) {
    let hash = Self.hash(text)
    let now = now()
    guard let session = try catalogue.sessions.session(hash, at: now) else { return (.nobody, nil) }
    if now - session.lastSeenMilliseconds > Self.noteEvery {
      try catalogue.sessions.noteUse(of: hash, at: now)
    }
    // An old secret that is still on its way has been exchanged already.
    guard now - Self.issued(text) > Self.rotation, !session.isReplaced else {
      return (.session(session, tokenHash: hash), nil)
    }
    let secret = issue()
    try catalogue.sessions.replace(hash, by: secret.hash, at: now, graceMilliseconds: Self.grace)
    return (.session(session, tokenHash: secret.hash), secret)
  }

  /// Who holds an API token.
  func principal(ofToken text: String) throws -> Principal {
    let now = now()
    guard text.hasPrefix("mrd_"), let found = try catalogue.tokens.token(Self.hash(text), at: now)
    else {
      return .nobody
    }
    if now - (found.token.lastUsedMilliseconds ?? 0) > Self.noteEvery {
      try catalogue.tokens.noteUse(of: found.token.id, at: now)
    }
    return .token(found.token, found.user)
  }

  /// Exchanges a session's secret.
  func rotate(_ hash: [UInt8]) throws -> Secret {
    let secret = issue()
    try catalogue.sessions.replace(hash, by: secret.hash, at: now(), graceMilliseconds: 0)
    return secret
  }

  /// The token that a page of this session sends with every change; the same over exchanges of the
  /// secret, so that an open page goes on working.
  func forgeryToken(_ session: Session) -> String {
    let text = "\(session.user.id):\(session.createdMilliseconds)"
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
  }

  static func hash(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

  private func issue() -> Secret {
    let text = SecureRandom.text() + "-" + String(now(), radix: 36)
    return Secret(text: text, hash: Self.hash(text))
  }

  private static func issued(_ text: String) -> Int64 {
    text.split(separator: "-").last.flatMap { Int64($0, radix: 36) } ?? 0
  }
}
