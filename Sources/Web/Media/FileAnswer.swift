internal import Catalog
internal import Foundation
internal import Library
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import PhotoCore

/// A file as an answer: with ranges, a tag, and its true name.
///
/// The file is opened once and read from that descriptor, so that what was checked is what is sent.
struct FileAnswer: Sendable {
  let path: FilePath
  let type: String
  var name: String?
  var isDownload = false
  var cache = "private, no-cache"
  /// What the file must be like; nil for anything.
  var expected: FileStamp?
  /// Removed when it was sent: a document that was made for this answer.
  var isTemporary = false

  private static let pieceLength = 256 << 10

  /// - Throws: ``RequestProblem``: 404 where the file is gone, 410 where it is another by now.
  func response(_ call: WebCall) async throws -> Response {
    let answer = self
    let file = try await call.run { try answer.open() }
    let tag = "\"\(file.stamp.bytes)-\(file.stamp.modifiedNanoseconds)\""
    var headers: HTTPFields = [
      .eTag: tag, .cacheControl: cache, .acceptRanges: "bytes", .contentType: type,
    ]
    if let name { headers[.contentDisposition] = Self.disposition(name, isDownload) }
    // A picture that somebody sent us is shown, never run.
    headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
    if call.request.headers[.ifNoneMatch] == tag {
      return Response(status: .notModified, headers: headers)
    }
    let isStale = call.request.headers[.ifRange].map { $0 != tag } ?? false
    switch ByteRange(isStale ? nil : call.request.headers[.range], size: file.stamp.bytes) {
    case .unsatisfiable:
      throw RequestProblem(
        .rangeNotSatisfiable, "The file has only \(file.stamp.bytes) bytes.",
        headers: [.contentRange: "bytes */\(file.stamp.bytes)"])
    case .whole:
      let whole = 0..<file.stamp.bytes
      return Response(status: .ok, headers: headers, body: body(of: file, range: whole, for: call))
    case .part(let range):
      headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(file.stamp.bytes)"
      let part = range.lowerBound..<range.upperBound + 1
      return Response(
        status: .partialContent, headers: headers, body: body(of: file, range: part, for: call))
    }
  }

  private func body(
    of file: ReadOnlyFile, range: Range<Int64>, for call: WebCall
  ) -> ResponseBody {
    let blocking = call.app.blocking
    return ResponseBody(contentLength: range.count) { writer in
      var place = range.lowerBound
      while place < range.upperBound {
        let start = place
        let count = min(Self.pieceLength, Int(range.upperBound - place))
        let piece = try await blocking.run { try Self.piece(of: file, start, count) }
        try await writer.write(ByteBuffer(bytes: piece))
        place += Int64(piece.count)
      }
      try await writer.finish(nil)
    }
  }

  private func open() throws -> ReadOnlyFile {
    guard let file = ReadOnlyFile(path, removesWhenDone: isTemporary) else {
      throw RequestProblem(.notFound, "The file is no longer there.")
    }
    if let expected, expected != file.stamp {
      throw RequestProblem(
        .gone, "The file has changed since it was analysed. Scan its folder again.")
    }
    return file
  }

  /// A file that has become shorter meanwhile ends the answer.
  private static func piece(of file: ReadOnlyFile, _ start: Int64, _ count: Int) throws -> [UInt8] {
    let bytes = file.read(at: start, count)
    guard !bytes.isEmpty else { throw RequestProblem(.gone, "The file has become shorter.") }
    return bytes
  }

  /// RFC 6266: plain letters for old programs, the true name for all others.
  static func disposition(_ name: String, _ isDownload: Bool) -> String {
    let plain = name.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\""
        && scalar != "\\"
        ? String(scalar) : "_"
    }.joined()
    var allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: " "..."~"))
    allowed.insert(charactersIn: "-._~")
    let full = name.addingPercentEncoding(withAllowedCharacters: allowed) ?? plain
    let kind = isDownload ? "attachment" : "inline"
    return "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(full)"
  }
}
