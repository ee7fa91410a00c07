import { act, step, type Step } from './step.ts'
import type { StepContext } from './step-context.ts'
import { campaignRoles, isTriggered } from './campaign-roles.ts'
import { code, listWords, onScreen, say, section, stepRef } from './words.ts'

/** How a change is brought in without a wrong call in between: off, edit, compare, prove, on. */
export function changeSteps({ compiled }: StepContext): readonly Step[] {
  const { program } = compiled
  const callers = campaignRoles(compiled).callers.filter(isTriggered)
  const names = listWords(callers.map(({ name }) => onScreen(name.value)))
  return [
    step({
      id: 'change.review',
      actor: 'human',
      does: 'Change the definition, not the screen',
      where: [],
      movements: [
        act(
          say`Edit ${code(`${program.id.value}/program.yaml`)}, raise ${code('revision')}, run ${code('hookbook check')} and ${code('hookbook build')}, and have it reviewed. Then read this page again: it has changed with it.`,
        ),
      ],
      expect: say`The stamp at the top shows the new revision.`,
      ifNot: say`You are reading an old copy of the page.`,
      verify: say`${code('hookbook build --check')} says that the files are up to date.`,
      undo: say`Take the change back in git.`,
    }),
    ...(callers.length === 0
      ? []
      : [
          step({
            id: 'change.off',
            actor: 'human',
            does: 'Deactivate what calls',
            needs: ['change.review'],
            where: ['Marketing Activities'],
            movements: [act(say`Deactivate ${names} as in ${section(1)}, and note the time.`)],
            expect: say`Inactive.`,
            ifNot: say`Go no further: an active campaign would call a webhook that is half edited.`,
            verify: say`${stepRef('diagnose.queue')}: nobody waits for it.`,
            undo: say`Activate again.`,
          }),
        ]),
    step({
      id: 'change.edit',
      actor: 'human',
      does: 'Bring the difference onto the screens',
      needs: ['change.review'],
      where: [],
      movements: [
        act(
          say`Go through ${section(13)} from top to bottom, and replace each value that differs in Marketo. Copy the old one aside first.`,
        ),
      ],
      expect: say`Every value is the one of this page.`,
      ifNot: say`If you cannot tell, replace it: the whole text of the field, never a part.`,
      verify: say`${listWords(compiled.webhooks.map(({ id }) => stepRef(`diagnose.webhook.${id}`)))}.`,
      undo: say`Paste the old values back.`,
    }),
    step({
      id: 'change.on',
      actor: 'human',
      does: 'Activate and prove it',
      needs: ['change.edit'],
      where: [],
      movements: [
        act(
          say`Activate the campaigns (${stepRef('fix.activate')}), go through ${section(5)}, and send whoever came in between (${section(6)}).`,
        ),
      ],
      expect: say`The test person has arrived.`,
      ifNot: say`Deactivate, paste the old values back, activate, prove again.`,
      verify: say`No alert within an hour.`,
      undo: say`The step before.`,
    }),
  ]
}
