import Foundation
import Glibc
import Synchronization

/// A server on this machine that stands in for the world: one file, and every way of sending it badly.
final class FileServer: Sendable {
  /// What is done with a request.
  enum Manner: Sendable {
    /// The file, whole or from the byte on that is asked for.
    case good
    /// So many bytes of the body, then the connection ends; later requests are answered well.
    case cutsOnce(after: Int)
    /// So many bytes of what is asked for, then the connection ends, every time.
    case cuts(after: Int)
    /// So many bytes, then nothing more, while the connection stays.
    case stalls(after: Int)
    /// To itself, for ever.
    case redirectsForever
    /// To another address.
    case redirects(to: String)
    /// A status and no file.
    case answers(Int)
    /// The whole file, whatever is asked for.
    case knowsNoRanges
    /// Zeros without end, and without a length.
    case endless
  }

  /// What was asked.
  struct Request: Sendable, Equatable {
    let path: String
    /// The first byte that is wanted; nil for the whole file.
    let start: Int?
    /// The version that the range must be of.
    let ifRange: String?
  }

  private struct State {
    var file: [UInt8]
    var version: String?
    var manner: Manner
    var requests: [Request] = []
  }

  /// What the threads of the connections share.
  private final class Shared: Sendable {
    let state: Mutex<State>

    init(_ state: State) { self.state = Mutex(state) }
  }

  private let shared: Shared
  private let listener: CInt
  let port: Int

  init(_ file: [UInt8], version: String? = nil, manner: Manner = .good) throws {
    let shared = Shared(State(file: file, version: version, manner: manner))
    self.shared = shared
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          // Here and not in `deinit`: the number would be another server's when this thread asks again.
          close(listener)
          return
        }
        Thread {
          Self.serve(connection, shared)
          close(connection)
        }.start()
      }
    }.start()
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  func address(_ name: String = "net.onnx") -> String { "http://127.0.0.1:\(port)/\(name)" }

  var requests: [Request] { shared.state.withLock { $0.requests } }

  /// Has another file from now on, or another way of sending it.
  func change(file: [UInt8]? = nil, version: String? = nil, manner: Manner? = nil) {
    shared.state.withLock { state in
      if let file { state.file = file }
      if let version { state.version = version }
      if let manner { state.manner = manner }
    }
  }

  private static func serve(_ connection: CInt, _ shared: Shared) {
    guard let request = read(connection) else { return }
    let now = shared.state.withLock { state in
      state.requests.append(request)
      let now = state
      if case .cutsOnce = state.manner { state.manner = .good }
      return now
    }
    switch now.manner {
    case .good: send(now, request, on: connection)
    case .knowsNoRanges:
      send(now, Request(path: request.path, start: nil, ifRange: nil), on: connection)
    case .cutsOnce(let count), .cuts(let count):
      send(now, request, on: connection, count: count)
    case .stalls(let count):
      send(now, request, on: connection, count: count)
      // Until curl gives up and closes its end.
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
    case .redirectsForever: redirect(connection, to: request.path + "x")
    case .redirects(let address): redirect(connection, to: address)
    case .answers(let status):
      write(connection, "HTTP/1.1 \(status) No\r\nContent-Length: 2\r\n\r\nno")
    case .endless:
      write(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
      while write(connection, [UInt8](repeating: 0, count: 1 << 16)) {}
    }
  }

  private static func send(_ now: State, _ request: Request, on connection: CInt, count: Int = .max)
  {
    var start = request.start ?? 0
    if let version = request.ifRange, version != now.version { start = 0 }
    if start >= now.file.count, start > 0 {
      let range = "Content-Range: bytes */\(now.file.count)\r\n"
      write(connection, "HTTP/1.1 416 No\r\n\(range)Content-Length: 0\r\n\r\n")
      return
    }
    var head = start > 0 ? "HTTP/1.1 206 Partial Content\r\n" : "HTTP/1.1 200 OK\r\n"
    if start > 0 {
      head += "Content-Range: bytes \(start)-\(now.file.count - 1)/\(now.file.count)\r\n"
    }
    if let version = now.version { head += "ETag: \(version)\r\n" }
    head += "Content-Length: \(now.file.count - start)\r\nConnection: close\r\n\r\n"
    write(connection, head)
    write(connection, Array(now.file[start...].prefix(count)))
  }

  private static func redirect(_ connection: CInt, to address: String) {
    write(connection, "HTTP/1.1 302 Found\r\nLocation: \(address)\r\nContent-Length: 0\r\n\r\n")
  }

  private static func read(_ connection: CInt) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    func field(_ name: String) -> String? {
      lines.first { $0.lowercased().hasPrefix(name) }.map {
        String($0.dropFirst(name.count)).trimmingCharacters(in: .whitespaces)
      }
    }
    let range = field("range:")?.split(whereSeparator: { !$0.isNumber }).first
    return Request(
      path: String(lines[0].split(separator: " ")[1]), start: range.flatMap { Int($0) },
      ifRange: field("if-range:"))
  }

  private static func write(_ connection: CInt, _ text: String) {
    write(connection, Array(text.utf8))
  }

  /// - Returns: whether the other end still listens.
  @discardableResult
  private static func write(_ connection: CInt, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
