public struct Vocabulary: Sendable {}
