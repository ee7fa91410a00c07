import type { ReportFormat } from '../report.ts'

export const html: ReportFormat = {
  name: 'html',
  summary: 'a single page for a browser, without any request',
  write: async (report) => {
    const { writePage } = await import('../html/write-page.ts')
    return writePage(report)
  },
}
