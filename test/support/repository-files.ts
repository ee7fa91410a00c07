import { readdirSync, readFileSync, statSync } from 'node:fs'

const FOLDERS = [
  'programs',
  'schemas',
  'fixtures/captures',
  'fixtures/leads',
  'fixtures/imports',
  'fixtures/activities',
]

/** The example programs with their schemas and leads, as files of a memory host. */
export function repositoryFiles(): Readonly<Record<string, string>> {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  const files = paths.filter((path) => statSync(path).isFile())
  return Object.fromEntries(files.map((path) => [path, readFileSync(path, 'utf8')]))
}
