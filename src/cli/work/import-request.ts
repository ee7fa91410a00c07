import type { Diagnostic } from '../../diagnostic/finding.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import { importDefinition, type ImportedDefinition } from '../../import/import-definition.ts'
import type { ImportedCall } from '../../import/imported-request.ts'
import { INPUT_KINDS, kindOf } from '../../import/inputs.ts'
import { showAddress } from '../../import/take-secrets.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import { REQUEST_METHODS } from '../../marketo/request-methods.ts'
import { folderOf, joinPath } from '../../model/paths.ts'
import type { Workspace } from '../../model/workspace.ts'
import { disarmForTerminal } from '../../report/disarm.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { describeImport } from '../describe-import.ts'
import { EXIT } from '../exit-codes.ts'
import { findLead } from '../find-lead.ts'
import { withNewFile } from '../fix/replaced-files.ts'
import { lintReport } from '../lint-report.ts'
import { findProject, NO_PROJECT, openProject } from '../open-project.ts'

/** What `import` takes on the command line. */
export interface ImportWords {
  readonly as?: string
  readonly entry?: string
  readonly id?: string
  readonly url?: string
  readonly method?: string
  readonly encoding?: EncodingName
  readonly lead?: string
  readonly secret?: string
  readonly stdout?: boolean
}

/** Writes the definition of a request that was seen, says what it could not know, and whether it is the same. */
export async function importRequest(
  file: string,
  words: ImportWords,
  context: CommandContext,
): Promise<number> {
  const { host, options } = context
  const projectFile = options.config ?? findProject(host)
  if (projectFile === undefined && words.stdout !== true) throw new UsageError(NO_PROJECT)
  const workspace = projectFile === undefined ? undefined : openProject(context)
  const call = withFlags(chooseCall(await readCalls(file, words, context), words), words)
  const lead = words.lead === undefined ? undefined : leadOf(words.lead, workspace, context)
  const imported = importDefinition(call, {
    ...(words.id === undefined ? {} : { id: words.id }),
    ...(words.encoding === undefined ? {} : { encoding: words.encoding }),
    ...(words.secret === undefined ? {} : { secret: words.secret }),
    ...(lead === undefined ? {} : { lead }),
    pinned: workspace?.project === undefined ? {} : pinnedBy(workspace.project),
  })
  const path =
    projectFile === undefined ? undefined : pathOf(projectFile, imported, { words, context })
  const findings = path === undefined ? undefined : await lintFindings(path, imported, context)
  const written = words.stdout === true ? undefined : path
  const lines = describeImport(imported, { written, findings, project: workspace?.project })
  const report = disarmForTerminal(lines.map((line) => `${line}\n`).join(''))
  if (written === undefined) {
    host.stdout.write(imported.text)
    host.stderr.write(report)
  } else {
    host.files.writeText(written, imported.text)
    host.stdout.write(report)
  }
  return imported.proof.status === 'same' ? EXIT.clean : EXIT.findings
}

async function readCalls(
  file: string,
  words: ImportWords,
  { host }: CommandContext,
): Promise<readonly ImportedCall[]> {
  const text = file === '-' ? await host.readStdin() : host.files.readText(file)
  if (text === undefined) throw new UsageError(`there is no file "${file}"`)
  const kind = INPUT_KINDS.find(({ name }) => name === words.as) ?? kindOf(text)
  const reading = kind.read(text, {
    ...(words.url === undefined ? {} : { url: words.url }),
    ...(words.method === undefined ? {} : { method: words.method }),
  })
  if (reading.status === 'read') return reading.calls
  const what = file === '-' ? 'what comes in' : `"${file}"`
  throw new UsageError(`${what} is read as ${kind.title}, and cannot be: ${reading.reason}`)
}

/** Of several requests one must be named, unless all go to the same place. */
function chooseCall(calls: readonly ImportedCall[], { entry }: ImportWords): ImportedCall {
  const places = calls.map(({ request }) => `${request.method} ${showAddress(request.url)}`)
  const number = entry === undefined ? undefined : Number(entry)
  const [first] = calls
  const chosen = number === undefined ? first : calls[number - 1]
  const list = places.map((place, nth) => `  ${nth + 1}  ${place}`).join('\n')
  if (chosen === undefined)
    throw new UsageError(`there is no request "${entry ?? ''}"; there are:\n${list}`)
  if (number === undefined && new Set(places).size > 1)
    throw new UsageError(`it holds ${calls.length} requests; name one with --entry:\n${list}`)
  if (number !== undefined || calls.length === 1) return chosen
  const note = `It holds ${calls.length} requests to the same place, and the first is taken: --entry takes another.`
  return { ...chosen, told: [note, ...chosen.told] }
}

function withFlags(call: ImportedCall, words: ImportWords): ImportedCall {
  const { request } = call
  const url = addressOf(request.url, words.url)
  const method = words.method ?? request.method
  if (!/^https?:\/\/[^/?#]/i.test(url))
    throw new UsageError(
      words.url === undefined
        ? 'the request does not hold the whole address; say it with --url'
        : `"${url}" is no URL that begins with http:// or https://`,
    )
  if (!REQUEST_METHODS.some((each) => each === method))
    throw new UsageError(
      `Marketo does not offer the Request Type "${method}"; --method takes ${REQUEST_METHODS.join(', ')}`,
    )
  return { ...call, request: { ...request, url, method } }
}

/** A host alone gets the path that was seen. */
function addressOf(target: string, url: string | undefined): string {
  if (url === undefined) return target
  const isHost = /^https?:\/\/[^/?#]+\/?$/i.test(url)
  return isHost && target.startsWith('/') ? url.replace(/\/$/, '') + target : url
}

function leadOf(
  name: string,
  workspace: Workspace | undefined,
  context: CommandContext,
): ReturnType<typeof findLead>['values'] {
  if (workspace === undefined) throw new UsageError(NO_PROJECT)
  return findLead(name, workspace, context).values
}

function pathOf(
  projectFile: string,
  { id }: ImportedDefinition,
  { words, context }: { readonly words: ImportWords; readonly context: CommandContext },
): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UsageError(`"${id}" is no id: small letters, digits and hyphens`)
  const path = joinPath(joinPath(folderOf(projectFile), id), 'program.yaml')
  const isFree = context.host.files.readText(path) === undefined
  if (isFree || words.stdout === true) return path
  throw new UsageError(`"${path}" is there already, and is not overwritten; --id takes another id`)
}

/** What lint says of the new program beside the others, before it is written. */
async function lintFindings(
  path: string,
  { id, text }: ImportedDefinition,
  context: CommandContext,
): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await lintReport([id], {}, withNewFile(context, path, text))
  return diagnostics.filter(({ at }) => at.file === path)
}
