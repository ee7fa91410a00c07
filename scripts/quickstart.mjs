/** What a newcomer runs first: builds hookbook, proves the example programs, says what to look at. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

run('building hookbook', [join('scripts', 'build.mjs')])
// The examples have days on which secrets end: they are judged by the day on which they were written.
run('checking the example programs', [
  join('dist', 'bin.cjs'),
  'check',
  '--seed',
  '1',
  '--today',
  '2026-11-26',
])

process.stdout.write(`
Everything is in place. Look at:

  programs/lead-sync/program.yaml                            the definition: one webhook and its campaigns
  programs/lead-sync/generated/prod-emea/runbook.md          what the Marketo admin follows, click by click
  programs/lead-sync/generated/production/                   the exact bytes to paste, and a rendered sample
  programs/lead-sync/generated/contract.md                   the contract in words, for the endpoint's developer

The runbooks as pages, with ticks, copying and checks, in your browser:

  node dist/bin.cjs docs serve --open

Then break it on purpose: put quotes around a token in programs/lead-sync/program.yaml and run

  node dist/bin.cjs check lead-sync

README.md goes on from here.
`)

function run(title, args) {
  process.stdout.write(`${title}…\n`)
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
