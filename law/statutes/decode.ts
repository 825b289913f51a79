/** The text of a file as people hand it on: UTF-8, else GB 18030 where that fits. One with a few lost bytes is read all the same, and flagged later. */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return new TextDecoder('utf-8').decode(bytes)
}
