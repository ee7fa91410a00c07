import { isAtLeast } from '../../diagnostic/severity.ts'
import type { Workspace } from '../../model/workspace.ts'
import { answerMemory } from '../../receiver/service/answer-memory.ts'
import { openReception, type Receive } from '../../receiver/service/receive.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'
import type { CommandContext } from '../command.ts'
import { capturer } from './capture-call.ts'
import { chooseFaults, faultWords } from './choose-faults.ts'
import { chooseSenders, isOwnMachine } from './choose-senders.ts'
import { chooseServed, type Served } from './choose-served.ts'
import { knownSecrets } from './known-secrets.ts'
import { NO_CAPTURES, openCaptures, type CapturesFile } from './open-captures.ts'
import { memoryRestorer } from './restore-memory.ts'
import type { ServeWords } from './serve-words.ts'

/** Everything that receives requests, but for the sockets. */
export interface Service {
  readonly served: Served
  readonly receive: Receive
  readonly capture: ReturnType<typeof capturer>
  readonly file: CapturesFile
  /** Whether this machine knows every secret of a webhook. */
  readonly checksSecrets: (served: ServedWebhook | undefined) => boolean
  /** What the reader should know when serving begins. */
  readonly notes: readonly string[]
  readonly warnings: readonly string[]
}

/** So many answers are known again; a demonstration has fewer leads. */
const ANSWERS_KEPT = 10_000

const WITHOUT_TLS =
  'without TLS, whoever is in between can read what comes, secrets among it: add --tls-cert and --tls-key'

/** Makes the endpoints of the chosen webhooks, and reads what was answered before. */
export async function prepareService(
  names: readonly string[],
  words: ServeWords,
  { workspace, context }: { readonly workspace: Workspace; readonly context: CommandContext },
): Promise<Service> {
  const served = chooseServed(names, words.env, workspace)
  const { webhooks } = served
  const faults = chooseFaults(words, webhooks)
  const senders = chooseSenders(words.allow, { address: words.host })
  const secrets = knownSecrets(webhooks, workspace.project, context)
  const memory = answerMemory(ANSWERS_KEPT)
  const remember = memoryRestorer(webhooks, memory)
  const file =
    words.captures === undefined
      ? NO_CAPTURES
      : await openCaptures(words.captures, remember, context)
  const { maySend } = senders
  const isOpen = !isOwnMachine(words.host)
  const isReadable = isOpen && words.tlsCert === undefined
  const hasErrors = workspace.diagnostics.some(({ severity }) => isAtLeast(severity, 'error'))
  return {
    served,
    receive: openReception({ webhooks, secretOf: secrets.secretOf, maySend, faults, memory }),
    capture: capturer(webhooks, secrets.values),
    file,
    checksSecrets: (own) =>
      own !== undefined &&
      own.webhook.headers.every(
        (header) => header.kind === 'text' || secrets.secretOf(own, header.secret) !== undefined,
      ),
    notes: [
      ...(isOpen ? [`other machines can connect to ${words.host}: ${senders.words}`] : []),
      ...(!isOpen && words.allow !== undefined ? [senders.words] : []),
      ...faultWords(faults),
      ...(memory.size() === 0 ? [] : [`${memory.size()} calls are known from "${words.captures}"`]),
    ],
    warnings: [
      ...(isReadable ? [WITHOUT_TLS] : []),
      ...(hasErrors ? ['some definitions have errors; run: hookbook lint'] : []),
      ...secrets.warnings,
    ],
  }
}
