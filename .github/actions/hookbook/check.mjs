/**
 * What a pull request gets from hookbook: one of the parts below, its reports in one folder, the most
 * serious findings beside the lines, and the whole below the job. Everything is told by variables.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeAnnotations } from './lib/annotations.mjs'
import { pullRequestOf } from './lib/event.mjs'
import { EXIT, hookbook } from './lib/hookbook.mjs'
import { addToSummary, error, notice, setOutput } from './lib/workflow-commands.mjs'

const TEMP = process.env['RUNNER_TEMP'] ?? '.'
const OUT = join(TEMP, 'hookbook-report')
/** What the workflow that may write needs of a fork's run, and nothing else. */
const COMMENT = join(TEMP, 'hookbook-comment')
const SHARDS = join(TEMP, 'hookbook-shards')

const PARTS = {
  all: () => [report('check', ['check', ...seed(), ...runs()]), ...compare('check'), runbooks()],
  lint: () => [report('lint', ['lint']), run(['build', '--check'])],
  test: () => [testShard()],
  report: () => [
    report('test', ['merge-reports', ...shardReports()]),
    ...compare('test'),
    runbooks(),
  ],
}

const part = PARTS[word('HOOKBOOK_PART') || 'all']
if (part === undefined)
  stop(`there is no part "${word('HOOKBOOK_PART')}"; known: ${Object.keys(PARTS).join(', ')}`)
mkdirSync(OUT, { recursive: true })
const pullRequest = pullRequestOf(process.env)
const exitCodes = part()
for (const line of mergeAnnotations(filesEnding('.annotations').map(read)))
  process.stdout.write(`${line}\n`)
tellLaterSteps()
process.exitCode = worst(exitCodes)

/** A command whose findings are wanted in every form. */
function report(name, words) {
  const forms = ['annotations', 'json', 'md', 'sarif', 'html']
  const formats = ['github', 'json', 'markdown', 'sarif', 'html']
  const files = forms.map((ending, nth) => `${formats[nth]}:${join(OUT, `${name}.${ending}`)}`)
  const code = run([
    ...words,
    ...failLevel(),
    ...['pretty', ...files].flatMap((form) => ['--format', form]),
  ])
  const markdown = join(OUT, `${name}.md`)
  if (existsSync(markdown)) addToSummary(read(markdown))
  return code
}

/** What a shard finds is told once, by the report of all of them: here only what stopped it is a failure. */
function testShard() {
  const shard = word('HOOKBOOK_SHARD')
  const [index] = shard.split('/')
  const file = join(OUT, `shard-${index}.json`)
  const words = ['test', ...seed(), ...runs(), '--shard', shard]
  const code = run([...words, '--format', 'compact', '--format', `json:${file}`])
  return code === EXIT.findings ? EXIT.clean : code
}

function shardReports() {
  const files = existsSync(SHARDS)
    ? readdirSync(SHARDS).filter((name) => name.endsWith('.json'))
    : []
  if (files.length === 0) stop('no shard has left a report; look at the jobs that tested')
  return files.sort().map((name) => join(SHARDS, name))
}

/** What changes in Marketo, whether a contract breaks, and the comment that says so. */
function compare(results) {
  if (pullRequest === undefined && word('HOOKBOOK_BASE') === '') return []
  const base = word('HOOKBOOK_BASE') === '' ? [] : [word('HOOKBOOK_BASE')]
  mkdirSync(COMMENT, { recursive: true })
  const comment = join(COMMENT, 'comment.md')
  const found = ['--results', join(OUT, `${results}.json`)]
  const codes = [
    report('compatibility', ['compatibility', ...base]),
    run(['diff', ...base, '--format', 'pretty', '--format', `markdown:${join(OUT, 'diff.md')}`]),
    run(['comment', ...base, ...found, '--artifact', artifact(), '--out', comment]),
  ]
  if (existsSync(comment)) addToSummary(read(comment))
  return codes
}

/** The pages as people follow them, for the artifact. */
function runbooks() {
  return run(['docs', 'build', '--out', join(OUT, 'runbooks')])
}

function tellLaterSteps() {
  const reports = ['check', 'test', 'lint'].map((name) => join(OUT, `${name}.sarif`))
  setOutput('folder', OUT)
  setOutput('artifact', artifact())
  setOutput('sarif', reports.find((file) => existsSync(file)) ?? '')
  const mayWrite = pullRequest?.mayWrite ?? true
  setOutput('may-write', String(mayWrite))
  const hasComment = pullRequest !== undefined && existsSync(join(COMMENT, 'comment.md'))
  setOutput('comment', hasComment ? COMMENT : '')
  if (!hasComment) return
  writeFileSync(join(COMMENT, 'pull-request.txt'), `${pullRequest.number}\n`)
  if (!mayWrite)
    notice('this run may only read: the workflow "hookbook-comment" writes the comment afterwards')
}

/** Jobs of one run must not overwrite each other. */
function artifact() {
  const id = word('HOOKBOOK_ID') === '' ? '' : `-${word('HOOKBOOK_ID')}`
  switch (word('HOOKBOOK_PART')) {
    case 'lint':
      return `hookbook-lint${id}`
    case 'test':
      return `hookbook-shard${id}-${word('HOOKBOOK_SHARD').replace('/', '-of-')}`
    default:
      return `hookbook-report${id}`
  }
}

function run(words) {
  const config = word('HOOKBOOK_CONFIG')
  return hookbook(config === '' ? words : ['--config', config, ...words])
}

/** Findings fail a check; anything worse says that it was not checked. */
function worst(codes) {
  const broken = codes.find((code) => code > EXIT.findings)
  if (broken !== undefined)
    error(`hookbook could not do all of it (exit code ${broken}); the log says why`)
  return broken ?? Math.max(EXIT.clean, ...codes)
}

function seed() {
  return option('--seed', 'HOOKBOOK_SEED')
}

function runs() {
  return option('--runs', 'HOOKBOOK_RUNS')
}

function failLevel() {
  return option('--fail-level', 'HOOKBOOK_FAIL_LEVEL')
}

function option(name, variable) {
  return word(variable) === '' ? [] : [name, word(variable)]
}

function word(variable) {
  return (process.env[variable] ?? '').trim()
}

function filesEnding(ending) {
  return readdirSync(OUT)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(OUT, name))
}

function read(file) {
  return readFileSync(file, 'utf8')
}

function stop(message) {
  error(message)
  process.exit(2)
}
