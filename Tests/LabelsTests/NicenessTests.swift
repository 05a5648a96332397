import Testing

@testable import Labels

/// How much training leaves to whoever else needs the processor.
struct NicenessTests {
  @Test(arguments: [nil, "", "0", "10", "19"])
  func `a whole number from 0 to 19 counts, and 10 where nothing is said`(text: String?) throws {
    #expect(try Niceness(text).value == Int32(text ?? "") ?? 10)
  }

  @Test(arguments: ["20", "-1", "low", "1.5", "99999999999999999999", " 5"])
  func `anything else is refused in a sentence`(text: String) {
    let error = #expect(throws: Niceness.Malformed.self) { try Niceness(text) }
    #expect(
      error?.description
        == "MERIDIAN_NICENESS is \(text). Set it to a whole number from 0 to 19, or unset it.")
  }
}
