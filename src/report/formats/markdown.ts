import type { ReportFormat } from '../report.ts'

export const markdown: ReportFormat = {
  name: 'markdown',
  summary: 'for job summaries and comments',
  write: async (report) => {
    const { writeMarkdown } = await import('../markdown/write-markdown.ts')
    return writeMarkdown(report)
  },
}
