package import Foundation

/// The pages, scripts and styles of the web app, which SwiftPM copies beside the program.
///
/// Nothing here runs: `Web` reads the templates in `pages` and serves the files in `assets`.
package enum SiteFiles {
  /// The folder that holds `pages` and `assets`.
  package static var folder: URL { Bundle.module.bundleURL }
}
