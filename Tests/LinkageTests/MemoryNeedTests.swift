import Testing

@testable import Linkage

@Suite struct MemoryNeedTests {
  private let list = RecordList(names: (0..<50).map { "Тажимуратов Даулет \($0)" })

  @Test func listsThatTakeMoreThanIsAllowedAreRefused() throws {
    let needed = MemoryNeed.bytes(for: [list, list])
    var options = LinkOptions()
    options.memory = needed - 1
    let error = LinkageError.needsMemory(bytes: needed, allowed: needed - 1)
    #expect(throws: error) { try Linker([list, list], options: options).merge() }
    #expect(throws: error) { try PairLinker(list, list, options: options).links() }
    options.memory = needed
    #expect(try Linker([list, list], options: options).merge().persons.count > 0)
  }

  @Test func anIndexTakesLess() {
    let needed = MemoryNeed.bytes(for: [list], work: .indexing)
    #expect(needed < MemoryNeed.bytes(for: [list]))
    #expect(throws: LinkageError.needsMemory(bytes: needed, allowed: needed - 1)) {
      try MemoryNeed.check([list], work: .indexing, allowed: needed - 1)
    }
    #expect(throws: Never.self) {
      try MemoryNeed.check([list], work: .indexing, allowed: needed)
      try MemoryNeed.check([list], work: .indexing, allowed: nil)
    }
  }

  @Test func growsWithRowsAndNames() {
    let short = MemoryNeed.bytes(for: [RecordList(names: ["Али"])])
    let long = MemoryNeed.bytes(for: [RecordList(names: ["Абдурахманов Абдурашид"])])
    #expect(short < long)
    #expect(MemoryNeed.bytes(for: [list, list]) > MemoryNeed.bytes(for: [list]))
  }
}
