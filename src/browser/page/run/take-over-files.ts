import { visibleText } from '../../../base/visible-text.ts'
import { otherPage } from '../../run-record/other-page.ts'
import { readRunRecord } from '../../run-record/read-run-record.ts'
import { takenOverWords } from '../../run-record/taken-over-words.ts'
import type { PageParts } from '../page-parts.ts'

const LARGEST_FILE = 4_000_000

/** Takes run records over, one by one; a sentence for each, also for one that is refused. */
export async function takeOverFiles(
  page: PageParts,
  files: readonly File[],
): Promise<readonly string[]> {
  const sentences: string[] = []
  for (const file of files) sentences.push(await takeOver(page, file))
  return sentences
}

async function takeOver({ run, data }: PageParts, file: File): Promise<string> {
  const refused = (why: string): string => `“${visibleText(file.name)}” was not taken over: ${why}.`
  // No byte of a film that was dropped by mistake is read.
  if (file.size > LARGEST_FILE) return refused('it is far larger than any run record')
  const reading = readRunRecord(await file.text())
  if (reading.status === 'refused') return refused(visibleText(reading.why))
  const other = otherPage(reading.record, data)
  if (other !== undefined) return refused(visibleText(other))
  const words = takenOverWords(run.record(), reading.record, file.name)
  run.takeOver(reading.record)
  return words
}
