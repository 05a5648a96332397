import Catalog
import Fixtures
import Foundation
import PhotoCore
import Testing

/// Who may sign in, and what accounts refuse.
struct AccountTests {
  private let fixture: CatalogFixture
  private var catalogue: CatalogDatabase { fixture.catalogue }

  init() throws {
    fixture = try CatalogFixture()
  }

  private func add(_ name: String, _ role: UserRole) throws -> User {
    try catalogue.accounts.add(name, role: role, passwordHash: "hash of \(name)", at: 5)
  }

  @Test func `only the first visitor becomes administrator by visiting`() throws {
    #expect(try !catalogue.accounts.hasUsers())
    let first = try catalogue.accounts.addFirstAdministrator("Ada", passwordHash: "a", at: 3)
    #expect(first?.role == .administrator && first?.createdMilliseconds == 3)
    #expect(first?.lastSeenMilliseconds == nil && first?.isDisabled == false)
    #expect(try catalogue.accounts.addFirstAdministrator("Eve", passwordHash: "e", at: 4) == nil)
    #expect(try catalogue.accounts.hasUsers())
    #expect(try catalogue.accounts.all().map(\.name) == ["Ada"])
  }

  @Test func `names are the same in any case, and kept as they were given`() throws {
    let ada = try add("Ada", .viewer)
    #expect(throws: AccountError.nameTaken("ADA")) { try add("ADA", .editor) }
    #expect(try catalogue.accounts.credentials(of: "aDa")?.user == ada)
    #expect(try catalogue.accounts.credentials(of: "aDa")?.passwordHash == "hash of Ada")
    #expect(try catalogue.accounts.credentials(of: "Ada ") == nil)
    #expect(try catalogue.accounts.credentials(of: "' OR 1 = 1 --") == nil)
    #expect(throws: CatalogError.self) { try add("  ", .editor) }
  }

  @Test func `users are listed by name`() throws {
    for name in ["bob", "Ada", "Cy"] { _ = try add(name, .viewer) }
    #expect(try catalogue.accounts.all().map(\.name) == ["Ada", "bob", "Cy"])
    #expect(
      try catalogue.accounts.user(999) == nil && catalogue.accounts.passwordHash(of: 999) == nil)
  }

  @Test func `the last administrator who may sign in stays`() throws {
    let ada = try add("Ada", .administrator)
    let bob = try add("Bob", .administrator)
    _ = try add("Cy", .editor)
    #expect(try catalogue.accounts.update(bob.id, role: nil, isDisabled: true).isDisabled)
    #expect(throws: AccountError.lastAdministrator) {
      try catalogue.accounts.update(ada.id, role: .editor, isDisabled: nil)
    }
    #expect(throws: AccountError.lastAdministrator) {
      try catalogue.accounts.update(ada.id, role: nil, isDisabled: true)
    }
    #expect(throws: AccountError.lastAdministrator) { try catalogue.accounts.delete(ada.id) }
    #expect(try catalogue.accounts.user(ada.id) == ada)
    // A disabled administrator is none, and may go.
    try catalogue.accounts.delete(bob.id)
    let dee = try add("Dee", .administrator)
    #expect(try catalogue.accounts.update(ada.id, role: .viewer, isDisabled: nil).role == .viewer)
    #expect(throws: AccountError.lastAdministrator) { try catalogue.accounts.delete(dee.id) }
  }

  @Test func `who is not there is unknown`() throws {
    #expect(throws: AccountError.unknownUser) { try catalogue.accounts.delete(7) }
    #expect(throws: AccountError.unknownUser) {
      try catalogue.accounts.update(7, role: .viewer, isDisabled: nil)
    }
    #expect(throws: AccountError.unknownUser) {
      try catalogue.accounts.setPassword("x", of: 7, keeping: nil)
    }
    #expect(throws: AccountError.unknownUser) {
      try catalogue.sessions.open(Self.hash(1), of: 7, agent: "", at: 1, expires: 2)
    }
    #expect(throws: AccountError.unknownUser) {
      try catalogue.tokens.add("t", scope: .read, hash: Self.hash(1), of: 7, at: 1)
    }
  }

  @Test func `a deleted user leaves no session and no token, and the number is not used again`()
    throws
  {
    let ada = try add("Ada", .editor)
    try catalogue.sessions.open(Self.hash(1), of: ada.id, agent: "", at: 1, expires: 9)
    _ = try catalogue.tokens.add("t", scope: .edit, hash: Self.hash(2), of: ada.id, at: 1)
    try catalogue.accounts.delete(ada.id)
    #expect(try catalogue.sessions.session(Self.hash(1), at: 2) == nil)
    #expect(try catalogue.tokens.token(Self.hash(2), at: 2) == nil)
    #expect(try add("Ada", .viewer).id > ada.id)
    #expect(try catalogue.integrityProblems().isEmpty)
  }

  @Test func `tokens belong to their users and say when they were used`() throws {
    let ada = try add("Ada", .editor)
    let bob = try add("Bob", .viewer)
    let token = try catalogue.tokens.add(
      "sync", scope: .edit, hash: Self.hash(1), of: ada.id, at: 4)
    #expect(try catalogue.tokens.all(of: ada.id) == [token])
    #expect(try catalogue.tokens.all(of: bob.id).isEmpty)
    #expect(try catalogue.tokens.token(Self.hash(1), at: 5)?.token == token)
    #expect(try catalogue.tokens.token(Self.hash(1), at: 5)?.user == ada)
    #expect(try catalogue.tokens.token(Self.hash(2), at: 5) == nil)
    #expect(try catalogue.tokens.all(of: ada.id)[0].lastUsedMilliseconds == nil)
    try catalogue.tokens.noteUse(of: token.id, at: 8)
    #expect(try catalogue.tokens.all(of: ada.id)[0].lastUsedMilliseconds == 8)
    #expect(try catalogue.accounts.user(ada.id)?.lastSeenMilliseconds == 8)
    #expect(try !catalogue.tokens.delete(token.id, of: bob.id))
    #expect(try catalogue.tokens.delete(token.id, of: ada.id))
    #expect(try catalogue.tokens.token(Self.hash(1), at: 9) == nil)
  }

  @Test func `a token of a disabled user is worth nothing until the user is back`() throws {
    let ada = try add("Ada", .editor)
    _ = try catalogue.tokens.add("t", scope: .read, hash: Self.hash(1), of: ada.id, at: 1)
    _ = try catalogue.accounts.update(ada.id, role: nil, isDisabled: true)
    #expect(try catalogue.tokens.token(Self.hash(1), at: 2) == nil)
    _ = try catalogue.accounts.update(ada.id, role: nil, isDisabled: false)
    #expect(try catalogue.tokens.token(Self.hash(1), at: 2) != nil)
  }

  static func hash(_ seed: UInt8) -> [UInt8] { Array(repeating: seed, count: 32) }
}
