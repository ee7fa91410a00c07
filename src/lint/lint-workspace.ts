import type { Diagnostic, Severity } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { distinctPrograms } from '../model/distinct-programs.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Project } from '../model/project.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { callersOf } from '../model/calls.ts'
import type { FamilyContext, Found, ProgramContext, Visitor, WebhookContext } from './rule.ts'
import { severityFor } from './rule-severity.ts'
import { RULES } from './rules.ts'
import { seenTokens } from './seen-tokens.ts'

/** What all rules have to say about a workspace: each finding once, however many environments share its cause. */
export function lintWorkspace(workspace: Workspace): readonly Diagnostic[] {
  const { project } = workspace
  if (project === undefined) return []
  const diagnostics: Diagnostic[] = []
  const report: Report = ({ rule, severity }, found) => {
    if (found === undefined) return
    const findings = Symbol.iterator in found ? found : [found]
    for (const finding of findings) diagnostics.push({ ...finding, rule, severity })
  }
  const traversal = { visits: visitsIn(project), report }
  const context = { project, families: workspace.programs }
  for (const by of traversal.visits.project) report(by, by.visit(project, context))
  for (const family of workspace.programs) visitFamily(family, context, traversal)
  return orderDiagnostics(diagnostics)
}

/** What one rule does at one kind of thing. */
interface Visit<Kind extends keyof Visitor> {
  readonly rule: string
  readonly severity: Severity
  readonly visit: NonNullable<Visitor[Kind]>
}

/** The rules that are on, by the things that they look at: there are many more things than rules. */
type Visits = { readonly [Kind in keyof Required<Visitor>]: readonly Visit<Kind>[] }

/** Takes what a rule has found. */
type Report = (by: { readonly rule: string; readonly severity: Severity }, found: Found) => void

interface Traversal {
  readonly visits: Visits
  readonly report: Report
}

function visitsIn(project: Project): Visits {
  const to = <Kind extends keyof Visitor>(kind: Kind): readonly Visit<Kind>[] =>
    RULES.flatMap((rule) => {
      const severity = severityFor(rule, project)
      const visit = rule.visit[kind]
      return severity === 'off' || visit === undefined ? [] : [{ rule: rule.id, severity, visit }]
    })
  return {
    project: to('project'),
    family: to('family'),
    deployment: to('deployment'),
    program: to('program'),
    webhook: to('webhook'),
    header: to('header'),
    token: to('token'),
    mapping: to('mapping'),
    campaign: to('campaign'),
    trigger: to('trigger'),
    filter: to('filter'),
    step: to('step'),
  }
}

function visitFamily(family: ProgramFamily, context: FamilyContext, traversal: Traversal): void {
  const { visits, report } = traversal
  for (const by of visits.family) report(by, by.visit(family, context))
  for (const { program } of family.deployments) {
    for (const by of visits.deployment) report(by, by.visit(program, context))
  }
  const { project } = context
  for (const program of distinctPrograms(family)) {
    visitProgram(program, { project, program }, traversal)
  }
}

function visitProgram(
  program: DefinedProgram,
  context: ProgramContext,
  traversal: Traversal,
): void {
  const { visits, report } = traversal
  for (const by of visits.program) report(by, by.visit(program, context))
  for (const webhook of program.webhooks) {
    const callers = callersOf(program, webhook.id.value)
    visitWebhook({ ...context, webhook, callers }, traversal)
  }
  visitCampaigns(program, context, traversal)
}

function visitWebhook(context: WebhookContext, { visits, report }: Traversal): void {
  const { webhook } = context
  for (const by of visits.webhook) report(by, by.visit(webhook, context))
  for (const header of webhook.headers) {
    for (const by of visits.header) report(by, by.visit(header, context))
  }
  for (const token of seenTokens(webhook, context.program)) {
    for (const by of visits.token) report(by, by.visit(token, context))
  }
  for (const mapping of webhook.mappings) {
    for (const by of visits.mapping) report(by, by.visit(mapping, context))
  }
}

function visitCampaigns(
  program: DefinedProgram,
  context: ProgramContext,
  { visits, report }: Traversal,
): void {
  for (const campaign of program.campaigns) {
    const inside = { ...context, campaign, stepIndex: -1 }
    for (const by of visits.campaign) report(by, by.visit(campaign, context))
    for (const trigger of campaign.triggers) {
      for (const by of visits.trigger) report(by, by.visit(trigger, inside))
    }
    for (const filter of campaign.filters) {
      for (const by of visits.filter) report(by, by.visit(filter, inside))
    }
    for (const [stepIndex, step] of campaign.flow.entries()) {
      const here = { ...inside, stepIndex }
      for (const by of visits.step) report(by, by.visit(step, here))
    }
  }
}
