/** One planted definition: what the tool says of it and of its twin, and what the property says. */
import { join } from 'node:path'
import { built } from './load-project.mjs'
import { leadNumber } from './lead-number.mjs'
import { loadDefinition } from './load-definition.mjs'
import { naiveProperty } from './naive-property.mjs'
import { programText, writeProject } from './planted-project.mjs'
import { runHookbook } from './run-hookbook.mjs'
import { visible } from './visible.mjs'

const { RULES } = await built('lint/rules.js')
/** The static twin of the answers: where no source says what Marketo does, no answer can fail. */
const STATIC_TWIN = 'mapping-always-writes'

const RULE_IDS = RULES.map(({ id }) => id).filter((id) => id !== STATIC_TWIN)
const NOT_TESTED = new Set([...RULE_IDS, 'generated-up-to-date'])

/** Checks whose failures are a matter of characters, so that a few of them must do. */
const ESCAPING = [
  'body-parses',
  'structure-is-fixed',
  'url-is-fixed',
  'headers-are-legal',
  'values-survive',
]

export async function scoreDefinition(planted, { folder, seed, runs }) {
  const broken = await check(planted, planted.broken, { folder: join(folder, 'broken'), seed })
  const clean = await check(planted, planted.clean, { folder: join(folder, 'clean'), seed })
  const found = broken.tested.find((finding) => isExpected(finding, planted, broken.text))
  const { compiled, webhook } = loadDefinition(join(folder, 'broken'))
  const twin = loadDefinition(join(folder, 'clean'))
  return {
    id: planted.id,
    isFound: found !== undefined,
    alarms: clean.findings.map(({ rule, message }) => `${rule}: ${message}`),
    others: broken.tested.filter((finding) => finding !== found),
    lead: leadNumber({ compiled, webhook, seed }, found?.counterexample?.replay),
    seconds: broken.seconds,
    size: sizeOf(found),
    mustBeSmall: ESCAPING.includes(found?.rule),
    lint: broken.linted.map(({ rule }) => rule),
    property: isRequestDefect(planted) ? naiveProperty(webhook, { runs, seed }) : undefined,
    propertyAlarm: isRequestDefect(planted) && naiveProperty(twin.webhook, { runs, seed }).isFound,
  }
}

/** Answers are not drawn from a schema by anybody who writes a property of requests. */
function isRequestDefect({ found }) {
  return !found.by.startsWith('mapp') && found.by !== 'failure-writes-nothing'
}

async function check(planted, webhook, { folder, seed }) {
  writeProject(folder, planted, webhook)
  await runHookbook(folder, ['build'])
  const args = ['check', '--seed', String(seed), '--format', 'json']
  const { stdout, stderr, seconds } = await runHookbook(folder, args)
  if (!stdout.startsWith('{')) throw new Error(`${planted.id}: ${stderr}`)
  const { findings } = JSON.parse(stdout)
  const isLint = ({ rule }) => NOT_TESTED.has(rule)
  const tested = findings.filter((finding) => !isLint(finding))
  const text = programText(planted, webhook)
  return { findings, tested, linted: findings.filter(isLint), seconds, text }
}

function isExpected({ rule, place }, { found }, text) {
  if (rule !== found.by) return false
  const source = textAt(text, place)
  return found.at === 'template' ? isTemplate(text, place) : source === found.at
}

/** A finding that no token causes points at the whole template, which begins behind its key. */
function isTemplate(text, { start }) {
  return /^ +template:/.test(text.split('\n')[start.line - 1] ?? '')
}

function textAt(text, { start, end }) {
  const lines = text.split('\n')
  const offset = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  return text.slice(offset(start), offset(end)).replace(/^"(.*)"$/s, '$1')
}

/** The characters of the broken field in the smallest lead; nothing for numbers and dates. */
function sizeOf(finding) {
  const lead = finding?.counterexample?.lead
  if (lead === undefined) return undefined
  const raw = /\{\{([^:}]+)/.exec(finding.message)?.[1]
  const value = lead[raw ?? '']
  if (value === null) return 0
  return typeof value === 'string' ? [...visible(value)].length : undefined
}
