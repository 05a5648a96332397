import Foundation
import Glibc
import Testing

/// What a server answered.
struct Reply: Sendable {
  let status: Int
  /// Names in lower case; of several fields of one name all values.
  let headers: [String: [String]]
  let body: [UInt8]
  /// The route of the API that answered well and as the document says; nil for anything else.
  var answered: String?

  func header(_ name: String) -> String? { headers[name.lowercased()]?.first }
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as a JSON object; empty for anything else.
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) ?? [:]
  }
}

/// HTTP over a plain socket: tests say exactly which bytes are sent, and when.
///
/// Calls block, and are made on a thread of their own, so that the server in the same process has
/// Swift's threads for itself.
struct RawClient: Sendable {
  let port: Int

  /// Sends a request and reads the whole answer. What of the API is otherwise than the API document says
  /// fails the test.
  func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8] = []
  ) async throws -> Reply {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
      head += "\(name): \(value)\r\n"
    }
    if !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) {
      head += "Content-Length: \(body.count)\r\n"
    }
    let reply = try await exchange(Array((head + "\r\n").utf8) + body)
    return try Self.checked(reply, method, path, body: body, type: headers["Content-Type"])
  }

  /// Holds a request of the API and its answer to the API document.
  static func checked(
    _ reply: Reply, _ method: String, _ path: String, body: [UInt8] = [], type: String? = nil
  ) throws -> Reply {
    let document = try APIDocument.current.get()
    guard let operation = document.operation(method, path) else { return reply }
    let problems = document.problems(
      operation, path: path, body: body, type: type, reply: reply)
    for problem in problems { Issue.record("\(operation.name): \(problem)") }
    var reply = reply
    if problems.isEmpty, reply.status < 300 { reply.answered = operation.name }
    return reply
  }

  /// Sends bytes as they are and reads until the server closes.
  func exchange(_ bytes: [UInt8], seconds: Int = 30) async throws -> Reply {
    try Self.parse(try await conversation(seconds: seconds) { try $0.write(bytes) })
  }

  /// Lets `talk` write, then reads until the server closes or nothing comes for `seconds`.
  func conversation(
    seconds: Int = 30, _ talk: @escaping @Sendable (RawConnection) throws -> Void
  ) async throws -> [UInt8] {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          with: Result {
            let connection = try RawConnection(port: port, seconds: seconds)
            try talk(connection)
            return connection.readToEnd()
          })
      }
      thread.start()
    }
  }

  static func parse(_ bytes: [UInt8]) throws -> Reply {
    let end = Array("\r\n\r\n".utf8)
    guard let split = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else {
      throw NoReply(bytes: bytes)
    }
    let lines = String(decoding: bytes[..<split], as: UTF8.self).components(separatedBy: "\r\n")
    let status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
    var headers: [String: [String]] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased(), default: []].append(
        parts[1].trimmingCharacters(in: .whitespaces))
    }
    let rest = Array(bytes[(split + 4)...])
    let isChunked = headers["transfer-encoding"]?.first?.lowercased() == "chunked"
    return Reply(status: status, headers: headers, body: isChunked ? unchunked(rest) : rest)
  }

  private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    var place = 0
    while place < bytes.count,
      let end = bytes[place...].firstIndex(of: 0x0D),
      let count = Int(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16), count > 0
    {
      let start = end + 2
      body += bytes[start..<min(bytes.count, start + count)]
      place = start + count + 2
    }
    return body
  }

  struct NoReply: Error {
    let bytes: [UInt8]
  }
}

/// One connection, closed when it goes.
final class RawConnection {
  private let socket: CInt

  init(port: Int, seconds: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  deinit { close(socket) }

  /// - Throws: where the server has closed its end.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw POSIXError(.EPIPE) }
      rest = rest.dropFirst(count)
    }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Up to what has come so far; empty where the server has closed or nothing comes.
  func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  func readToEnd() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let part = read()
      guard !part.isEmpty else { return all }
      all += part
    }
  }
}
