import { joinPath } from '../../model/paths.ts'
import { addPattern, buildAll, writeAll } from '../add-pattern.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { patternFiles, patternNamed } from '../patterns/pattern-files.ts'
import { PROJECT_FILES } from '../patterns/project-files.ts'
import { starterWorkflows, type HookbookSource } from '../starter-workflows.ts'

/** What `init` takes on the command line. */
export interface InitWords {
  /** False for `--no-github`. */
  readonly github: boolean
  readonly action?: string
  readonly pattern?: string
}

/** Writes a first project and builds it, or adds a pattern to one; refuses to touch a file that is there. */
export async function initProject(
  folder: string,
  words: InitWords,
  context: CommandContext,
): Promise<number> {
  const { files, stdout } = context.host
  const at = (path: string): string => joinPath(folder === '.' ? '' : folder, path)
  const pattern = patternNamed(words.pattern ?? 'lead-sync')
  const isAdded = words.pattern !== undefined && files.readText(at(PROJECT)) !== undefined
  if (isAdded && words.action !== undefined)
    throw new UsageError('--action is for workflows, which a first project gets; this one is there')
  if (isAdded) return addPattern(pattern, at, context)
  const source = sourceOf(words)
  const starter = {
    ...PROJECT_FILES,
    ...patternFiles(pattern, ['sandbox']),
    ...(source === undefined ? {} : starterWorkflows(source)),
  }
  const there = Object.keys(starter).find((path) => files.readText(at(path)) !== undefined)
  if (there !== undefined) {
    const help = there.startsWith('.github/') ? '; --no-github writes no workflows' : ''
    throw new UsageError(
      `"${at(there)}" is there already; init writes only where nothing is overwritten${help}`,
    )
  }
  writeAll(starter, at, context.host)
  ignoreSite(at('.gitignore'), context.host)
  mergeLedgers(at('.gitattributes'), context.host)
  await buildAll(at(PROJECT), undefined, context)
  const enter = folder === '.' ? '' : `cd ${folder} && `
  stdout.write(`\nA first project that works. Go on with: ${enter}hookbook check\n`)
  if (source?.kind === 'package' && !isInPackage(files.readText(at('package.json'))))
    stdout.write(NOT_IN_PACKAGE)
  return EXIT.clean
}

const PROJECT = 'programs/project.yaml'

const NOT_IN_PACKAGE = `
The workflows run the hookbook that package.json names, and it names none. Put it there from where
you have it, and commit package.json and package-lock.json:
  npm install --save-dev <address of its git repository, or the file that "npm pack" makes there>
`

/** Undefined where no workflows are wanted. */
function sourceOf({ github, action }: InitWords): HookbookSource | undefined {
  if (!github) {
    if (action === undefined) return undefined
    throw new UsageError('--no-github and --action contradict each other')
  }
  if (action === undefined) return { kind: 'package' }
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(action) ?? []
  if (repository !== undefined && commit !== undefined)
    return { kind: 'action', repository, commit }
  throw new UsageError(
    `"${action}" is no commit of a repository; write --action OWNER/REPOSITORY@ and its 40 hexadecimal digits, because a tag or a branch can be moved`,
  )
}

/** Whether npm installs hookbook, and so the workflows find it. */
function isInPackage(text: string | undefined): boolean {
  const { dependencies, devDependencies } = parseManifest(text ?? '{}')
  return [dependencies, devDependencies].some(
    (list) => typeof list === 'object' && list !== null && Object.hasOwn(list, 'hookbook'),
  )
}

function parseManifest(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...JSON.parse(text) }
  } catch {
    return {}
  }
}

/** Built pages are made anew by whoever needs them. */
function ignoreSite(path: string, host: CommandContext['host']): void {
  addLine(path, '/site/', ['site', 'site/', '/site', '/site/'], host)
}

/** Lines of ledgers that somebody has gathered in one file merge, too. */
function mergeLedgers(path: string, host: CommandContext['host']): void {
  const line = 'programs/*/ledger/*.jsonl text eol=lf merge=union'
  addLine(path, line, [line], host)
}

/** A list that is there is added to, and nothing of it is lost. */
function addLine(
  path: string,
  line: string,
  spellings: readonly string[],
  { files, stdout }: CommandContext['host'],
): void {
  const before = files.readText(path) ?? ''
  if (before.split(/\r?\n/).some((each) => spellings.includes(each.trim()))) return
  const lineBreak = before === '' || before.endsWith('\n') ? '' : '\n'
  files.writeText(path, `${before}${lineBreak}${line}\n`)
  stdout.write(`${path}\n`)
}
