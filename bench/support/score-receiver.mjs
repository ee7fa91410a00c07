/** One planted receiver: what `hookbook test --endpoint` says of it and of its twin, and what a property says. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { naiveCalls } from './naive-calls.mjs'
import { loadDefinition } from './load-definition.mjs'
import { leadNumber } from './lead-number.mjs'
import { parseCase } from './planted-cases.mjs'
import { writeProject } from './planted-project.mjs'
import { serveReceiver } from './receiver-server.mjs'
import { runHookbook } from './run-hookbook.mjs'
import { visible } from './visible.mjs'

const PLANTED = join(dirname(dirname(fileURLToPath(import.meta.url))), 'planted')

/** Every receiver, sorted by id, with the definition that it is called by. */
export async function plantedReceivers() {
  const names = readdirSync(join(PLANTED, 'receivers')).sort()
  return Promise.all(
    names.map(async (name) => {
      const receiver = await import(pathToFileURL(join(PLANTED, 'receivers', name)).href)
      const file = join(PLANTED, 'contracts', `${receiver.contract}.yaml`)
      const contract = parseCase(receiver.contract, readFileSync(file, 'utf8'))
      return { ...receiver, id: basename(name, '.mjs'), contract }
    }),
  )
}

export async function scoreReceiver(planted, { folder, seed, runs, propertyRuns }) {
  writeProject(folder, planted.contract, planted.contract.broken)
  const { compiled, webhook } = loadDefinition(folder)
  const broken = await call(planted.broken, (origin) => examine(folder, origin, { seed, runs }))
  const clean = await call(planted.clean, (origin) => examine(folder, origin, { seed, runs }))
  const naive = { seed, runs: propertyRuns }
  const property = await call(planted.broken, (origin) => naiveCalls(webhook, origin, naive))
  const twin = await call(planted.clean, (origin) => naiveCalls(webhook, origin, naive))
  const found = broken.findings.find((finding) => isExpected(finding, planted))
  return {
    id: planted.id,
    isFound: found !== undefined,
    alarms: clean.findings.map(({ rule, message }) => `${rule}: ${message}`),
    others: broken.findings.filter((finding) => finding !== found),
    lead: leadNumber({ compiled, webhook, seed }, found?.counterexample?.replay),
    seconds: broken.seconds,
    size: sizeOf(found, planted),
    mustBeSmall: false,
    property,
    propertyAlarm: twin.isFound,
  }
}

async function call(makeReceiver, work) {
  const server = await serveReceiver(makeReceiver())
  try {
    return await work(server.origin)
  } finally {
    await server.close()
  }
}

async function examine(folder, origin, { seed, runs }) {
  const args = ['test', 'planted', '--env', 'prod', '--endpoint', origin, '--allow-production']
  const budget = ['--runs', String(runs), '--seed', String(seed), '--format', 'json']
  const { stdout, stderr, seconds } = await runHookbook(folder, [...args, ...budget])
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return { findings: JSON.parse(stdout).findings, seconds }
}

function isExpected({ rule, message, counterexample }, { found: { by, token } }) {
  if (rule !== by) return false
  const lead = counterexample?.lead ?? {}
  return token === undefined || message.includes(`{{${token}`) || Object.hasOwn(lead, token)
}

function sizeOf(finding, { found: { token } }) {
  const value = finding?.counterexample?.lead?.[token ?? '']
  if (value === null) return 0
  return typeof value === 'string' ? [...visible(value)].length : undefined
}
