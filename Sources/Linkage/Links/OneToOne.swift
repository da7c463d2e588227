internal import NameSimilarity

/// Chooses pairs so that each row has one partner at most.
///
/// The gain of a pair is `−log2(1 − p)`: how much likelier all that was seen becomes when the two may be one person.
/// It grows with the weight where a pair is sure and is near nothing where it is not, so that no two doubtful pairs
/// push out a certain one, and a doubtful pair still stands where nothing better does. The choice has the greatest
/// sum, exactly (`SparseAssignment`).
struct OneToOne {
  private let keys: RowKeys

  init(_ keys: RowKeys) { self.keys = keys }

  /// The choice among `links`, rows that are in `fixed` and pairs that are decided to be different left aside.
  func choice(of links: [Link], beside fixed: [Link], prior: Bits) -> [Link] {
    let takenLeft = Set(fixed.map(\.left))
    let takenRight = Set(fixed.map(\.right))
    let open = links.filter {
      $0.decision != .different && !takenLeft.contains($0.left) && !takenRight.contains($0.right)
    }
    var lefts = side(Set(open.map(\.left)), list: 0)
    var rights = side(Set(open.map(\.right)), list: 1)
    // Which side has the rows of the problem may not depend on which list was named first, since ties do.
    let isFlipped =
      lefts.rows.count != rights.rows.count
      ? lefts.rows.count > rights.rows.count : (lefts.keys.first ?? 0) > (rights.keys.first ?? 0)
    let edges = open.map { link in
      let (left, right) = (lefts.number[link.left]!, rights.number[link.right]!)
      return SparseAssignment.Edge(
        row: isFlipped ? right : left, column: isFlipped ? left : right,
        profit: Self.gain(link.weight + prior))
    }
    if isFlipped { swap(&lefts, &rights) }
    let assignment = SparseAssignment(rows: lefts.rows.count, columns: rights.rows.count, edges)
    return zip(open, edges).filter { assignment.columnOfRow[$1.row] == $1.column }.map(\.0)
  }

  /// The rows of one list in the order of their keys, so that ties fall alike in any order of rows.
  private func side(_ rows: Set<Int>, list: Int) -> (
    rows: [Int], keys: [UInt64], number: [Int: Int]
  ) {
    let order = rows.map { (key: keys[RecordID(list: list, row: $0)], row: $0) }
      .sorted { $0.key < $1.key }
    var number: [Int: Int] = [:]
    for (place, item) in order.enumerated() { number[item.row] = place }
    return (order.map(\.row), order.map(\.key), number)
  }

  /// `−log2(1 − p)` at these log odds in 1/1024 bits, at least 1.
  static func gain(_ logOdds: Bits) -> Int64 {
    max(1, Int64(Bits.log2OfSum(.zero, logOdds).raw))
  }
}
