internal import NameTables

/// Endings of words, found from the last letter backwards, with the numbers of the rows they stand in.
///
/// Walks bytes of UTF-8: an ending that starts at a letter can only match at a letter.
struct EndingTrie: Sendable {
  /// The rows of each node's ending; −1 where no ending begins.
  private var nodes: [Int32] = [-1]
  private var rows: [[Int]] = []
  /// The children by node and byte, `node << 8 | byte`, in a table of linear probing; a key of 0 is free, since no text
  /// has a byte of 0.
  private var keys = [UInt32](repeating: 0, count: 64)
  private var children = [Int32](repeating: 0, count: 64)

  mutating func insert(_ ending: TableCell, row: Int) {
    var node = 0
    for byte in ending.reversed() {
      node = child(of: node, byte) ?? addChild(to: node, byte)
    }
    if nodes[node] < 0 {
      nodes[node] = Int32(rows.count)
      rows.append([])
    }
    rows[Int(nodes[node])].append(row)
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
      if nodes[node] >= 0 { body(rows[Int(nodes[node])], bytes.count - index) }
    }
  }

  /// Where the child of a node stands in the table, or would stand.
  private func place(of key: UInt32) -> Int {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    var place = Int(key &* 0x9E37_79B1 >> 16) & (keys.count - 1)
    while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    let key = UInt32(node) << 8 | UInt32(byte)
    let place = place(of: key)
    return keys[place] == key ? Int(children[place]) : nil
  }

  private mutating func addChild(to node: Int, _ byte: UInt8) -> Int {
    if nodes.count * 2 > keys.count { grow() }
    let place = place(of: UInt32(node) << 8 | UInt32(byte))
    keys[place] = UInt32(node) << 8 | UInt32(byte)
    children[place] = Int32(nodes.count)
    nodes.append(-1)
    return nodes.count - 1
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = [UInt32](repeating: 0, count: oldKeys.count * 2)
    children = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (key, child) in zip(oldKeys, oldChildren) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      children[place] = child
    }
  }
}

extension TableCell {
  /// Endings parted by `|`; `-` stands for an empty one.
  var alternatives: [String] {
    var endings: [String] = []
    var rest = self
    while !rest.isEmpty {
      let ending = rest.prefix { $0 != UInt8(ascii: "|") }
      endings.append(ending == "-" ? "" : String(ending))
      rest = rest[ending.endIndex...].dropFirst()
    }
    return endings
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
