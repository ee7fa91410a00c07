/** Runs hookbook as it stands beside this action, with words and never through a shell. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The package that this action is a part of. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

export const EXIT = { clean: 0, findings: 1 }

/** The exit code; what is printed goes to the log. */
export function hookbook(words) {
  const bin = `${ROOT}dist/bin.cjs`
  if (!existsSync(bin)) throw new Error(`hookbook is not built: there is no ${bin}`)
  process.stdout.write(`::group::hookbook ${shown(words)}\n`)
  const { status, error } = spawnSync(process.execPath, [bin, ...words], { stdio: 'inherit' })
  process.stdout.write('::endgroup::\n')
  if (error !== undefined) throw error
  return status ?? EXIT.findings
}

function shown(words) {
  return words.join(' ').replaceAll(/[\r\n%]/g, ' ')
}
