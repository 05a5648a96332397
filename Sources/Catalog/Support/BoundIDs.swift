/// Row ids as one bound value, so that a statement has one text for any number of them.
///
/// `IN (SELECT value FROM json_each(?))`, or joined where `key` is to give the order.
struct BoundIDs {
  let json: String

  init(_ ids: some Sequence<Int64>) {
    json = "[" + ids.map(String.init).joined(separator: ",") + "]"
  }
}
