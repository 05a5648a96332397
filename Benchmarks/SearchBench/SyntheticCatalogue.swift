import Catalog
import Geography
import PhotoCore

/// A catalogue of invented photos, through the catalogue's bulk door: an import of a million would take a day.
struct SyntheticCatalogue {
  let path: String
  let models: [RegisteredModel]
  let gazetteer: Gazetteer

  func make(count: Int) throws {
    let detector = models[0]
    let classifier = models[1]
    var photos = SyntheticPhotos(
      seed: 20_140_612, count: count, gazetteer: gazetteer,
      detectorClasses: detector.labels.classes.count,
      classifierClasses: classifier.labels.classes.count)
    let writer = InventedPhotoWriter(
      catalogue: try CatalogDatabase(path: path),
      detector: detector, classifier: classifier, cameras: SyntheticPhotos.cameras)
    try writer.write(count) { photos.next() }
  }
}
