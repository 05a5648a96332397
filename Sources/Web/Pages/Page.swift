/// One page of the web app: where it is, who may see it, and what it is made of.
struct Page: Sendable {
  /// Its name: that of its template, its style sheet and the folder of its scripts.
  let name: String
  let title: String
  /// Where it is; the first is the one that the navigation leads to.
  let paths: [String]
  let requirement: Requirement
  /// Style sheets besides its own.
  var styles: [String] = []
  /// What the navigation calls it; nil for pages that are not in it.
  var label: String?
  /// The name of its icon in the navigation.
  var icon = ""

  /// All pages, those of the navigation in its order.
  static let all: [Page] = [
    Page(
      name: "explore", title: "Explore", paths: ["/", "/photo/{id}"], requirement: .viewing,
      styles: ["viewer"], label: "Explore", icon: "grid"),
    Page(
      name: "analysis", title: "Analysis", paths: ["/analysis"], requirement: .viewing,
      label: "Analysis", icon: "chart"),
    Page(
      name: "table", title: "Table", paths: ["/table"], requirement: .viewing, styles: ["viewer"],
      label: "Table", icon: "table"),
    Page(
      name: "labels", title: "Labels", paths: ["/labels", "/labels/{id}"], requirement: .viewing,
      styles: ["viewer", "labels-list", "labels-mark", "labels-train"], label: "Labels", icon: "tag"
    ),
    Page(
      name: "import", title: "Import", paths: ["/import"], requirement: .editing, label: "Import",
      icon: "upload"),
    Page(
      name: "set-aside", title: "Set aside", paths: ["/set-aside"], requirement: .viewing,
      label: "Set aside", icon: "warning"),
    Page(
      name: "admin", title: "Administration", paths: ["/admin"], requirement: .administering,
      label: "Admin", icon: "settings"),
    Page(
      name: "compare", title: "Compare models", paths: ["/compare"], requirement: .viewing,
      styles: ["viewer"]),
    Page(
      name: "account", title: "Your account", paths: ["/account"], requirement: .ownAccount),
    Page(name: "help", title: "Help", paths: ["/help"], requirement: .viewing),
    Page(name: "sign-in", title: "Sign in", paths: ["/sign-in"], requirement: .nothing),
    Page(name: "welcome", title: "Welcome", paths: ["/welcome"], requirement: .nothing),
  ]
}
