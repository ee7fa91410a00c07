/**
 * Keeps one issue that says what is due: rotations, reviews, pages that are not up to date. It is
 * edited while anything is, closed when nothing is, and opened again when something is again.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { githubApi, GitHubRefusal } from './lib/github-api.mjs'
import { EXIT, hookbook } from './lib/hookbook.mjs'
import { isOurs, isSameText, markerFor } from './lib/own-text.mjs'
import { addToSummary, error, warning } from './lib/workflow-commands.mjs'

const ID = (process.env['HOOKBOOK_ID'] ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
const TITLE = `What is due for Marketo webhooks${ID === '' ? '' : ` (${ID})`}`
const MARKER = markerFor(['due', ...ID.split('-')].filter((part) => part !== '').join('-'))
const NOTHING_DUE = `${MARKER}\n\nNothing is due.\n`

const due = findDue(process.env)
if (due === undefined) process.exitCode = 1
else await keepOrTell(due)

/** The Markdown of what is due, and whether anything is; undefined where that could not be found out. */
function findDue({ RUNNER_TEMP = '.', HOOKBOOK_CONFIG = '' }) {
  const folder = join(RUNNER_TEMP, 'hookbook-due')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'due.md')
  const config = HOOKBOOK_CONFIG === '' ? [] : ['--config', HOOKBOOK_CONFIG]
  const formats = ['--format', 'pretty', '--format', `markdown:${file}`]
  const code = hookbook([...config, 'due', '--fail-level', 'warning', ...formats])
  if (code > EXIT.findings) {
    error(`hookbook could not find out what is due (exit code ${code}); the log says why`)
    return undefined
  }
  const markdown = readFileSync(file, 'utf8')
  addToSummary(markdown)
  return { isDue: code === EXIT.findings, text: `${MARKER}\n\n${markdown}` }
}

async function keepOrTell(due) {
  try {
    process.stdout.write(`${await keep(due, githubApi(process.env))}\n`)
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    const { message } = error
    warning(
      `the issue could not be kept up to date: ${message.replace('the permission', 'the permission "issues: write"')}`,
    )
  }
}

async function keep({ isDue, text }, api) {
  const all = await api.list('/issues?state=all&sort=created&direction=desc&per_page=100')
  const own = all.filter(
    (issue) => issue.pull_request === undefined && isOurs(issue, MARKER, process.env),
  )
  const found = own.find(({ state }) => state === 'open') ?? own[0]
  if (!isDue) return close(found, api)
  if (found === undefined) {
    const { number } = await api.post('/issues', { title: TITLE, body: text })
    return `issue ${number} says what is due`
  }
  const { number } = found
  if (found.state === 'open' && isSameText(found.body, text)) return `issue ${number} is up to date`
  await api.patch(`/issues/${number}`, { body: text, state: 'open' })
  return `issue ${number} says what is due`
}

async function close(found, api) {
  if (found === undefined || found.state !== 'open') return 'nothing is due'
  await api.patch(`/issues/${found.number}`, {
    body: NOTHING_DUE,
    state: 'closed',
    state_reason: 'completed',
  })
  return `nothing is due: issue ${found.number} was closed`
}
