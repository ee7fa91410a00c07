import { escapeMarkdown, type Markdown } from '../../markdown.ts'
import { STEP_SHAPE, stepView } from '../../step-view.ts'
import { wordsMarkdown } from '../../words-markdown.ts'
import { section, type Section } from '../section.ts'

export const SET_UP: Section = section({
  number: 9,
  name: 'set-up',
  title: 'Set up from nothing',
  shape: { groups: [{ heading: 'text', absent: 'text', steps: [STEP_SHAPE] }] },
  view: ({ steps, outline }) => ({
    groups: steps.setup.map((group, index) => ({
      heading: heading(`9.${index + 1} ${group.title}`),
      absent: group.steps.length === 0 ? wordsMarkdown(group.absent, outline) : '',
      steps: group.steps.map((step) => stepView(step, 4, outline)),
    })),
  }),
})

function heading(text: string): Markdown {
  return { markdown: `### ${escapeMarkdown(text)}` }
}
