internal import Catalog
internal import Foundation
internal import Geography
internal import HTTPTypes
internal import Hummingbird
internal import Mustache
internal import NIOCore
internal import PhotoCore

/// Pages from templates. Mustache escapes what it inserts; only our own templates are inserted raw.
struct PageRenderer: Sendable {
  private let library: MustacheLibrary
  private let assets: AssetStore
  private let version: String

  /// What the shell and the pages may show.
  private struct PageContext {
    let title: String
    let page: String
    let userName: String
    let role: String
    let signedIn: Bool
    let isEditor: Bool
    let isAdministrator: Bool
    let csrf: String
    let version: String
    let placesAttribution: String
    let tilesURL: String
    let tilesAttribution: String
    let nav: [NavigationItem]
    let styles: [String]
    let script: String
    var content = ""
    var detail = ""
  }

  private struct NavigationItem {
    let href: String
    let label: String
    let icon: String
    let current: Bool
  }

  /// - Throws: for a template that is missing or not understood, at the start and not at a request.
  init(site: URL, assets: AssetStore, version: String) throws {
    self.assets = assets
    self.version = version
    var templates: [String: MustacheTemplate] = [:]
    for name in ["shell", "failure"] + Page.all.map(\.name) {
      let url = site.appendingPathComponent("pages/\(name).mustache")
      let text = try String(contentsOf: url, encoding: .utf8)
      templates[name] = try MustacheTemplate(string: text)
    }
    library = MustacheLibrary(templates: templates)
  }

  /// A page for whoever asks.
  func page(_ page: Page, _ call: WebCall) -> Response {
    let user = call.principal.user
    let tiles = call.app.tileSource
    let context = PageContext(
      title: page.title, page: page.name, userName: user?.name ?? "",
      role: user?.role.rawValue ?? "", signedIn: user != nil,
      isEditor: (user?.role ?? .viewer) >= .editor && user != nil,
      isAdministrator: user?.role == .administrator,
      csrf: call.app.forgeryToken(call.principal), version: version,
      placesAttribution: Gazetteer.attribution, tilesURL: tiles?.url ?? "",
      tilesAttribution: tiles?.attribution ?? "", nav: navigation(page, call.principal),
      styles: ([page.name] + page.styles).map { "/assets/css/\($0).css" }
        .filter(assets.has), script: script(page.name))
    return render(context, template: page.name, status: .ok)
  }

  /// A page that says what went wrong.
  func failure(_ status: HTTPResponse.Status, _ detail: String) -> Response {
    var context = PageContext(
      title: status.reasonPhrase, page: "failure", userName: "", role: "", signedIn: false,
      isEditor: false, isAdministrator: false, csrf: "", version: version, placesAttribution: "",
      tilesURL: "", tilesAttribution: "", nav: [], styles: [], script: "")
    context.detail = detail
    return render(context, template: "failure", status: status)
  }

  private func script(_ name: String) -> String {
    let path = "/assets/\(name)/main.js"
    return assets.has(path) ? path : ""
  }

  private func navigation(_ current: Page, _ principal: Principal) -> [NavigationItem] {
    Page.all.compactMap { page in
      guard let label = page.label,
        Authorisation.verdict(principal, page.requirement, hasAccounts: true) == .allowed
      else { return nil }
      return NavigationItem(
        href: page.paths[0], label: label, icon: page.icon, current: page.name == current.name)
    }
  }

  private func render(
    _ context: PageContext, template: String, status: HTTPResponse.Status
  ) -> Response {
    var context = context
    context.content = library.render(context, withTemplate: template) ?? ""
    let page = library.render(context, withTemplate: "shell") ?? ""
    return Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
  }
}
