import type { Program } from '../model/program.ts'
import { outlineOf, sectionHeading, type NumberedSteps } from '../render/outline.ts'
import type { RunbookInput } from '../render/render-runbook.ts'
import { numberedSteps, pageSteps } from '../render/runbook/page-steps.ts'
import { SECTIONS } from '../render/runbook/sections.ts'
import type { Step } from '../steps/step.ts'

/** What a page of HTML knows besides its Markdown: who it is, and where each step stands. */
export interface PageModel {
  readonly runbook: RunbookInput
  readonly program: Program
  /** As it is shown. */
  readonly fingerprint: string
  /** Who has attested it and when, in a few words. */
  readonly attested: string
  readonly sections: readonly PlacedSection[]
  /** Every step of the page, in its order. */
  readonly steps: readonly PlacedStep[]
}

export interface PlacedSection {
  readonly number: number
  readonly title: string
  readonly heading: string
}

export interface PlacedStep {
  readonly step: Step
  readonly number: string
  readonly section: number
  /** The heading that links lead to. */
  readonly heading: string
  /** True where the heading is the step's own; false where several steps stand under one. */
  readonly hasHeading: boolean
}

/** What a page says as long as nobody has attested anything. */
export const NEVER_ATTESTED = 'by nobody yet'

export function pageModel(runbook: RunbookInput, attested: string = NEVER_ATTESTED): PageModel {
  const groups = numberedSteps(pageSteps(runbook.context))
  return {
    runbook,
    program: runbook.context.compiled.program,
    fingerprint: runbook.fingerprint.slice(0, 12),
    attested,
    sections: SECTIONS.map(({ number, title }) => ({
      number,
      title,
      heading: sectionHeading(number, title),
    })),
    steps: groups.flatMap(placed),
  }
}

function placed(group: NumberedSteps): readonly PlacedStep[] {
  const places = outlineOf([], [group]).steps
  return group.steps.flatMap((step) => {
    const place = places.get(step.id)
    if (place === undefined) return []
    const section = Number.parseInt(group.number, 10)
    return [{ step, ...place, section, hasHeading: group.heading === undefined }]
  })
}
