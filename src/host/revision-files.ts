import { posix } from 'node:path'
import { UnreadableRevision, type RevisionFiles } from './repository.ts'
import type { GitAnswer, RunGit } from './run-git.ts'

/** A file as a tree of git names it. */
interface TreeEntry {
  /** Within the repository. */
  readonly path: string
  readonly object: string
  readonly isLink: boolean
}

/**
 * The files of a commit. The tree is listed once; contents come in one go for all files of the same
 * ending below the folder of the first one that is read, because its neighbours are read next.
 */
export function revisionFiles(
  git: RunGit,
  commit: string,
  pathOf: (path: string) => string | undefined,
): RevisionFiles {
  const entries = new Map(listTree(git, commit).map((entry) => [entry.path, entry]))
  const folders = namesByFolder([...entries.keys()])
  const contents = new Map<string, string>()
  const contentOf = (entry: TreeEntry): string | undefined => {
    if (!contents.has(entry.object)) {
      const wanted = neighbours(entry, [...entries.values()])
      for (const [object, text] of readObjects(git, wanted)) contents.set(object, text)
    }
    return contents.get(entry.object)
  }
  const readAt = (path: string, links: number): string | undefined => {
    const entry = entries.get(path)
    const content = entry === undefined ? undefined : contentOf(entry)
    if (entry?.isLink !== true || content === undefined || links === 0) return content
    return readAt(posix.join(posix.dirname(path), content), links - 1)
  }
  return {
    readText: (path) => {
      const inside = pathOf(path)
      return inside === undefined ? undefined : readAt(inside, MOST_LINKS)
    },
    list: (folder) => folders.get(pathOf(folder) ?? '..') ?? [],
  }
}

/** A link to a link to a link: more than a reader follows. */
const MOST_LINKS = 8

function listTree(git: RunGit, commit: string): readonly TreeEntry[] {
  const answer = git(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit])
  if (answer.status !== 'done') throw unreadable(answer)
  const records = answer.output.toString('utf8').split('\0').filter(Boolean)
  return records.flatMap((record) => {
    const [, mode = '', type, object = '', path = ''] =
      /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]+)$/.exec(record) ?? []
    return type === 'blob' ? [{ path, object, isLink: mode === '120000' }] : []
  })
}

/** What a folder holds, as the files of a disk list it: hidden files are left out. */
function namesByFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Set<string>>()
  for (const path of paths) {
    const parts = path.split('/')
    parts.forEach((part, depth) => {
      if (part.startsWith('.')) return
      const folder = parts.slice(0, depth).join('/')
      const names = folders.get(folder) ?? new Set()
      folders.set(folder, names.add(depth === parts.length - 1 ? part : `${part}/`))
    })
  }
  return new Map([...folders].map(([folder, names]) => [folder, [...names].sort()]))
}

function neighbours(entry: TreeEntry, all: readonly TreeEntry[]): readonly string[] {
  const folder = posix.dirname(entry.path)
  const ending = posix.extname(entry.path)
  const isNear = ({ path }: TreeEntry): boolean =>
    posix.extname(path) === ending && (folder === '.' || path.startsWith(`${folder}/`))
  return [...new Set([entry, ...all.filter(isNear)].map(({ object }) => object))]
}

/** `cat-file --batch` answers `<object> blob <size>`, a line break, the bytes, a line break. */
function readObjects(git: RunGit, objects: readonly string[]): ReadonlyMap<string, string> {
  const answer = git(['cat-file', '--batch'], `${objects.join('\n')}\n`)
  if (answer.status !== 'done') throw unreadable(answer)
  const read = new Map<string, string>()
  const { output } = answer
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const [object = '', type, size] = output.toString('utf8', at, end).split(' ')
    at = end + 1
    if (type !== 'blob') throw new UnreadableRevision(`the object ${object} is missing`)
    const length = Number(size)
    read.set(object, output.toString('utf8', at, at + length))
    at += length + 1
  }
  return read
}

function unreadable(answer: Exclude<GitAnswer, { status: 'done' }>): UnreadableRevision {
  const reason = answer.status === 'no-git' ? 'git is gone' : answer.reason
  return new UnreadableRevision(reason.split('\n', 1)[0])
}
