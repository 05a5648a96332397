internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Query

/// What every request goes through: who is it, may they, do it, and say so.
struct RequestPipeline: Sendable {
  let app: WebApp

  /// The router of all routes.
  func router(_ routes: [Route]) -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: ErrorMiddleware(app: app))
    for route in routes {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await respond(to: request, context, by: route)
      }
    }
    return router
  }

  private func respond(
    to request: Request, _ context: WebContext, by route: Route
  ) async throws -> Response {
    if !route.isSafe { try Self.refuseForeignPages(request) }
    let (principal, replacement) = try await identify(request)
    let hasAccounts = try await app.hasAccounts()
    switch Authorisation.verdict(principal, route.requirement, hasAccounts: hasAccounts) {
    case .allowed: break
    case .signIn:
      return refusal(
        .unauthorized, "Sign in first.", page: "/sign-in", of: request, by: route)
    case .makeFirstAccount:
      return refusal(
        .unauthorized, "There are no accounts yet. Open the address in a browser.",
        page: "/welcome", of: request, by: route)
    case .forbidden:
      throw RequestProblem(
        .forbidden, "Your account does not have permission for this. Ask an administrator.")
    }
    if !route.isSafe, case .session(let session, _) = principal {
      guard request.headers[.forgeryToken] == app.sessions.forgeryToken(session) else {
        throw RequestProblem(
          .forbidden, "The page is out of date. Reload it.", extra: RequestProblem.Extra(csrf: true)
        )
      }
    }
    let call = WebCall(app: app, request: request, principal: principal, context: context)
    var response = try await answer(call, by: route)
    if let replacement, response.headers[.setCookie] == nil {
      response.setCookie(app.cookie(replacement.text, for: request))
    }
    return response
  }

  /// A query that is still being written is often not understood: for whoever says so, that is an
  /// answer, since browsers report every failed request as an error of the page.
  private func answer(_ call: WebCall, by route: Route) async throws -> Response {
    do {
      return try await route.handler(call)
    } catch let error as QueryError where call.text("draft") == "true" {
      return .json(RequestProblem.draftShape.text(RequestProblem(query: error)))
    }
  }

  /// A page sends people on; anything else says why.
  private func refusal(
    _ status: HTTPResponse.Status, _ detail: String, page: String, of request: Request,
    by route: Route
  ) -> Response {
    guard route.document == nil, request.method == .get, !route.path.hasPrefix("/media"),
      !route.path.hasPrefix("/tiles")
    else { return RequestProblem(status, detail).response }
    guard page == "/sign-in", request.uri.string != "/" else { return .to(page) }
    let next = request.uri.string.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    return .to(page + (next.map { "?next=\($0)" } ?? ""))
  }

  private func identify(_ request: Request) async throws -> (Principal, SessionKeeper.Secret?) {
    let sessions = app.sessions
    if let header = request.headers[.authorization] {
      guard header.lowercased().hasPrefix("bearer ") else { return (.nobody, nil) }
      let token = String(header.dropFirst(7))
      return (try await app.blocking.run { try sessions.principal(ofToken: token) }, nil)
    }
    guard let cookie = request.cookies[SessionKeeper.cookie]?.value else { return (.nobody, nil) }
    return try await app.blocking.run {
      let (principal, replacement) = try sessions.principal(ofCookie: cookie)
      return (principal, replacement)
    }
  }

  /// A browser says which page a request comes from; only ours may change anything. What is no
  /// browser says nothing, and has no cookie that a stranger could use.
  private static func refuseForeignPages(_ request: Request) throws {
    let foreign = RequestProblem(
      .forbidden, "This request came from another site and was rejected.")
    if let site = request.headers[.fetchSite], site != "same-origin", site != "none" {
      throw foreign
    }
    guard let origin = request.headers[.origin] else { return }
    let host = origin.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init)
    guard origin != "null", host == request.head.authority else { throw foreign }
  }
}

/// Makes answers of errors, and adds the headers that every answer has.
private struct ErrorMiddleware: RouterMiddleware {
  let app: WebApp

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    app.idle.noteRequest(at: app.now())
    do {
      response = try await next(request, context)
    } catch {
      response = answer(to: error, request, context)
    }
    app.securityHeaders.apply(to: &response, drawsCharts: request.uri.path == "/analysis")
    return response
  }

  private func answer(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
    if let problem = RequestProblem(error) {
      if problem.status.code >= 500 { context.logger.error("\(problem.detail)") }
      return wantsPage(request)
        ? app.pages.failure(problem.status, problem.detail) : problem.response
    }
    // Details of an unexpected error are for the log, not for whoever asked.
    context.logger.error("unexpected error", metadata: ["error": "\(error)"])
    return RequestProblem(
      .internalServerError, "Something went wrong. See the server's log for details."
    )
    .response
  }

  private func wantsPage(_ request: Request) -> Bool {
    request.method == .get && !request.uri.path.hasPrefix("/api/")
      && (request.headers[.accept] ?? "").contains("text/html")
  }
}
