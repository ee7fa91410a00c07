import { rotateFrom } from '../../../rotation/due-secret.ts'
import { durationWords } from '../../../steps/duration-words.ts'
import { overlapOf, type Rotation } from '../../../steps/rotate-steps.ts'
import { escapeMarkdown, inlineCode, type Markdown } from '../../markdown.ts'
import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { section, type Section } from '../section.ts'

export const ROTATE: Section = section({
  number: 11,
  name: 'rotate',
  title: 'Rotate the secret',
  shape: {
    rotations: [
      {
        heading: 'text',
        id: 'text',
        purpose: 'text',
        owner: 'text',
        every: 'text',
        expires: 'text',
        rotateFrom: 'text',
        overlap: 'text',
        steps: [STEP_SHAPE],
      },
    ],
  },
  view: ({ steps, outline }) => ({
    rotations: steps.rotations.map((rotation, index) => ({
      heading: heading(rotation, index),
      id: inlineCode(rotation.secret.id.value),
      purpose: rotation.secret.purpose?.value ?? '',
      owner: rotation.secret.owner?.value ?? 'not named',
      every: durationWords(rotation.secret.rotateEvery?.value ?? 'not stated'),
      expires: rotation.expires ?? '',
      rotateFrom: rotateFrom(rotation.expires) ?? '',
      overlap: overlapOf(rotation.secret),
      steps: rotation.steps.map((step) => stepView(step, 4, outline)),
    })),
  }),
})

function heading({ secret }: Rotation, index: number): Markdown {
  return { markdown: `### ${escapeMarkdown(`11.${index + 1} The secret ${secret.id.value}`)}` }
}
