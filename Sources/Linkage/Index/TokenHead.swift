internal import NameSimilarity
internal import NameText

/// What is asked first of a token of an index, in 32 bits.
struct TokenHead: Sendable {
  let bits: UInt32

  /// What a file says.
  init(bits: UInt32) { self.bits = bits }

  init(_ token: TokenRecord) {
    let information = UInt32(token.information.raw)
    precondition(information < 1 << 20, "How rare a token is stays below a thousand bits")
    bits =
      UInt32(token.role.rawValue) | UInt32(RecordWriter.code(of: token.gender)) << 3
      | (token.isJoined ? 32 : 0) | (token.known == nil ? 0 : 64)
      | (token.groups.isEmpty ? 0 : 128) | information << 8
  }

  /// How rare the token is, so small that the amounts of all parts of a name can be added up.
  var information: Int32 { Int32(bits >> 8 & 0xF_FFFF) }
  var isJoined: Bool { bits & 32 != 0 }
  var isKnown: Bool { bits & 64 != 0 }
  var hasGroups: Bool { bits & 128 != 0 }

  func role() throws(IndexError) -> Role {
    guard let role = Role(rawValue: UInt8(bits & 7)) else { throw .damaged }
    return role
  }

  func gender() throws(IndexError) -> Gender? {
    try ByteReader.gender(UInt8(bits >> 3 & 3))
  }
}
