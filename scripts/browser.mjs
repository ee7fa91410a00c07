/** Finds a browser for the tests of pages, or installs one. Uses nothing but built-ins until the packages are there. */
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const FOUND = join(ROOT, 'node_modules', '.cache', 'hookbook', 'browser.json')
const PLACES = join(ROOT, 'assets', 'browser-places.json')
const PLAYWRIGHT = join(ROOT, 'node_modules', 'playwright-core')
const SECONDS = 1000
/** Without an answer from the network an installation has no end of its own. */
const MOST_SECONDS = 300

/** True when the user wants no browser; the tests that need one are then counted as skipped. */
export function isSkipped() {
  return process.env.HOOKBOOK_SKIP_BROWSER === '1'
}

/** The browser that the user wants, and no other. */
export function namedBrowser() {
  return process.env.HOOKBOOK_BROWSER || undefined
}

/** The path of a browser that really renders, or undefined. It is remembered until the file changes. */
export async function findBrowser() {
  const named = namedBrowser()
  if (named !== undefined) return renders(named) ? remember(named) : undefined
  const known = remembered()
  if (known !== undefined) return known
  for (const path of await candidates()) {
    if (existsSync(path) && renders(path)) return remember(path)
  }
  return undefined
}

/**
 * Debian's own package for root; Playwright's download otherwise. Ubuntu's package is only a pointer to a
 * snap. Why it could not be done, in a few words; undefined where it was.
 */
export function installBrowser() {
  process.stdout.write('installing a browser for the tests (once)…\n')
  const isRoot = process.getuid?.() === 0
  if (isRoot && isDebian()) {
    run('apt-get', ['update', '-qq'])
    const packages = ['chromium', 'fonts-liberation']
    const words = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
    if (run('apt-get', words) === undefined) return undefined
  }
  if (!existsSync(PLAYWRIGHT)) return 'the packages are not installed'
  const withDependencies = isRoot && process.platform === 'linux' ? ['--with-deps'] : []
  return run(process.execPath, [
    join(PLAYWRIGHT, 'cli.js'),
    'install',
    ...withDependencies,
    'chromium',
  ])
}

/** The places that the PDF printer of the package looks into, too. */
async function candidates() {
  const places = JSON.parse(readFileSync(PLACES, 'utf8'))
  const system = (places[process.platform] ?? places.linux).flatMap(expand)
  const { CHROME_PATH } = process.env
  return [...(CHROME_PATH ? [CHROME_PATH] : []), ...system, ...(await playwrightsOwn())]
}

/** `%NAME%` stands for a variable; a place whose variable is not set is none. */
function expand(place) {
  const [, name, rest] = /^%([^%]+)%(.*)$/.exec(place) ?? []
  if (name === undefined) return [place]
  const folder = process.env[name]
  return folder ? [folder + rest] : []
}

async function playwrightsOwn() {
  if (!existsSync(PLAYWRIGHT)) return []
  const { default: playwright } = await import('playwright-core')
  return [playwright.chromium.executablePath()]
}

/** A file of that name may be a stub that only says where to get the browser: it must draw a page. */
function renders(path) {
  const profile = mkdtempSync(join(tmpdir(), 'hookbook-browser-'))
  const words = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ]
  const { status, stdout } = spawnSync(
    path,
    [...words, '--dump-dom', 'data:text/html,<p>hook<b>book'],
    { encoding: 'utf8', timeout: 60 * SECONDS, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  return status === 0 && stdout.includes('<p>hook<b>book</b></p>')
}

function remembered() {
  try {
    const { path, modified } = JSON.parse(readFileSync(FOUND, 'utf8'))
    return statSync(path).mtimeMs === modified ? path : undefined
  } catch {
    return undefined
  }
}

/** To look again costs a second or two: a folder that cannot be written to is no reason to stop. */
function remember(path) {
  try {
    mkdirSync(dirname(FOUND), { recursive: true })
    writeFileSync(FOUND, JSON.stringify({ path, modified: statSync(path).mtimeMs }))
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
  }
  return path
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  )
}

/** Why a command has failed: the first error that it tells of, and no trace of its insides. */
function run(command, words) {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-install-'))
  const log = join(folder, 'errors')
  const file = openSync(log, 'w')
  const { status, error } = spawnSync(command, words, {
    stdio: ['ignore', file, file],
    timeout: MOST_SECONDS * SECONDS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  closeSync(file)
  const said = readFileSync(log, 'utf8')
  rmSync(folder, { recursive: true, force: true })
  if (status === 0) return undefined
  if (error?.code === 'ETIMEDOUT') return `no end after ${MOST_SECONDS / 60} minutes`
  if (error !== undefined) return `${command}: ${error.code}`
  const [, reason = `it ended with ${status}`] = /^(?:Error|E): *(.+)$/m.exec(said) ?? []
  return reason
}
