import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const RETIRE: Section = section({
  number: 12,
  name: 'retire',
  title: 'Retire',
  shape: { steps: [STEP_SHAPE] },
  view: ({ steps, outline }) => ({
    steps: steps.retire.map((step) => stepView(step, 3, outline)),
  }),
})
