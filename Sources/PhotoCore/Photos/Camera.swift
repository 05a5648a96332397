/// The device that took a photo.
package struct Camera: Hashable, Sendable, Codable {
  /// The maker as the camera wrote it, trimmed, such as `NIKON`; nil where unknown.
  package let make: String?
  /// The model as the camera wrote it, trimmed, such as `COOLPIX P6000`; nil where unknown.
  package let model: String?

  /// - Returns: nil where both are nil or empty.
  package init?(make: String?, model: String?) {
    let make = make?.isEmpty == false ? make : nil
    let model = model?.isEmpty == false ? model : nil
    guard make != nil || model != nil else { return nil }
    self.make = make
    self.model = model
  }

  /// Make and model in one line, without saying the make twice (`Canon EOS 40D`).
  package var name: String {
    guard let make else { return model ?? "" }
    guard let model else { return make }
    return model.lowercased().hasPrefix(make.lowercased()) ? model : "\(make) \(model)"
  }
}
