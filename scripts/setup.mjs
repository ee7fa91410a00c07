/**
 * Makes a fresh clone ready: installs the locked packages, and finds or installs a browser for the tests.
 * Runs before anything is installed, on whatever Node there is, so it uses nothing but built-ins.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const LOCK = join(ROOT, '.setup-lock')
const WAY_OUT =
  '; run this as the user who owns the folder, or leave out the tests of pages with HOOKBOOK_SKIP_BROWSER=1'
const LOCK_LIFETIME_MS = 10 * 60_000

requireNode([20, 19])
const wanted = process.argv.slice(2)
const isKnown = wanted.length > 0 && wanted.every((name) => name === 'deps' || name === 'browser')
if (!isKnown) stop('usage: node scripts/setup.mjs [deps] [browser]')
if (wanted.includes('deps') && !isInstalled()) withLock(() => isInstalled() || installPackages())
if (wanted.includes('browser')) await setUpBrowser()

async function setUpBrowser() {
  const { findBrowser, installBrowser, isSkipped, namedBrowser } = await import('./browser.mjs')
  if (isSkipped() || (await findBrowser()) !== undefined) return
  if (namedBrowser() !== undefined)
    stop(`HOOKBOOK_BROWSER names "${namedBrowser()}", which draws no page`)
  const reason = withLock(installBrowser) ?? 'what was installed draws no page'
  if ((await findBrowser()) === undefined) {
    stop(
      `no browser could be found or installed for the tests of pages (${reason}); install Chrome, Chromium or Edge, or name one with HOOKBOOK_BROWSER=<path>; HOOKBOOK_SKIP_BROWSER=1 leaves these tests out`,
    )
  }
}

function requireNode([major, minor]) {
  const [actualMajor, actualMinor] = process.versions.node.split('.').map(Number)
  const isNewEnough = actualMajor > major || (actualMajor === major && actualMinor >= minor)
  if (!isNewEnough) {
    stop(`hookbook needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}`)
  }
}

/** True when every package of the lock file is installed in the locked version. */
function isInstalled() {
  const locked = readPackages('package-lock.json')
  const installed = readPackages(join('node_modules', '.package-lock.json'))
  if (locked === undefined || installed === undefined) return false
  return Object.entries(locked).every(([path, entry]) => {
    if (
      path === '' ||
      entry.optional === true ||
      entry.peer === true ||
      entry.devOptional === true
    ) {
      return true
    }
    const there = installed[path]
    return there?.version === entry.version && there?.integrity === entry.integrity
  })
}

function readPackages(file) {
  const path = join(ROOT, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

function installPackages() {
  process.stdout.write('installing packages (once)…\n')
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'NODE_ENV' && !/^npm_(config|lifecycle|package)_/i.test(name),
    ),
  )
  const npm = process.env.npm_execpath
  const command = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
  const result = spawnSync(
    command[0],
    [...command[1], 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: ROOT, env: environment, stdio: ['ignore', 2, 2] },
  )
  if (result.status !== 0) {
    stop('the packages could not be installed; see the message of npm above, then run this again')
  }
}

/** Two commands may be started at once on a fresh clone: one installs, the other waits for it. */
function withLock(action) {
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  try {
    return action()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function takeLock() {
  try {
    mkdirSync(LOCK)
    writeFileSync(join(LOCK, 'pid'), String(process.pid))
    return true
  } catch (error) {
    // Only a lock that is there is worth waiting for.
    if (error.code !== 'EEXIST') stop(`"${ROOT}" cannot be written to (${error.code})${WAY_OUT}`)
    if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true })
    return false
  }
}

function isAbandoned() {
  try {
    const age = Date.now() - statSync(LOCK).mtimeMs
    return age > LOCK_LIFETIME_MS || !isRunning(Number(readFileSync(join(LOCK, 'pid'), 'utf8')))
  } catch {
    return false
  }
}

function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
