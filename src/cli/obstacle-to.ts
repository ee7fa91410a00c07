import type { Host } from '../host/host.ts'
import { obstacleIn, type Obstacle } from './obstacle-in.ts'
import type { BuildInput } from './run-build.ts'

/** Why nothing may be built, as a report; undefined when something may. */
export function obstacleTo(
  { workspace, pages }: BuildInput,
  host: Pick<Host, 'now'>,
): Obstacle | undefined {
  const diagnostics = [...workspace.diagnostics, ...pages.diagnostics]
  const files = [...workspace.files, ...pages.files]
  return obstacleIn({ ...workspace, diagnostics, files }, 'built', host)
}
