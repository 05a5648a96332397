internal import Catalog
package import Library

/// Lets personal labels look at what an import found.
package struct LabelsAfterImport: ImportListener {
  package init() {}

  /// - Returns: the photos that labels looked at; a label that cannot look is said and fails no import.
  package func importEnded(
    _ end: ImportEnd, progress: (RunProgress) -> Void
  ) throws -> ImportFollowUp {
    var followUp = ImportFollowUp()
    let application = LabelApplication(
      library: end.library, catalogue: end.catalogue, launch: end.settings.launch,
      limits: end.settings.limits, workerCount: end.settings.workerCount, stop: end.stop)
    for label in try end.catalogue.labels.all() where label.version != nil {
      do {
        let use = try application.run([label]) { done, total in
          progress(RunProgress(stage: .labelling, done: done, total: total))
        }
        followUp.photos += use.photos
      } catch let error as LabelRunError {
        followUp.problems.append(error.description)
      }
    }
    return followUp
  }
}
