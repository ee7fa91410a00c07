import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { Project } from '../model/project.ts'
import { accessSteps } from './access-steps.ts'
import { permissionStep } from './permission-step.ts'
import { campaignSteps } from './campaign-steps.ts'
import { fieldSteps } from './field-steps.ts'
import { programSteps } from './program-steps.ts'
import type { Step } from './step.ts'
import { verifyStep } from './verify-step.ts'
import { webhookSteps } from './webhook-steps.ts'

/** Everything that brings a program into an empty environment, in the order of Marketo's screens. */
export function setupSteps(compiled: CompiledProgram, project: Project): readonly Step[] {
  const { program, webhooks } = compiled
  return [
    permissionStep(),
    ...accessSteps(program),
    ...fieldSteps(program),
    ...webhooks.flatMap((webhook) => webhookSteps(webhook, program, project)),
    ...programSteps(program),
    ...campaignSteps(program),
    verifyStep(compiled),
  ]
}
