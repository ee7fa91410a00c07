import { hideInData } from '../../base/hide-texts.ts'
import { stableJson } from '../../base/stable-json.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import type { AnswerRow } from '../../contract/answer-row.ts'
import { pinnedValues } from '../../contract/pinned-values.ts'
import { answeringInMemory } from '../../contract/test-over-http.ts'
import { testResponses } from '../../contract/test-responses.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { listenersElsewhere, listenersTo } from '../../model/failure-campaigns.ts'
import type { Deployment, Workspace } from '../../model/workspace.ts'
import { printableJson } from '../../report/printable-json.ts'
import { answersTable } from '../answers-table.ts'
import type { CommandContext } from '../command.ts'
import { deploymentsToShow } from '../deployments-to-show.ts'
import { EXIT } from '../exit-codes.ts'
import { openProject } from '../open-project.ts'
import { isShownAsJson } from '../shown-format.ts'

/** What follows from every answer, in the environments in which that is the same. */
interface ShownAnswers {
  readonly webhook: string
  readonly environments: readonly string[]
  readonly answers: readonly AnswerRow[]
}

/** Prints, for each webhook of a program, everything that its endpoint may answer and what follows. */
export async function showAnswers(
  name: string,
  environment: string | undefined,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  const { deployments } = deploymentsToShow(workspace, name, environment)
  const isJson = isShownAsJson(context, 'the table of answers')
  const found = new Map<string, ShownAnswers>()
  for (const deployment of deployments) {
    for (const { webhook, answers } of await answersOf(deployment, workspace)) {
      const key = JSON.stringify([webhook, answers])
      const environments = [...(found.get(key)?.environments ?? []), deployment.environment]
      found.set(key, { webhook, environments, answers })
    }
  }
  const webhooks = [...found.values()]
  const text = isJson ? printableJson(stableJson({ webhooks })) : webhooks.map(tableOf).join('\n')
  context.host.stdout.write(text)
  return EXIT.clean
}

function tableOf({ webhook, environments, answers }: ShownAnswers): string {
  const title = `${webhook} in ${environments.join(', ')}: what happens when the endpoint answers`
  return `${title}\n\n${answersTable(answers)}`
}

async function answersOf(
  { program }: Deployment,
  workspace: Workspace,
): Promise<readonly Omit<ShownAnswers, 'environments'>[]> {
  const compiled = compileProgram(program)
  const hidden = hiddenTexts(workspace).texts
  const elsewhere = listenersElsewhere(program, workspace.programs)
  return Promise.all(
    compiled.webhooks.map(async (webhook) => {
      const { rows } = await testResponses({
        webhook,
        program,
        pinned: pinnedValues(compiled),
        hidden,
        listeners: listenersTo(webhook.id, program, elsewhere),
        answering: answeringInMemory(),
      })
      return { webhook: webhook.id, answers: hideInData(rows, hidden) }
    }),
  )
}
