/** A day for every PDF: when it was printed says nothing of what it holds. */
const FIXED = "20000101000000+00'00'"

/** A PDF with its two dates replaced by a fixed one of the same length, so that its table of offsets stays right. */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const fixed = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)([0-9]{14}[+-][0-9]{2}'[0-9]{2}')(?=\))/g,
    (_all, before: string) => before + FIXED,
  )
  return new Uint8Array(Buffer.from(fixed, 'latin1'))
}
