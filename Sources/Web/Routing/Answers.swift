internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
  /// JSON that nobody keeps: it is of this moment and of this person.
  static func json(_ line: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: line)))
  }

  /// Done, and nothing to say.
  static var done: Response { Response(status: .noContent, headers: [.cacheControl: "no-store"]) }

  /// Bytes of a media type that nobody keeps without asking.
  static func bytes(_ bytes: [UInt8], type: String, headers: HTTPFields = [:]) -> Response {
    var headers = headers
    headers[.contentType] = type
    if headers[.cacheControl] == nil { headers[.cacheControl] = "private, no-cache" }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// To another page of ours.
  static func to(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }
}
