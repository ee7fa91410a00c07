import { callWebhook } from './step-acts/call-webhook.ts'
import { changeDataValue } from './step-acts/change-data-value.ts'
import { changeScore } from './step-acts/change-score.ts'
import { deleteLead, removeFromFlow } from './step-acts/ends.ts'
import { addToList, removeFromList } from './step-acts/lists.ts'
import { executeCampaign, requestCampaign } from './step-acts/other-campaigns.ts'
import { interestingMoment, otherStep } from './step-acts/other-steps.ts'
import { sendAlert } from './step-acts/send-alert.ts'
import { changeProgramStatus, changeRevenueStage } from './step-acts/status.ts'
import { wait } from './step-acts/wait.ts'
import type { StepAct } from './step-context.ts'

/** What each kind of flow step does, as far as a program's campaigns can see it. */
export const STEP_ACTS: readonly StepAct[] = [
  addToList,
  callWebhook,
  changeDataValue,
  changeProgramStatus,
  changeRevenueStage,
  changeScore,
  deleteLead,
  executeCampaign,
  interestingMoment,
  removeFromFlow,
  removeFromList,
  requestCampaign,
  sendAlert,
  wait,
]

/** The act of a step; every other step changes nothing that is looked at here. */
export function stepActNamed(name: string): StepAct {
  const wanted = name.trim().toLowerCase()
  const meant = wanted === 'change status in progression' ? 'change program status' : wanted
  return STEP_ACTS.find((act) => act.name.toLowerCase() === meant) ?? otherStep
}
