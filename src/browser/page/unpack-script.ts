/**
 * Runs a script that the page holds packed. The policy of the page lets no other text run than the one that
 * was packed; a browser that cannot unpack it leaves the page as it is.
 */
export async function runPackedScript(id: string): Promise<void> {
  const packed = atob(document.getElementById(id)?.textContent ?? '')
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const script = document.createElement('script')
  script.textContent = await new Response(unpacked).text()
  document.head.append(script)
}
