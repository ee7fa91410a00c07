import { createHash } from 'node:crypto'
import type { PdfPrinting } from './pdf-printer.ts'

/** A printer whose PDFs hold nothing but which page they were made from. */
export function memoryPdfPrinter(obstacle: 'missing' | 'failed' | undefined): PdfPrinting {
  if (obstacle !== undefined) {
    return {
      status: obstacle,
      reason: 'there is no printer in memory',
      help: 'run: install-printer',
    }
  }
  return {
    status: 'ready',
    printer: {
      print: ({ html, header, footer }) => {
        const page = createHash('sha256').update(html).digest('hex')
        return Promise.resolve(
          new TextEncoder().encode(`%PDF ${page}\n${header.join(' | ')}\n${footer}\n`),
        )
      },
      close: () => Promise.resolve(),
    },
  }
}
