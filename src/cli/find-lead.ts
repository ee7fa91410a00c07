import type { LeadFixture } from '../model/lead-fixture.ts'
import { readLead } from '../model/load-leads.ts'
import type { Workspace } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { unknown } from './open-project.ts'

/** A fixture lead by its name, or by its file. */
export function findLead(
  name: string,
  { leads }: Workspace,
  { host }: CommandContext,
): LeadFixture {
  const named = leads.find((lead) => lead.name === name)
  if (named !== undefined) return named
  const names = leads.map((lead) => lead.name)
  const text = name.endsWith('.yaml') ? host.files.readText(name) : undefined
  if (text === undefined) throw new UsageError(unknown('lead', name, names))
  const [read] = readLead({ path: name, text }, () => undefined)
  if (read === undefined)
    throw new UsageError(`"${name}" is no fixture lead; "hookbook schema lead" prints its form`)
  return read
}
