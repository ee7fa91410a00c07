import type { StepContext } from '../steps/step-context.ts'
import { escapeMarkdown } from './markdown.ts'
import { outlineOf, sectionHeading } from './outline.ts'
import { renderTemplate, type Templates } from './render-template.ts'
import { numberedSteps, pageSteps } from './runbook/page-steps.ts'
import type { PageInput, Section } from './runbook/section.ts'
import { SECTIONS } from './runbook/sections.ts'

export interface RunbookInput extends Pick<
  PageInput,
  'fingerprint' | 'otherEnvironments' | 'folderOf'
> {
  readonly context: StepContext
  readonly templates: Templates
  /** What the team has written for a section, as Markdown, by the section's number. */
  readonly notes: ReadonlyMap<number, string>
}

/** The heading under which stands what a team has added to a section. */
export const NOTES_HEADING = 'Notes of the team'

/** `runbook.md`: what people follow to operate a program, and to bring it into Marketo. */
export function renderRunbook(input: RunbookInput): string {
  const steps = pageSteps(input.context)
  const outline = outlineOf(SECTIONS, numberedSteps(steps))
  const page: PageInput = { ...input, steps, outline }
  const { title, environment } = input.context.compiled.program
  const head = `# ${escapeMarkdown(`${title.value}: ${environment.id.value}`)}\n`
  return [head, ...SECTIONS.map((section) => sectionText(section, page, input))].join('\n')
}

function sectionText(
  section: Section,
  page: PageInput,
  { templates, notes }: RunbookInput,
): string {
  const heading = `## ${sectionHeading(section.number, section.title)}`
  const body = renderTemplate(section.name, templates, section.view(page))
  const note = notes.get(section.number)
  return [
    `${heading}\n`,
    body,
    ...(note === undefined ? [] : [`### ${NOTES_HEADING}\n`, note]),
  ].join('\n')
}
