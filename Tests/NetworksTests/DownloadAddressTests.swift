import Fixtures
import Networks
import Testing

/// Addresses that nothing is asked from.
extension DownloadTests {
  @Test(arguments: [
    "http://example.org/net.onnx", "ftp://example.org/net.onnx", "net.onnx", "https://",
    "https://a b/net.onnx", "https://example.org/\"net.onnx", "file:///etc/passwd",
  ])
  func `addresses that protect nothing, or are none, are refused unasked`(address: String) throws {
    let refused = try refusal(address, hash(file))
    switch refused {
    case .notSecure, .badAddress: break
    default: Issue.record("\(String(describing: refused))")
    }
  }

  @Test func `an address with a password is refused, and the password not repeated`() throws {
    let refused = try refusal("https://ana:geheim@example.org/net.onnx", hash(file))
    #expect(!"\(try #require(refused))".contains("geheim"))
  }

  @Test func `plain HTTP needs a hash even where it is allowed`() throws {
    var open = limits
    open.allowsPlainHTTP = true
    let address = "http://example.org/net.onnx"
    #expect(try refusal(address, nil, open) == .noHash(address))
    #expect(try refusal(address, "xyz", open) == .badHash("xyz"))
  }

  @Test func `a missing curl is said`() throws {
    var without = limits
    without.program = "/nonexistent/curl"
    #expect(try refusal("https://example.org/net.onnx", nil, without) == .noCurl)
  }
}
