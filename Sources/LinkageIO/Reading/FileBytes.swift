/// The bytes of a whole file; `-` is standard input.
/// - Throws: `ListError.cannotOpen`, with the system's reason.
package func fileBytes(at path: String) throws(ListError) -> [UInt8] {
  try ByteInput(path: path).rest()
}
