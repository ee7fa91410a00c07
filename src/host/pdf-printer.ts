/** Prints pages of HTML, by a browser. */
export interface PdfPrinter {
  /** The same page gives the same bytes, as long as the browser is the same. */
  readonly print: (page: PdfPage) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export interface PdfPage {
  readonly html: string
  /** What stands on top of every sheet: identity, left and right. */
  readonly header: readonly [left: string, right: string]
  /** What stands below, left of the number of the sheet. */
  readonly footer: string
}

/** A printer, or why there is none and what to type. */
export type PdfPrinting =
  | { readonly status: 'ready'; readonly printer: PdfPrinter }
  /** Something is not installed. */
  | { readonly status: 'missing'; readonly reason: string; readonly help: string }
  /** The browser is there and does not start. */
  | { readonly status: 'failed'; readonly reason: string; readonly help: string }
