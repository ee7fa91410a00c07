import type { Step } from '../steps/step.ts'

/** Where each section and step of a page stands: for links, and for numbers that print. */
export interface Outline {
  readonly sections: ReadonlyMap<number, string>
  readonly steps: ReadonlyMap<string, StepPlace>
}

export interface StepPlace {
  /** `4.2`, `9.5.1`. */
  readonly number: string
  /** The heading that a link leads to. */
  readonly heading: string
}

/** Steps that stand together under one number. */
export interface NumberedSteps {
  readonly number: string
  readonly steps: readonly Step[]
  /** The heading that links lead to, where the steps have none of their own. */
  readonly heading?: string
}

export function outlineOf(
  sections: readonly { readonly number: number; readonly title: string }[],
  groups: readonly NumberedSteps[],
): Outline {
  return {
    sections: new Map(sections.map(({ number, title }) => [number, sectionHeading(number, title)])),
    steps: new Map(
      groups.flatMap(({ number, steps, heading }) =>
        steps.map((step, index) => {
          const own = heading === undefined ? `${number}.${index + 1}` : number
          return [step.id, { number: own, heading: heading ?? `${own} ${step.does}` }]
        }),
      ),
    ),
  }
}

export function sectionHeading(number: number, title: string): string {
  return `${number}. ${title}`
}

/** The address of a heading, as GitHub makes it; a page that is made from this Markdown makes the same. */
export function anchorOf(heading: string): string {
  return `#${heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')}`
}
