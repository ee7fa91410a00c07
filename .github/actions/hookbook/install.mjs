/** Makes hookbook ready: a package from npm is built already, a checkout of its repository is not. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './lib/hookbook.mjs'
import { error } from './lib/workflow-commands.mjs'

const isBuilt = existsSync(join(ROOT, 'dist', 'bin.cjs')) && runs(['dist/bin.cjs', '--version'])
if (!isBuilt && !runs(['scripts/setup.mjs', 'deps'])) stop('its packages could not be installed')
if (!isBuilt && !runs(['scripts/build.mjs'])) stop('it could not be built')

function runs(words) {
  return spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' }).status === 0
}

function stop(reason) {
  error(`hookbook cannot be run: ${reason}; the log above says why`)
  process.exit(1)
}
