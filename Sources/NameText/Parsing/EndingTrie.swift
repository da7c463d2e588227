/// Endings of words, found from the last letter backwards, with the numbers of the rows they stand in.
///
/// Walks bytes of UTF-8: an ending that starts at a letter can only match at a letter.
struct EndingTrie: Sendable {
  private struct Node {
    var byte: UInt8
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    var rows: Int32 = -1
  }
  private var nodes = [Node(byte: 0)]
  private var rows: [[Int]] = []

  mutating func insert(_ ending: some StringProtocol, row: Int) {
    var node = 0
    for byte in ending.utf8.reversed() {
      node = child(of: node, byte) ?? addChild(to: node, byte)
    }
    if nodes[node].rows < 0 {
      nodes[node].rows = Int32(rows.count)
      rows.append([])
    }
    rows[Int(nodes[node].rows)].append(row)
  }

  /// Calls `body` for every ending of `word` in the trie, shortest first, with its rows and its
  /// length in bytes.
  /// - Complexity: O(length of the longest ending).
  func forEachEnding(of word: String, _ body: (_ rows: [Int], _ length: Int) -> Void) {
    let bytes = word.utf8Span.span
    var node = 0
    var index = bytes.count
    while index > 0, let next = child(of: node, bytes[index - 1]) {
      index -= 1
      node = next
      if nodes[node].rows >= 0 {
        body(rows[Int(nodes[node].rows)], bytes.count - index)
      }
    }
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var next = nodes[node].firstChild
    while next >= 0 {
      if nodes[Int(next)].byte == byte { return Int(next) }
      next = nodes[Int(next)].nextSibling
    }
    return nil
  }

  private mutating func addChild(to node: Int, _ byte: UInt8) -> Int {
    nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
    nodes[node].firstChild = Int32(nodes.count - 1)
    return nodes.count - 1
  }
}

extension String {
  /// Bytes of two letters of the word's script: no name and no stem is shorter.
  var shortestStem: Int { utf8.first.map { $0 < 0x80 ? 2 : 4 } ?? 0 }

  /// The word with its last `length` bytes replaced by `ending`.
  func replacingEnding(ofLength length: Int, with ending: String) -> String {
    String(Substring(utf8.dropLast(length))) + ending
  }
}
