import { campaignRoles } from '../../../steps/campaign-roles.ts'
import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const REPLAY: Section = section({
  number: 6,
  name: 'replay',
  title: 'Replay',
  shape: { isPrepared: 'flag', steps: [STEP_SHAPE] },
  view: ({ context, steps, outline }) => ({
    isPrepared: campaignRoles(context.compiled).requestable.length > 0,
    steps: steps.replay.map((step) => stepView(step, 3, outline)),
  }),
})
