import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const CHANGE: Section = section({
  number: 10,
  name: 'change',
  title: 'Change what exists',
  shape: { revision: 'text', steps: [STEP_SHAPE] },
  view: ({ context, steps, outline }) => ({
    revision: context.compiled.program.revision.value,
    steps: steps.change.map((step) => stepView(step, 3, outline)),
  }),
})
