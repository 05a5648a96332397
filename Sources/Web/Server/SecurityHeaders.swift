internal import HTTPTypes
internal import Hummingbird

/// What every answer carries so that a browser does not do more than it must.
struct SecurityHeaders: Sendable {
  private let policy: String

  /// - Parameter tiles: the address of map tiles elsewhere, where the administrator set one.
  init(tiles: String?) {
    let origin = tiles.flatMap(Self.origin).map { " " + $0 } ?? ""
    policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:\(origin); "
      + "connect-src 'self'; worker-src 'self'; font-src 'self'; manifest-src 'self'; "
      + "media-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'"
  }

  /// Adds the headers, leaving those that a route set itself.
  func apply(to response: inout Response, drawsCharts: Bool) {
    if response.headers[.contentSecurityPolicy] == nil {
      // Plotly writes a style sheet of its own into the page; it gets no scripts by that.
      response.headers[.contentSecurityPolicy] =
        drawsCharts
        ? policy.replacing("style-src 'self'", with: "style-src 'self' 'unsafe-inline'") : policy
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.xFrameOptions] = "DENY"
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    response.headers[.crossOriginResourcePolicy] = "same-origin"
    response.headers[.permissionsPolicy] = "camera=(), microphone=(), geolocation=(), payment=()"
  }

  /// `https://tile.example.org` of a template of tile addresses; nil for anything but http(s).
  static func origin(of template: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: { template.hasPrefix($0) }) else {
      return nil
    }
    let host = template.dropFirst(scheme.count).prefix { $0 != "/" }
      .replacing("{s}", with: "*")
    let isPlain = host.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x2A: true
      default: false
      }
    }
    return isPlain && !host.isEmpty ? scheme + host : nil
  }
}

extension HTTPField.Name {
  private static func name(_ text: String) -> HTTPField.Name {
    // Every text below is a token of RFC 9110.
    HTTPField.Name(text) ?? .server
  }
  static let referrerPolicy = name("Referrer-Policy")
  static let xFrameOptions = name("X-Frame-Options")
  static let crossOriginOpenerPolicy = name("Cross-Origin-Opener-Policy")
  static let permissionsPolicy = name("Permissions-Policy")
  static let forgeryToken = name("X-CSRF-Token")
  static let fetchSite = name("Sec-Fetch-Site")
}
