internal import COpenVINO
internal import Glibc

/// What networks run on.
package enum InferenceDevice {
  /// The processor, which every machine has.
  package static let processor = "CPU"

  /// What the environment variable `MERIDIAN_DEVICE` names, such as `GPU`; without it the processor.
  package static var chosen: String {
    chosen(by: getenv("MERIDIAN_DEVICE").map { String(cString: $0) })
  }

  static func chosen(by variable: String?) -> String {
    guard let variable, !variable.isEmpty else { return processor }
    return variable.uppercased()
  }

  /// The devices that OpenVINO finds here, such as `CPU` and `GPU.0`. Starts every driver, which may
  /// take seconds. Empty where the runtime does not say.
  package static var available: [String] {
    var words: UnsafeMutablePointer<CChar>?
    guard let names = mo_devices(&words) else {
      free(words)
      return []
    }
    return RuntimeMessage(taking: names).text.split(separator: " ").map(String.init)
  }

  /// - Throws: ``InferenceError/noDevice(_:available:)``.
  static func check(_ device: String) throws(InferenceError) {
    guard device != processor else { return }
    let found = available
    guard isOne(device, of: found) else { throw .noDevice(device, available: found) }
  }

  /// Whether a name is that of a device, or of a kind of devices: `GPU` where there is `GPU.0`.
  static func isOne(_ device: String, of found: [String]) -> Bool {
    found.contains { $0 == device || $0.hasPrefix(device + ".") }
  }
}
