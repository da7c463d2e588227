/// What decisions say of pairs across two lists, also through others: A is B and B is not C, so A is not C.
struct DecidedPairs {
  /// A row of the first list and one of the second that are one person.
  private(set) var same: [(left: RecordID, right: RecordID)] = []
  private let constraints: Constraints
  private var rootsApart: Set<Constraints.Pair> = []

  init(_ constraints: Constraints) {
    self.constraints = constraints
    for pair in constraints.apart {
      rootsApart.insert(
        Constraints.Pair(constraints.root(pair.left), constraints.root(pair.right)))
    }
    let groups = Dictionary(grouping: constraints.decidedRows) { constraints.root($0) }
    for rows in groups.values {
      for left in rows where left.list == 0 {
        for right in rows where right.list == 1 { same.append((left, right)) }
      }
    }
    same.sort { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// What a person decided of the pair; `nil` where nothing.
  func decision(_ left: RecordID, _ right: RecordID) -> Decision? {
    let (a, b) = (constraints.root(left), constraints.root(right))
    if a == b { return .same }
    return !rootsApart.isEmpty && rootsApart.contains(Constraints.Pair(a, b)) ? .different : nil
  }
}
