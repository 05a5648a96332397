internal import HTTPTypes
internal import Hummingbird
internal import PhotoCore

/// Pages, and the scripts, styles and pictures that they are made of.
enum PageRoutes {
  static let all: [Route] =
    Page.all.flatMap { page in
      page.paths.map { path in
        Route(.get, path, page.requirement) { try await show(page, $0) }
      }
    } + [Route(.get, "/assets/**", .nothing, handler: asset)]

  private static func show(_ page: Page, _ call: WebCall) async throws -> Response {
    let hasAccounts = try await call.app.hasAccounts()
    // Those two pages are for whoever is not signed in.
    if page.name == "welcome", hasAccounts { return .to("/") }
    if page.name == "sign-in", !hasAccounts { return .to("/welcome") }
    return call.app.pages.page(page, call)
  }

  @Sendable private static func asset(_ call: WebCall) async throws -> Response {
    guard let asset = call.app.assets.asset(call.request.uri.path) else {
      throw RequestProblem(.notFound, "Nothing found at this address.")
    }
    return try await FileAnswer(path: asset.path, type: asset.type, cache: "no-cache").response(
      call)
  }
}
