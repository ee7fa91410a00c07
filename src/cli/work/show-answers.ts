import { hideInData } from '../../base/hide-texts.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import { pinnedValues } from '../../contract/pinned-values.ts'
import { answeringInMemory } from '../../contract/test-over-http.ts'
import { testResponses } from '../../contract/test-responses.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { listenersElsewhere, listenersTo } from '../../model/failure-campaigns.ts'
import { answersTable } from '../answers-table.ts'
import type { CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findDeployment } from '../find-deployment.ts'
import { openProject } from '../open-project.ts'

/** Prints, for each webhook of a program, everything that its endpoint may answer and what follows. */
export async function showAnswers(
  name: string,
  environment: string | undefined,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  const { program } = findDeployment(workspace, name, environment)
  const compiled = compileProgram(program)
  const hidden = hiddenTexts(workspace).texts
  const elsewhere = listenersElsewhere(program, workspace.programs)
  for (const [index, webhook] of compiled.webhooks.entries()) {
    const { rows } = await testResponses({
      webhook,
      program,
      pinned: pinnedValues(compiled),
      hidden,
      listeners: listenersTo(webhook.id, program, elsewhere),
      answering: answeringInMemory(),
    })
    const title = `${webhook.id}: what happens when the endpoint answers`
    context.host.stdout.write(
      `${index === 0 ? '' : '\n'}${title}\n\n${answersTable(hideInData(rows, hidden))}`,
    )
  }
  return EXIT.clean
}
