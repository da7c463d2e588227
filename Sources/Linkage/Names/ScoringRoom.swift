/// Room for comparing names; its memory goes back to the others when it is done.
struct ScoringRoom: ~Copyable {
  var scratch: NameScorer.Scratch
  var block: TokenComparer.Block
  private let memories: CostMemories

  init(_ scorer: NameScorer, _ memories: CostMemories) {
    block = scorer.block()
    scratch = NameScorer.Scratch(costs: memories.take())
    self.memories = memories
  }

  deinit { memories.giveBack(scratch.costs) }
}
