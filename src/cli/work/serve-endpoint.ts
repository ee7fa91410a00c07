import type { AnswerIncoming, Listening, ReceiverServer } from '../../host/receiver-server.ts'
import { listenersElsewhere, listenersTo } from '../../model/failure-campaigns.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Workspace } from '../../model/workspace.ts'
import { shownPath } from '../../receiver/service/leads-to.ts'
import type { Reception } from '../../receiver/service/receive.ts'
import { plural } from '../../report/summary.ts'
import { answeredWords, endWords, viewCall } from '../../site/received/view-call.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openProject } from '../open-project.ts'
import { answering, type ServedCall } from '../serve/answering.ts'
import { openCallsPage, type CallsPage } from '../serve/calls-page.ts'
import { faultLines } from '../serve/choose-faults.ts'
import type { Served } from '../serve/choose-served.ts'
import { prepareService } from '../serve/prepare-service.ts'
import { readCertificate } from '../serve/read-certificate.ts'
import { renderCallsPage } from '../serve/render-calls-page.ts'
import type { ServeWords } from '../serve/serve-words.ts'

/** Longer bodies are refused; no template makes one. */
const MOST_BYTES = 1024 * 1024

/** So long do requests that came before the end have for their answers. */
const PATIENCE_MS = 5_000

/** Receives requests until Ctrl-C. */
export async function serveEndpoint(
  names: readonly string[],
  words: ServeWords,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  if (words.listFaults === true) {
    host.stdout.write(faultLines())
    return EXIT.clean
  }
  const tls = readCertificate(words, host.files)
  const workspace = openProject(context)
  const service = await prepareService(names, words, { workspace, context })
  const counts = { done: 0, repeated: 0, refused: 0, fault: 0 }
  const opened: { server?: ReceiverServer; page?: CallsPage } = {}
  const answer = answering(service, host, (call) => {
    counts[call.reception.end.kind] += 1
    tellCall(call, context)
    const listeners = listenersOf(call, workspace.programs)
    const isSecretChecked = service.checksSecrets(call.reception.served)
    opened.page?.show(viewCall(call, { listeners, isSecretChecked }))
  })
  const plain = { port: words.port, address: words.host, mostBytes: MOST_BYTES }
  const listening = tls === undefined ? plain : { ...plain, tls }
  const interrupted = untilInterrupted(context)
  try {
    opened.server = await open(listening, answer, context)
    const { origin } = opened.server
    announce(service.served, origin, context)
    if (words.page) {
      const html = renderCallsPage(service.served, origin, workspace.leads)
      opened.page = await openCallsPage(html, words.pagePort, context)
      tell(`every request is shown at ${opened.page.origin}/`, context)
      if (words.open === true) host.openBrowser(`${opened.page.origin}/`)
    }
    for (const note of service.notes) tell(note, context)
    for (const warning of service.warnings) warn(warning, context)
    await interrupted.wait
  } finally {
    interrupted.release()
    await opened.server?.close(PATIENCE_MS)
    await opened.page?.close()
    await service.file.close()
  }
  tell(countWords(counts), context)
  return EXIT.clean
}

/** A line that holds nothing by which a person or a secret could be known. */
function tellCall({ number, reception, problem }: ServedCall, context: CommandContext): void {
  const { served, answer, end } = reception
  const name = served === undefined ? 'no webhook' : served.webhook.id
  tell(`#${number} ${name}: ${answeredWords(answer)}, ${endWords(end)}`, context)
  if (problem !== undefined) warn(`#${number} was not kept: ${problem}`, context)
}

function listenersOf(
  { reception: { served } }: ServedCall,
  programs: Workspace['programs'],
): readonly Campaign[] {
  if (served === undefined) return []
  const { program } = served.compiled
  return listenersTo(served.webhook.id, program, listenersElsewhere(program, programs))
}

async function open(
  listening: Listening,
  answer: AnswerIncoming,
  { host }: CommandContext,
): Promise<ReceiverServer> {
  const serving = await host.serveReceiver(listening, answer)
  const { port, address } = listening
  switch (serving.status) {
    case 'open':
      return serving.server
    case 'taken':
      throw new UsageError(`port ${port} is taken, or not for you; name another with --port`)
    case 'failed':
      throw new UsageError(`nothing can be served at "${address}": ${serving.reason}`)
  }
}

function announce(
  { webhooks, environment }: Served,
  origin: string,
  context: CommandContext,
): void {
  tell(`the endpoints of ${environment} at ${origin} (Ctrl-C ends):`, context)
  for (const { compiled, webhook } of webhooks) {
    const { id } = compiled.program
    tell(`  ${webhook.method} ${shownPath(webhook)}  ${webhook.id} of ${id.value}`, context)
  }
}

function untilInterrupted({ host }: CommandContext): {
  readonly wait: Promise<void>
  readonly release: () => void
} {
  let release = (): void => undefined
  const wait = new Promise<void>((resolve) => {
    release = host.onInterrupt(resolve)
  })
  return { wait, release: () => release() }
}

function countWords(counts: Readonly<Record<Reception['end']['kind'], number>>): string {
  const { done, repeated, refused, fault } = counts
  const all = done + repeated + refused + fault
  return `${plural(all, 'request')}: ${done} as agreed, ${repeated} made again, ${refused} refused, ${fault} with a fault`
}

function tell(words: string, { host, options }: CommandContext): void {
  if (!options.quiet) host.stdout.write(`${words}\n`)
}

function warn(words: string, { host }: CommandContext): void {
  host.stderr.write(`hookbook: ${words}\n`)
}
