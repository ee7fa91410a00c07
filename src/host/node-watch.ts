import { relative, resolve } from 'node:path'
import { watch } from 'chokidar'
import type { Watching } from './host.ts'

/** Watches files and folders of the machine; tells paths from the working directory, with forward slashes. */
export async function watchFiles(
  workingDirectory: string,
  places: readonly string[],
  onChange: (path: string) => void,
): Promise<Watching> {
  const roots = places.map((place) => resolve(workingDirectory, place))
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignored: (path) => !roots.includes(path) && /(?:^|[\\/])(?:node_modules|\.[^\\/]+)$/.test(path),
  })
  watcher.on('all', (_event, path) => {
    onChange(relative(workingDirectory, path).replaceAll('\\', '/'))
  })
  await new Promise<void>((ready, fail) => {
    watcher.once('ready', () => ready())
    watcher.once('error', fail)
  })
  watcher.on('error', () => undefined)
  return { close: () => watcher.close() }
}
