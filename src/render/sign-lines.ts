import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { failureSigns } from '../steps/campaign-roles.ts'
import { escapeMarkdown, inlineCode, type Markdown } from './markdown.ts'

/** How the campaigns of a program know a failed call, in a sentence each. */
export function signLines({ id }: CompiledWebhook, compiled: CompiledProgram): readonly Markdown[] {
  return failureSigns(id, compiled).map(({ campaign, operator, value }) => ({
    markdown: `**${escapeMarkdown(campaign)}** takes a call for failed when **Response** **${escapeMarkdown(operator)}** ${inlineCode(value).markdown}.`,
  }))
}
