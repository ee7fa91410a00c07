import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const FIX: Section = section({
  number: 4,
  name: 'fix',
  title: 'Fix',
  shape: { steps: [STEP_SHAPE] },
  view: ({ steps, outline }) => ({ steps: steps.fix.map((step) => stepView(step, 3, outline)) }),
})
