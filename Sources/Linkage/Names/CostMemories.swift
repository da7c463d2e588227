internal import Synchronization

/// The memories of threads that compare the names of one table, kept from one look at them to the next: what tokens cost
/// does not change when it is counted anew how common they are.
final class CostMemories: Sendable {
  private let idle = Mutex<[CostMemory]>([])
  private let bits: UInt64

  /// Memories for a table of so many names.
  init(names: Int) {
    bits = UInt64(min(20, max(12, 67 - max(names, 1).leadingZeroBitCount)))
  }

  /// One that no thread has.
  func take() -> CostMemory {
    idle.withLock { $0.popLast() } ?? CostMemory(bits: bits)
  }

  func giveBack(_ memory: consuming CostMemory) {
    let memory = memory
    idle.withLock { $0.append(memory) }
  }
}
