import { nearest } from '../base/nearest.ts'
import { checkTemplate } from './check-template.ts'
import { templateFile, templateName } from './template-names.ts'
import { TEMPLATE_SHAPES } from './template-shapes.ts'
import type { TextProblem } from './text-problem.ts'

/** What is wrong with a team's own template, by the name of its file. */
export function templateProblems(file: string, text: string): readonly TextProblem[] {
  const name = templateName(file)
  if (name !== undefined && Object.hasOwn(TEMPLATE_SHAPES, name)) return checkTemplate(name, text)
  const known = Object.keys(TEMPLATE_SHAPES).map(templateFile)
  const meant = nearest(file, known)
  const help = meant === undefined ? `there are: ${known.join(', ')}` : `did you mean "${meant}"?`
  const message = `the package has no template "${file}" that this could replace`
  return [{ start: 0, end: 0, message, help }]
}
