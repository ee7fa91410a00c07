import { startTriage, type Triage } from '../../triage/start-triage.ts'
import { UnreadableExport } from '../../triage/call-row.ts'
import { readExport } from '../../triage/read-export.ts'
import { keptCsv, resendCsv } from '../../report/triage/again-csv.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { triageHtml } from '../../report/triage/triage-html.ts'
import { triageJson } from '../../report/triage/triage-json.ts'
import { triageMarkdown } from '../../report/triage/triage-markdown.ts'
import { triagePretty } from '../../report/triage/triage-pretty.ts'
import { visibleText } from '../../base/visible-text.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { printForms, type Form } from '../print-report.ts'
import { progressLine, type Progress } from '../progress.ts'
import { columnNames } from '../triage/column-names.ts'
import { openInput, type ExportInput } from '../triage/open-input.ts'
import { knownWebhooks, webhookNamed } from '../triage/known-webhooks.ts'
import { VERSION } from '../version.ts'

/** What `triage` takes on the command line. */
export interface TriageWords {
  readonly env?: string
  readonly webhook?: string
  readonly resend?: string
  readonly keep?: string
  readonly mended?: readonly string[]
  readonly repeatIsSafe?: readonly string[]
  readonly column?: readonly string[]
  readonly showValues?: boolean
}

/** Reads exports, says what they tell, and writes who is to be sent again and who is not. */
export async function triageExports(
  files: readonly string[],
  words: TriageWords,
  context: CommandContext,
): Promise<number> {
  const columns = columnNames(words.column ?? [])
  const inputs = files.map((file) => openInput(file, context.host))
  const { webhooks, notices } = await knownWebhooks(words.env, context)
  const triage = startTriage({
    webhooks,
    only: words.webhook === undefined ? undefined : webhookNamed(words.webhook, webhooks),
    hasValues: words.showValues === true,
    mended: words.mended ?? [],
    repeatable: (words.repeatIsSafe ?? []).map((name) => webhookNamed(name, webhooks)),
  })
  for (const notice of notices) triage.sink.notice(notice)
  const progress = progressLine(context.host, context.options.quiet)
  for (const input of inputs) {
    const reader = readExport(columns, triage.sink)
    await readAll(input, reader, { triage, progress })
  }
  progress.done()
  return report(triage, words, context)
}

interface Reading {
  readonly triage: Triage
  readonly progress: Progress
}

async function readAll(
  { name, size, chunks }: ExportInput,
  reader: ReturnType<typeof readExport>,
  { triage, progress }: Reading,
): Promise<void> {
  let read = 0
  try {
    for await (const chunk of chunks) {
      await reader.add(chunk)
      read += chunk.length
      progress.show(progressWords(name, triage.calls(), size > 0 ? read / size : undefined))
    }
    await reader.end()
  } catch (error) {
    if (!(error instanceof UnreadableExport)) throw error
    progress.done()
    throw new UsageError(visibleText(`"${name}" cannot be read: ${error.message}`))
  }
}

function progressWords(name: string, calls: number, part: number | undefined): string {
  const percent = part === undefined ? '' : ` ${Math.floor(part * 100)} %`
  return visibleText(`reading ${name}${percent}: ${calls.toLocaleString('en-US')} calls`)
}

async function report(
  triage: Triage,
  words: TriageWords,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  const found = triage.report()
  const forms: readonly Form[] = [
    { name: 'pretty', write: (isColored) => disarmForTerminal(triagePretty(found, { isColored })) },
    { name: 'json', write: () => triageJson(found) },
    { name: 'markdown', write: () => triageMarkdown(found) },
    { name: 'html', write: () => triageHtml(found, VERSION) },
  ]
  await printForms(forms, 'triage', context)
  if (words.resend !== undefined) {
    host.files.writeParts(words.resend, resendCsv(triage.resend()))
    host.stderr.write(visibleText(`${words.resend} written`) + '\n')
  }
  if (words.keep !== undefined) {
    host.files.writeParts(words.keep, keptCsv(triage.keep()))
    host.stderr.write(visibleText(`${words.keep} written`) + '\n')
  }
  return found.failed > 0 || found.damaged.count > 0 ? EXIT.findings : EXIT.clean
}
