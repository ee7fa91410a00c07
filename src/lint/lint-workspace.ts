import type { Diagnostic, Finding } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { Program } from '../model/program.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { callersOf } from '../model/calls.ts'
import type { FamilyContext, ProgramContext, Rule, WebhookContext } from './rule.ts'
import { severityFor } from './rule-severity.ts'
import { RULES } from './rules.ts'
import { seenTokens } from './seen-tokens.ts'

/** Takes what a rule has found. */
type Report = (rule: Rule, findings: Iterable<Finding>) => void

/** What all rules have to say about a workspace: each finding once, however many environments share its cause. */
export function lintWorkspace(workspace: Workspace): readonly Diagnostic[] {
  const { project } = workspace
  if (project === undefined) return []
  const diagnostics: Diagnostic[] = []
  const report: Report = (rule, findings) => {
    const severity = severityFor(rule, project)
    if (severity === 'off') return
    for (const finding of findings) diagnostics.push({ ...finding, rule: rule.id, severity })
  }
  const context = { project, families: workspace.programs }
  for (const rule of RULES) report(rule, rule.visit.project?.(project, context) ?? [])
  for (const family of workspace.programs) visitFamily(family, context, report)
  return orderDiagnostics(diagnostics)
}

function visitFamily(family: ProgramFamily, context: FamilyContext, report: Report): void {
  for (const rule of RULES) report(rule, rule.visit.family?.(family, context) ?? [])
  for (const { program } of family.deployments) {
    visitProgram(program, { ...context, family, program }, report)
  }
}

function visitProgram(program: Program, context: ProgramContext, report: Report): void {
  for (const rule of RULES) report(rule, rule.visit.program?.(program, context) ?? [])
  for (const webhook of program.webhooks) {
    const callers = callersOf(program, webhook.id.value)
    visitWebhook({ ...context, webhook, callers }, report)
  }
  visitCampaigns(program, context, report)
}

function visitWebhook(context: WebhookContext, report: Report): void {
  const { webhook } = context
  const tokens = seenTokens(webhook, context.program)
  for (const rule of RULES) {
    const { visit } = rule
    report(rule, visit.webhook?.(webhook, context) ?? [])
    for (const header of webhook.headers) report(rule, visit.header?.(header, context) ?? [])
    for (const token of tokens) report(rule, visit.token?.(token, context) ?? [])
    for (const mapping of webhook.mappings) report(rule, visit.mapping?.(mapping, context) ?? [])
  }
}

function visitCampaigns(program: Program, context: ProgramContext, report: Report): void {
  for (const campaign of program.campaigns) {
    const inside = { ...context, campaign, stepIndex: -1 }
    for (const rule of RULES) {
      const { visit } = rule
      report(rule, visit.campaign?.(campaign, context) ?? [])
      for (const trigger of campaign.triggers) report(rule, visit.trigger?.(trigger, inside) ?? [])
      for (const filter of campaign.filters) report(rule, visit.filter?.(filter, inside) ?? [])
      for (const [stepIndex, step] of campaign.flow.entries()) {
        report(rule, visit.step?.(step, { ...inside, stepIndex }) ?? [])
      }
    }
  }
}
