import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import { calendarFile, secretEvents } from '../../rotation/calendar.ts'
import { dueSecrets } from '../../rotation/due-secret.ts'
import type { Project } from '../../model/project.ts'
import { plural } from '../../report/summary.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { compareFiles } from '../compare-files.ts'
import { dayToJudgeBy } from '../day-to-judge-by.ts'
import { checkReviews } from '../docs/check-reviews.ts'
import { checkSecrets } from '../../rotation/check-secrets.ts'
import { obstacleTo } from '../obstacle-to.ts'
import { openProject } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { readPages } from '../read-pages.ts'
import { VERSION } from '../version.ts'
import { weighed } from '../weighed.ts'

export interface DueWords {
  readonly today?: string
  readonly ics?: string
}

/** What somebody has to do although nothing has changed: rotations, reviews, pages left behind. */
export async function listDue(words: DueWords, context: CommandContext): Promise<number> {
  if (words.ics === '-')
    throw new UsageError('--ics takes a file: the report is what goes to the terminal')
  const { files } = context.host
  const today = dayToJudgeBy(words.today, context)
  const workspace = openProject(context)
  const input = { workspace, pages: await readPages(workspace, files) }
  const obstacle = obstacleTo(input, context.host)
  if (obstacle !== undefined) return printReport(obstacle, context)
  const { project, programs } = workspace
  const secrets = project?.secrets ?? []
  if (words.ics !== undefined && project !== undefined)
    files.writeText(words.ics, secretCalendar(project))
  const found = [
    ...(project === undefined ? [] : checkSecrets(project, today)),
    ...programs.flatMap((family) => checkReviews(family, today)),
    ...compareFiles(input, files).stale,
  ]
  const text = `${plural(secrets.length, 'secret')} and ${plural(programs.length, 'program')} judged by ${today}`
  return printReport(
    {
      diagnostics: orderDiagnostics(weighed(found, workspace)),
      results: [],
      files: [...workspace.files, ...input.pages.files],
      checked: [{ text }],
    },
    context,
  )
}

/** The same for the same definitions, whatever day it is. */
function secretCalendar(project: Project): string {
  const events = secretEvents(dueSecrets(project))
  return calendarFile(project.name.value, events, { toolVersion: VERSION })
}
