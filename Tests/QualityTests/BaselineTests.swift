import Glibc
import TestSupport
import Testing

/// No figure of quality may get worse than the committed baseline without somebody deciding it.
///
/// `DIZIM_WRITE_BASELINE=1 swift test --filter QualityTests` writes the baseline again; what changed is then seen in
/// the commit.
@Suite struct BaselineTests {
  private static let file = "corpora/quality-baseline.tsv"
  private static let tolerance = 0.0005

  @Test(.enabled(if: TestScale.isFull)) func noFigureGotWorse() throws {
    let figures = try Figures.all()
    if let asked = unsafe getenv("DIZIM_WRITE_BASELINE"), unsafe String(cString: asked) == "1" {
      try TestFiles.write(Self.text(figures), to: TestFiles.path(Self.file))
      return
    }
    let rows = try TestFiles.rows(Self.file)
    #expect(rows.map { $0[0] } == figures.map(\.name), "the baseline has other figures")
    for (row, figure) in zip(rows, figures) {
      let baseline = try #require(Double(row[1]))
      let tolerance = try #require(Double(row[3]))
      let loss = figure.loss(against: baseline)
      #expect(
        loss <= tolerance,
        """
        \(figure.name) is \(Self.decimal(figure.value)), worse than the \(Self.decimal(baseline)) of the baseline by \
        \(Self.decimal(loss)) (\(figure.direction.rawValue) is better)
        """)
      if loss < -tolerance {
        // Not a fault, but the better figure is worth keeping.
        print("\(figure.name): \(Self.decimal(baseline)) has become \(Self.decimal(figure.value))")
      }
    }
  }

  /// What is worse is told from what is better, in both directions.
  @Test func lossHasADirection() {
    #expect(Figure("recall", 0.9).loss(against: 0.95) > 0.049)
    #expect(Figure("recall", 0.95).loss(against: 0.9) < 0)
    #expect(Figure("missed", 0.2, .lower).loss(against: 0.1) > 0.09)
    #expect(Figure("missed", 0.1, .lower).loss(against: 0.2) < 0)
  }

  private static func text(_ figures: [Figure]) -> String {
    let rows = figures.map {
      "\($0.name)\t\(decimal($0.value))\t\($0.direction.rawValue)\t\(decimal(tolerance))\n"
    }
    return """
      # figure\tvalue\twhich way is better\ttolerance
      # Written by `DIZIM_WRITE_BASELINE=1 swift test --filter QualityTests`.\n
      """ + rows.joined()
  }

  private static func decimal(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(abs(scaled) % 10_000)
    return "\(scaled < 0 ? "-" : "")\(abs(scaled) / 10_000)."
      + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
