internal import PhotoCore

/// The heads of YOLOv3 and YOLOv4; with a least objectness, as Meridian's ancestor read them.
struct DarknetDecoder: BoxDecoder {
  private let model: String
  private let heads: [YOLOHead]
  private let minimumObjectness: Double?

  var outputs: [String] { heads.map(\.output) }

  init(_ record: ModelRecord) throws(RecognitionError) {
    model = record.id
    heads = record.decoding.heads
    minimumObjectness = record.decoding.minimumObjectness
    for head in heads {
      guard record.outputs[head.output] == head.shape, head.classCount == record.classCount else {
        throw record.wrong(
          head.output, expected: "\(head.shape) with \(record.classCount) classes")
      }
    }
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    do throws(YOLOHeadError) {
      var found: [YOLOBox] = []
      for head in heads {
        let numbers = values[head.output] ?? []
        if let minimumObjectness {
          found += try head.mostProbable(numbers, minimumObjectness: max(floor, minimumObjectness))
        } else {
          found += try head.decode(numbers, floor: floor)
        }
      }
      return found.map { box in
        Candidate(
          classIndex: box.classIndex,
          confidence: minimumObjectness == nil ? box.confidence : box.objectness, box: box.box)
      }
    } catch {
      throw .head(error)
    }
  }
}
