import { openProbe } from '../../calibrate/open-probe.ts'
import { PROBE, PROBE_PERSON, probeFiles } from '../../calibrate/probe-files.ts'
import { joinPath } from '../../model/paths.ts'
import { probeMarkdown, type ProbeQuestion } from '../../report/probe-markdown.ts'
import { planAttested } from '../../steps/plan-attested.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import type { CalibrateWords } from './calibrate-words.ts'

const PLACEHOLDER = 'https://your-tunnel.example.com'

/** Prints the runbook of the probe; with `--out` writes it with the project that is served. */
export function printProbe(
  { url, out }: CalibrateWords,
  { host, options }: CommandContext,
): number {
  const origin = originOf(url)
  const page = probePage(origin, out ?? 'probe')
  if (out === undefined) {
    host.stdout.write(page)
    if (url === undefined && !options.quiet)
      host.stderr.write(`hookbook: "${PLACEHOLDER}" stands for your address; --url says it\n`)
    return EXIT.clean
  }
  if (url === undefined)
    throw new UsageError('say with --url where Marketo reaches "hookbook serve", as https://host')
  const written = { ...probeFiles(origin), 'runbook.md': page, '.gitignore': '*.jsonl\n' }
  for (const [path, text] of Object.entries(written)) {
    const target = joinPath(out, path)
    if ((host.files.readText(target) ?? text) !== text)
      throw new UsageError(`"${target}" is there already, and is not overwritten`)
  }
  for (const [path, text] of Object.entries(written)) {
    host.files.writeText(joinPath(out, path), text)
    host.stdout.write(`${joinPath(out, path)}\n`)
  }
  return EXIT.clean
}

function originOf(url: string | undefined): string {
  if (url === undefined) return PLACEHOLDER
  const origin = /^(https?:\/\/[^/?#@\s"{}$]+)\/?$/i.exec(url)?.[1]
  if (origin !== undefined) return origin
  throw new UsageError(`"${url}" is no address of a host, as https://host`)
}

function probePage(origin: string, folder: string): string {
  const { workspace } = openProbe(origin)
  const { program, environment } = PROBE
  const plan = planAttested({ workspace, program, environment, attestations: [] })
  const steps = plan.steps.map(({ step }) => step)
  const captures = `${folder}/captures.jsonl`
  return probeMarkdown({
    serve: `hookbook serve --config ${folder}/programs/project.yaml --host 0.0.0.0 --allow marketo --captures ${captures}`,
    calibrate: `hookbook calibrate --capture ${captures}`,
    steps: steps.filter(({ screen }) => screen !== undefined && BY_HAND.has(screen)),
    fields: PROBE_PERSON,
    start: { field: 'Lead Source', value: program },
    questions: QUESTIONS,
  })
}

const BY_HAND: ReadonlySet<string> = new Set([
  'new-webhook',
  'set-custom-header',
  'edit-response-mapping',
  'new-campaign',
  'smart-list',
  'flow',
  'qualification',
  'schedule',
])

/** Every answer of a person is one of the known values, or a surprise. */
const QUESTIONS: readonly ProbeQuestion[] = [
  {
    field: 'Middle Name',
    assumption: 'mapping-null',
    answers: [
      ['It still says "before"', 'ignored'],
      ['It is empty', 'clears-field'],
    ],
  },
  {
    field: 'Salutation',
    assumption: 'mapping-coerce',
    answers: [
      ['It says "42"', 'coerced'],
      ['It still says "before"', 'not-written'],
    ],
  },
  {
    field: 'Do Not Call Reason',
    assumption: 'mapping-overflow',
    answers: [
      ['It holds 255 times the letter x', 'truncated'],
      ['It still says "before"', 'not-written'],
    ],
  },
]
