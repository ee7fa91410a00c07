import { overdueWords } from '../../currency/review-words.ts'

/** Reviews that are overdue are said, by the reader's clock. */
export function markOverdue(now: Date): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-review-due]')) {
    const words = overdueWords(cell.dataset['reviewDue'] ?? '', now)
    if (words === undefined) continue
    cell.dataset['review'] = 'overdue'
    cell.append(` ⚠ ${words}`)
  }
}
