internal import NameText

// A token as it was parsed: what an index keeps for being added to, and for knowing a token again.

extension RecordWriter {
  mutating func append(_ token: NameToken) {
    string(token.text.utf8)
    byte(
      token.role.rawValue | Self.code(of: token.gender) << 3 | (token.isJoined ? 32 : 0)
        | token.script.rawValue << 6)
    byte(UInt8(token.forms.count))
    for form in token.forms {
      byte(form.kind.rawValue | Self.code(of: form.gender) << 4)
      byte(form.case.rawValue)
      string(form.text.utf8)
    }
  }
}

extension ByteReader {
  mutating func word() throws(IndexError) -> NameToken {
    let text = try text()
    let head = try byte()
    guard let role = Role(rawValue: head & 7), let script = Script(rawValue: head >> 6) else {
      throw .damaged
    }
    var token = NameToken(
      text: text, script: script, role: role, gender: try Self.gender(head >> 3 & 3),
      isJoined: head & 32 != 0)
    for _ in 0..<Int(try byte()) {
      let code = try byte()
      guard let kind = TokenForm.Kind(rawValue: code & 15),
        let grammaticalCase = TokenForm.Case(rawValue: try byte())
      else { throw .damaged }
      token.forms.append(
        TokenForm(
          text: try self.text(), kind: kind, gender: try Self.gender(code >> 4),
          case: grammaticalCase))
    }
    return token
  }
}
