import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct SearchIndexTests {
  /// The answers of an index that stands in `bytes`, and the rows they are.
  private func answers(_ bytes: [UInt8], _ queries: RecordList, top: Int = 5) throws(IndexError)
    -> [[String]]
  {
    let index = try SearchIndex(IndexBytes(bytes), options: LinkOptions())
    var lines: [[String]] = []
    for found in try index.answers(to: queries, top: top) {
      var line: [String] = []
      for answer in found {
        let row = try index.row(answer.row)
        line.append("\(answer.row) \(answer.weight.raw) \(row.name) \(row.line(of: 0))")
      }
      lines.append(line)
    }
    return lines
  }

  private func bytes(_ lists: [RecordList], addedTo older: [SearchIndex] = []) throws -> [UInt8] {
    try SearchIndex.bytes(of: lists, addedTo: older, options: LinkOptions())
  }

  @Test(arguments: 0..<TestScale.of(10))
  func answersAsTheListDoes(seed: Int) throws {
    var maker = ListMaker(seed: 320_000 + seed)
    let list = maker.list("a", count: 120, hasParts: seed % 2 == 0)
    let queries = maker.list("b", count: 20)
    let index = try SearchIndex([list])
    let search = NameSearch(list: list, queries: queries)
    for least in [nil, 0.05] {
      #expect(
        try index.answers(to: queries, top: 7, leastProbability: least)
          == search.answers(top: 7, leastProbability: least))
    }
  }

  /// Marks of a generation stand in the index, and the bound on what a name can say allows for them.
  @Test(arguments: 0..<TestScale.of(10))
  func answersByMarksAsTheListDoes(seed: Int) throws {
    var maker = ListMaker(seed: 340_000 + seed, groups: ListMaker.markedGroups)
    let list = maker.list("a", count: 60, hasParts: seed % 2 == 0)
    let queries = maker.list("b", count: 20)
    let index = try SearchIndex(IndexBytes(try bytes([list])), options: LinkOptions())
    for least in [nil, 0.05, 0.9] {
      #expect(
        try index.answers(to: queries, top: 7, leastProbability: least)
          == NameSearch(list: list, queries: queries).answers(top: 7, leastProbability: least))
    }
  }

  @Test func aFatherIsNotTakenForHisSon() throws {
    let list = RecordList(names: [
      "Щукин Арсений Платонович ст.", "Щукин Арсений Платонович мл.", "Щукин Арсений Платонович",
    ])
    let index = try SearchIndex(IndexBytes(try bytes([list])), options: LinkOptions())
    let answers = try index.answers(to: RecordList(names: ["Shchukin, Jr., Arseniy Platonovich"]))
    #expect(answers[0].map(\.row) == [1, 2, 0])
    #expect(answers[0].map(\.decision) == [.same, .same, .different])
  }

  @Test func givesRowsBackAsTheyWere() throws {
    var list = RecordList(
      name: "odd", columns: [.init(name: "name", kind: .name), .init(name: "note", kind: .status)])
    let cells: [[[UInt8]]] = [
      [Array("Щукин Аркадий".utf8), [0xFF, 0, 13, 10]], [], [Array("Реимов".utf8)],
      [[], Array("\u{FEFF} ".utf8), [1]],
    ]
    for (row, cells) in cells.enumerated() {
      for cell in cells { list.append(cell: cell) }
      list.endRow(line: row * 3 + 1)
    }
    let index = try SearchIndex([list, RecordList(names: ["Ислам"])])
    #expect(index.count == 5 && index.listCount == 2 && index.listNames == ["odd", "names"])
    for (number, cells) in cells.enumerated() {
      let row = try index.row(number)
      #expect(row.columns == list.columns && row.line(ofRow: 0) == number * 3 + 1)
      #expect((0..<row.cellCount(ofRow: 0)).map { Array(row.cell(row: 0, column: $0)) } == cells)
    }
    #expect(try index.row(4).text(row: 0, column: 0) == "Ислам")
    #expect(try index.list(ofRow: 3) == 0 && index.list(ofRow: 4) == 1)
    #expect(throws: IndexError.damaged) { try index.row(5) }
  }

  @Test func nobodyIsOnAnEmptyList() throws {
    let queries = RecordList(names: ["Тимур Реимов", "", "Т."])
    for lists in [[], [RecordList(names: [])], [RecordList(names: ["", " ", "—"])]] {
      let index = try SearchIndex(lists)
      #expect(try index.answers(to: queries) == [[], [], []])
    }
  }

  /// Byte for byte, so that every answer is the same.
  @Test(arguments: 0..<TestScale.of(10))
  func addingIsAsIndexingTogether(seed: Int) throws {
    var maker = ListMaker(seed: 330_000 + seed)
    var lists = ["a", "b", "c"].map { maker.list($0, count: 40, hasParts: seed % 3 == 1) }
    lists[1].dateOfAges = BirthDate(year: 2024, month: 3, day: 18)
    let together = try bytes(lists)
    let first = try SearchIndex([lists[0]])
    let second = try SearchIndex([lists[1]], addedTo: [first])
    #expect(try bytes([lists[2]], addedTo: [second]) == together)
    #expect(try bytes([], addedTo: [first, try SearchIndex(Array(lists[1...]))]) == together)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    var maker = ListMaker(seed: 340_000)
    let list = maker.list("a", count: 700)
    let queries = maker.list("b", count: 60)
    var options = LinkOptions()
    options.threads = 1
    let alone = try SearchIndex.bytes(of: [list], options: options)
    let index = try SearchIndex([list], options: options)
    let answers = try index.answers(to: queries, options: options)
    options.threads = 8
    #expect(try SearchIndex.bytes(of: [list], options: options) == alone)
    #expect(try index.answers(to: queries, options: options) == answers)
  }

  /// In a large index tokens meet by their keys and not all are compared: what is found weighs the same as when all are,
  /// and hardly anything is missing.
  @Test func largeIndexesFindNearlyAll() throws {
    var (found, wanted) = (0, 0)
    for seed in 0..<TestScale.of(12) {
      var maker = ListMaker(seed: 350_000 + seed)
      let list = maker.list("a", count: 150)
      let queries = maker.list("b", count: 40)
      var builder = IndexBuilder(.standard, threads: 2, exactUpTo: 0)
      try builder.add(list)
      let large = try SearchIndex(IndexBytes(builder.finish()), options: LinkOptions())
      let exact = try SearchIndex([list])
      let all = try exact.answers(to: queries, top: .max)
      for (query, answers) in try large.answers(to: queries, top: .max).enumerated() {
        let known = Dictionary(uniqueKeysWithValues: all[query].map { ($0.row, $0) })
        #expect(answers.allSatisfy { known[$0.row] == $0 }, "\(queries.line(of: query))")
      }
      for least in [0.05, 0.5] {
        let expected = try exact.answers(to: queries, top: 10, leastProbability: least)
        let given = try large.answers(to: queries, top: 10, leastProbability: least)
        for (some, best) in zip(given, expected) {
          wanted += best.count
          found += best.count { some.contains($0) }
        }
      }
    }
    #expect(found * 100 >= wanted * 98, "\(found) of \(wanted)")
  }

  /// What is remembered from one question to the next saves time alone.
  @Test func whatWasAskedBeforeChangesNothing() throws {
    for exactUpTo in [0, TokenJoin.exactUpTo] {
      var maker = ListMaker(seed: 355_000)
      var builder = IndexBuilder(.standard, threads: 2, exactUpTo: exactUpTo)
      try builder.add(maker.list("a", count: 300))
      let bytes = try builder.finish()
      let list = maker.list("b", count: 60)
      let column = try #require(list.columns.firstIndex { $0.kind == .name })
      let names = (0..<list.count).map { list.text(row: $0, column: column) }
      var options = LinkOptions()
      options.threads = 1
      let index = try SearchIndex(IndexBytes(bytes), options: options)
      let together = try index.answers(
        to: RecordList(names: names), leastProbability: 0.05, options: options)
      let backwards = try index.answers(
        to: RecordList(names: names.reversed()), leastProbability: 0.05, options: options)
      #expect(backwards.reversed() == together)
      for (name, answers) in zip(names, together) {
        let alone = try SearchIndex(IndexBytes(bytes), options: options)
          .answers(to: RecordList(names: [name]), leastProbability: 0.05, options: options)
        #expect(alone == [answers], "\(name)")
      }
    }
  }

  // MARK: Damage

  private static let damaged: (bytes: [UInt8], queries: RecordList) = {
    var maker = ListMaker(seed: 360_000)
    let lists = [maker.list("a", count: 90), maker.list("b", count: 20, hasParts: true)]
    let bytes = try! SearchIndex.bytes(of: lists, options: LinkOptions())
    return (bytes, maker.list("q", count: 3))
  }()

  @Test func whatIsNoIndexIsNamed() throws {
    let (bytes, queries) = Self.damaged
    for other in [[], Array("id,name\n1,Щукин\n".utf8), [0x89], Array(bytes.dropFirst())] {
      #expect(throws: IndexError.notAnIndex) { try answers(other, queries) }
    }
    var older = bytes
    older[8] = 0
    #expect(throws: IndexError.otherVersion(0)) { try answers(older, queries) }
    var options = LinkOptions()
    options.model = NameModel(
      aligner: Aligner(costs: .uniform(Bits(4))), background: NameModel.standard.background)
    #expect(throws: IndexError.otherModel) { try SearchIndex(IndexBytes(bytes), options: options) }
    #expect(throws: IndexError.damaged) { try answers(bytes + [0], queries) }
  }

  @Test func truncatedFilesAreNamed() throws {
    let (bytes, queries) = Self.damaged
    let sections = try IndexFormat.open(
      IndexBytes(bytes), model: NameModel.standard.fingerprint)
    var sizes = Set(
      sections.values.flatMap { section in
        let end = section.offset + section.count * section.elementSize
        return [section.offset, section.offset + 1, end - 1, end]
      })
    sizes.formUnion([8, 64, 4095, 4096, 4097, bytes.count - 1])
    for size in sizes {
      #expect(throws: IndexError.truncated, "\(size)") {
        try answers(Array(bytes.prefix(size)), queries)
      }
    }
  }

  @Test func aChangedByteGivesAnErrorOrTheSameAnswers() throws {
    let (bytes, queries) = Self.damaged
    let expected = try answers(bytes, queries)
    var random = SeededGenerator(seed: 361_000)
    var errors = 0
    for round in 0..<TestScale.of(3_000) {
      var changed = bytes
      // Every other change falls into the header, which is small.
      let place = Int.random(in: 0..<(round % 4 == 0 ? 1024 : bytes.count), using: &random)
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      do {
        let given = try answers(changed, queries)
        #expect(given == expected, "byte \(place)")
      } catch {
        errors += 1
      }
    }
    #expect(errors > 0)
  }

  /// Somebody who makes the checksums fit may have any answers, but stops no program.
  @Test func nothingInAFileStopsTheProgram() throws {
    let (bytes, queries) = Self.damaged
    var random = SeededGenerator(seed: 362_000)
    for round in 0..<TestScale.of(3_000) {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 4096..<bytes.count, using: &random)
        changed[place] = [0, 1, 127, 128, 255, .random(in: 0...255, using: &random)]
          .randomElement(using: &random)!
      }
      _ = try? answers(resealed(changed), queries)
      // An index that others are added to is read from end to end, which takes longer.
      if round % 10 == 0,
        let index = try? SearchIndex(IndexBytes(resealed(changed)), options: LinkOptions())
      {
        _ = try? SearchIndex.bytes(of: [], addedTo: [index], options: LinkOptions())
      }
    }
  }

  /// The bytes with checksums that fit them.
  private func resealed(_ bytes: [UInt8]) -> [UInt8] {
    func number(_ place: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    }
    var sealed = bytes
    func put(_ sum: UInt64, at place: Int) {
      for i in 0..<8 { sealed[place + i] = UInt8(truncatingIfNeeded: sum >> (i * 8)) }
    }
    let sums = number(32)
    for (block, first) in stride(from: 4096, to: sums, by: 4096).enumerated() {
      put(
        Checksum.of(sealed.span.extracting(first..<min(first + 4096, sums))), at: sums + block * 8)
    }
    put(Checksum.of(sealed.span.extracting(sums..<bytes.count)), at: 40)
    put(0, at: 48)
    put(Checksum.of(sealed.span.extracting(0..<4096)), at: 48)
    return sealed
  }

  @Test func checksumsSeeEveryByte() {
    var random = SeededGenerator(seed: 363_000)
    for count in [1, 7, 31, 32, 33, 100, 4096] {
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let sum = Checksum.of(bytes.span)
      for place in bytes.indices {
        bytes[place] ^= 1 << UInt8(place % 8)
        #expect(Checksum.of(bytes.span) != sum, "\(place) of \(count)")
        bytes[place] ^= 1 << UInt8(place % 8)
      }
      #expect(Checksum.of((bytes + [0]).span) != sum)
    }
  }
}
