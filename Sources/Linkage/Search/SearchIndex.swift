internal import NameIndex
internal import NameSimilarity
internal import Synchronization

/// Lists made ready for the question who on them a name could be: made or opened once, asked many times, by several threads
/// if need be.
///
/// ```swift
/// let index = try SearchIndex([list])
/// for answer in try index.answers(to: RecordList(names: ["Щукин Аркадий"]))[0] {
///   print(try index.row(answer.row).text(row: 0, column: 0), answer.probability)
/// }
/// ```
///
/// How rare a name is follows from the lists alone, so that an answer does not depend on what else is asked. `LinkageIO`
/// keeps an index in a file, which opens at once.
public struct SearchIndex: Sendable {
  /// A row that could be the one asked for.
  public typealias Answer = NameSearch.Answer

  private let shared: Shared

  /// What questions share.
  private final class Shared: Sendable {
    let tables: IndexTables
    let model: NameModel
    let costs: TokenComparer.Costs
    /// Room that no thread uses just now.
    private let rooms = Mutex<[RoomBox]>([])
    private let strings = Mutex<TokenStrings?>(nil)

    init(_ tables: IndexTables, _ model: NameModel) {
      self.tables = tables
      self.model = model
      costs = TokenComparer.Costs(model.aligner)
    }

    /// Room for a thread, until it is given back.
    func takeRoom() throws(IndexError) -> RoomBox {
      if let box = rooms.withLock({ $0.popLast() }) { return box }
      var strings: TokenStrings?
      if tables.figures.isExact != 0 {
        let made: Result<TokenStrings, IndexError> = self.strings.withLock { known in
          if let known { return .success(known) }
          return Result { () throws(IndexError) in try TokenStrings(tables) }.map {
            known = $0
            return $0
          }
        }
        strings = try made.get()
      }
      return RoomBox(SearchRoom(tables, model, costs, strings))
    }

    func giveBack(_ box: RoomBox) { rooms.withLock { $0.append(box) } }
  }

  /// Room that goes from thread to thread, and is used by one at a time.
  private final class RoomBox: @unchecked Sendable {
    var room: SearchRoom
    init(_ room: consuming SearchRoom) { self.room = room }
  }

  /// An index of `lists`, in memory.
  ///
  /// - Parameter older: indexes whose rows come before those of the lists; they are not read and parsed again, and the
  ///   answers are those of an index of all lists together.
  /// - Throws: `IndexError.tooLarge`.
  public init(
    _ lists: [RecordList], addedTo older: [SearchIndex] = [], options: LinkOptions = LinkOptions()
  ) throws(IndexError) {
    try self.init(
      IndexBytes(try Self.bytes(of: lists, addedTo: older, options: options)), options: options)
  }

  /// The bytes of an index of `lists`, as a file keeps them.
  package static func bytes(
    of lists: [RecordList], addedTo older: [SearchIndex] = [], options: LinkOptions
  ) throws(IndexError) -> [UInt8] {
    var builder = IndexBuilder(options.model, threads: options.threads)
    for index in older { try builder.add(index.shared.tables) }
    for list in lists { try builder.add(list) }
    return try builder.finish()
  }

  /// An index of a list that is at hand itself.
  init(withoutCells list: RecordList, options: LinkOptions) throws(IndexError) {
    var builder = IndexBuilder(options.model, threads: options.threads)
    try builder.add(list, keepsCells: false)
    try self.init(IndexBytes(try builder.finish()), options: options)
  }

  /// The index that stands in `bytes`.
  package init(_ bytes: IndexBytes, options: LinkOptions) throws(IndexError) {
    shared = Shared(try IndexTables(bytes, options.model), options.model)
  }

  /// How the bytes of every index begin.
  package static let beginning = IndexFormat.beginning

  /// How many rows there are.
  public var count: Int { Int(shared.tables.figures.rowCount) }

  /// How many lists the rows come from.
  public var listCount: Int { shared.tables.lists.count }

  /// The names of the lists, in their order.
  public var listNames: [String] { shared.tables.lists.map(\.name) }

  /// The number of the list that a row comes from.
  public func list(ofRow row: Int) throws(IndexError) -> Int {
    try shared.tables.list(ofRow: row).list
  }

  /// A row as it was read, as a list of its own with the columns of the list it comes from.
  public func row(_ row: Int) throws(IndexError) -> RecordList {
    let list = shared.tables.lists[try self.list(ofRow: row)]
    var cells = RecordCells()
    var reader = try shared.tables.rows[row]
    try reader.row(into: &cells)
    return RecordList(name: list.name, columns: list.columns, cells: cells)
  }

  /// The best answers to each row of `queries`, best first; equal ones in the order of the lists, but for the nearer spelling
  /// of a single word first.
  ///
  /// - Parameters:
  ///   - top: at most so many.
  ///   - leastProbability: leave out what is less probable, which is answered sooner; `nil` keeps all that have any part of
  ///     the name in common.
  /// - Throws: `IndexError.damaged`, where a file is not as it was written.
  public func answers(
    to queries: RecordList, top: Int = 10, leastProbability: Double? = nil,
    options: LinkOptions = LinkOptions()
  ) throws(IndexError) -> [[Answer]] {
    let shared = self.shared
    let search = Question(shared.tables, options, top: top, leastProbability: leastProbability)
    let parts = parallelMap(count: queries.count, part: 16, threads: options.threads) {
      rows -> Result<[[Answer]], IndexError> in
      Result { () throws(IndexError) in
        let box = try shared.takeRoom()
        defer { shared.giveBack(box) }
        var answers: [[Answer]] = []
        for row in rows {
          let asked = try box.room.ask(queries, row: row)
          answers.append(try search.answer(asked, shared.costs, &box.room))
        }
        return answers
      }
    }
    var answers: [[Answer]] = []
    for part in parts { answers += try part.get() }
    return answers
  }
}
