#if XLSX
  /// The texts that cells refer to by number (`xl/sharedStrings.xml`).
  final class SharedStrings: XMLHandler {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isInText = false
    /// How to pronounce the text, which is no part of it.
    private var isInPhonetic = false
    private let limits: ReadLimits

    init(limits: ReadLimits) { self.limits = limits }

    /// The text of a number; `nil` where there is none.
    subscript(number: Int) -> ArraySlice<UInt8>? {
      guard ends.indices.contains(number) else { return nil }
      return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name.is("t") { isInText = !isInPhonetic } else if name.is("rPh") { isInPhonetic = true }
    }

    override func characters(_ text: UnsafeBufferPointer<UInt8>) {
      guard isInText else { return }
      unsafe bytes.append(contentsOf: text)
      if bytes.count - (ends.last ?? 0) > limits.cell {
        failure = .over(.cell, limits.cell, at: "a shared text: ")
      }
    }

    override func end(_ name: XMLName) {
      if name.is("t") {
        isInText = false
      } else if name.is("rPh") {
        isInPhonetic = false
      } else if name.is("si") {
        let start = ends.last ?? 0
        if let text = EscapedText.decoded(bytes[start...]) {
          bytes.replaceSubrange(start..., with: text)
        }
        ends.append(bytes.count)
      }
    }
  }
#endif
