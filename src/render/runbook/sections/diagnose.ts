import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const DIAGNOSE: Section = section({
  number: 3,
  name: 'diagnose',
  title: 'Diagnose',
  shape: { steps: [STEP_SHAPE] },
  view: ({ steps, outline }) => ({
    steps: steps.diagnose.map((step) => stepView(step, 3, outline)),
  }),
})
