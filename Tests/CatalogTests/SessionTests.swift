import Catalog
import Fixtures
import PhotoCore
import Testing

/// Who is signed in, and for how long.
struct SessionTests {
  private let fixture: CatalogFixture
  private let ada, bob: User
  private var catalogue: CatalogDatabase { fixture.catalogue }

  init() throws {
    fixture = try CatalogFixture()
    _ = try fixture.catalogue.accounts.add("Root", role: .administrator, passwordHash: "r", at: 1)
    ada = try fixture.catalogue.accounts.add("Ada", role: .editor, passwordHash: "a", at: 1)
    bob = try fixture.catalogue.accounts.add("Bob", role: .viewer, passwordHash: "b", at: 1)
  }

  private static func hash(_ seed: UInt8) -> [UInt8] { AccountTests.hash(seed) }

  private func open(_ seed: UInt8, of user: User? = nil, at now: Int64 = 10) throws {
    try catalogue.sessions.open(
      Self.hash(seed), of: (user ?? ada).id, agent: "Browser \(seed)", at: now, expires: 1000)
  }

  private func isOpen(_ seed: UInt8, at now: Int64 = 20) throws -> Bool {
    try catalogue.sessions.session(Self.hash(seed), at: now) != nil
  }

  @Test func `a session holds until it expires`() throws {
    try open(1)
    let session = try #require(try catalogue.sessions.session(Self.hash(1), at: 999))
    #expect(session.user.id == ada.id && session.agent == "Browser 1")
    #expect(session.createdMilliseconds == 10 && session.expiresMilliseconds == 1000)
    #expect(try !isOpen(1, at: 1000))
    #expect(try !isOpen(2), "a token that nobody has")
    #expect(try catalogue.accounts.user(ada.id)?.lastSeenMilliseconds == 10)
    #expect(throws: CatalogError.self) {
      try catalogue.sessions.open([1, 2], of: ada.id, agent: "", at: 1, expires: 2)
    }
  }

  @Test func `use is noted of the session and of the user`() throws {
    try open(1)
    try catalogue.sessions.noteUse(of: Self.hash(1), at: 50)
    try catalogue.sessions.noteUse(of: Self.hash(9), at: 60)
    #expect(try catalogue.sessions.session(Self.hash(1), at: 51)?.lastSeenMilliseconds == 50)
    #expect(try catalogue.accounts.user(ada.id)?.lastSeenMilliseconds == 50)
  }

  @Test func `a replaced token holds for a moment, its session goes on`() throws {
    try open(1)
    try open(2)
    let before = try #require(try catalogue.sessions.session(Self.hash(1), at: 20))
    try catalogue.sessions.replace(Self.hash(1), by: Self.hash(3), at: 100, graceMilliseconds: 30)
    let after = try #require(try catalogue.sessions.session(Self.hash(3), at: 101))
    #expect(after.id == before.id && after.user.id == ada.id && after.agent == "Browser 1")
    #expect(after.createdMilliseconds == 10 && after.expiresMilliseconds == 1000)
    #expect(!after.isReplaced)
    #expect(try catalogue.sessions.session(Self.hash(1), at: 129)?.isReplaced == true)
    #expect(try !isOpen(1, at: 130))
    let listed = try catalogue.sessions.all(of: ada.id, at: 110)
    #expect(listed.map(\.tokenHash) == [Self.hash(3), Self.hash(2)])
    #expect(listed.map(\.session.id) == [before.id, before.id + 1])
  }

  @Test func `what was never opened cannot be replaced`() throws {
    try catalogue.sessions.replace(Self.hash(8), by: Self.hash(9), at: 1, graceMilliseconds: 5)
    #expect(try !isOpen(9, at: 2))
  }

  @Test(arguments: [1, 3] as [UInt8])
  func `signing out ends all tokens of the session, and no other`(token: UInt8) throws {
    try open(1)
    try open(2)
    try catalogue.sessions.replace(Self.hash(1), by: Self.hash(3), at: 11, graceMilliseconds: 500)
    try catalogue.sessions.close(Self.hash(token))
    #expect(try !isOpen(1) && !isOpen(3))
    #expect(try isOpen(2))
  }

  @Test func `all other sessions of a user end at once`() throws {
    for seed in 1...3 as ClosedRange<UInt8> { try open(seed) }
    try open(4, of: bob)
    try catalogue.sessions.replace(Self.hash(1), by: Self.hash(5), at: 11, graceMilliseconds: 500)
    #expect(try catalogue.sessions.closeAll(of: ada.id, except: Self.hash(5)) == 2)
    #expect(try isOpen(5) && isOpen(1) && isOpen(4))
    #expect(try !isOpen(2) && !isOpen(3))
    #expect(try catalogue.sessions.closeAll(of: ada.id, except: nil) == 1)
    #expect(try !isOpen(5) && !isOpen(1))
    #expect(try isOpen(4))
  }

  @Test func `another user's token keeps no session open`() throws {
    try open(1)
    try open(4, of: bob)
    #expect(try catalogue.sessions.closeAll(of: ada.id, except: Self.hash(4)) == 1)
    #expect(try !isOpen(1) && isOpen(4))
  }

  @Test func `a new password ends the sessions but the one that set it, and no token`() throws {
    try open(1)
    try open(2)
    _ = try catalogue.tokens.add("t", scope: .read, hash: Self.hash(7), of: ada.id, at: 1)
    try catalogue.accounts.setPassword("new", of: ada.id, keeping: Self.hash(2))
    #expect(try catalogue.accounts.passwordHash(of: ada.id) == "new")
    #expect(try !isOpen(1) && isOpen(2))
    #expect(try catalogue.tokens.token(Self.hash(7), at: 2) != nil)
    try catalogue.accounts.setPassword("newer", of: ada.id, keeping: nil)
    #expect(try !isOpen(2))
  }

  @Test func `another role and being disabled end the sessions; what changes nothing does not`()
    throws
  {
    try open(1)
    _ = try catalogue.accounts.update(ada.id, role: .editor, isDisabled: false)
    #expect(try isOpen(1))
    _ = try catalogue.accounts.update(ada.id, role: .viewer, isDisabled: nil)
    #expect(try !isOpen(1))
    try open(2)
    _ = try catalogue.accounts.update(ada.id, role: nil, isDisabled: true)
    _ = try catalogue.accounts.update(ada.id, role: nil, isDisabled: false)
    #expect(try !isOpen(2))
  }

  @Test func `a session that was opened while its user is disabled is none`() throws {
    _ = try catalogue.accounts.update(ada.id, role: nil, isDisabled: true)
    try open(1)
    #expect(try !isOpen(1))
  }

  @Test func `expired tokens are forgotten`() throws {
    try open(1)
    try catalogue.sessions.open(Self.hash(2), of: ada.id, agent: "", at: 1, expires: 2000)
    try catalogue.sessions.removeExpired(at: 1000)
    #expect(try !isOpen(1, at: 0) && isOpen(2))
  }
}
