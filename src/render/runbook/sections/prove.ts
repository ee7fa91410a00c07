import { testLead } from '../../../steps/test-lead.ts'
import { inlineCode } from '../../markdown.ts'
import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const PROVE: Section = section({
  number: 5,
  name: 'prove',
  title: 'Prove it works',
  shape: { email: 'text', steps: [STEP_SHAPE] },
  view: ({ context, steps, outline }) => ({
    email: inlineCode(testLead(context).email),
    steps: steps.prove.map((step) => stepView(step, 3, outline)),
  }),
})
