import type { Rule } from '../rule.ts'

const PRIORITIES: readonly string[] = ['low', 'medium', 'high']

/** Priorities can be changed for trigger campaigns only, to one of three words. */
export const priorityKnown: Rule = {
  id: 'priority-known',
  severity: 'error',
  category: 'campaign',
  summary: 'a priority is Low, Medium or High, and stands at a trigger campaign',
  why: `The priority override offers Low, Medium and High, and is for trigger campaigns.
A batch campaign has no such setting.
Source: Experience League, "Priority Override for Trigger Campaigns".`,
  visit: {
    *campaign({ priority, triggers, name }) {
      if (priority === undefined) return
      if (!PRIORITIES.includes(priority.value.toLowerCase())) {
        yield {
          at: priority.at,
          message: `"${priority.value}" is no priority`,
          effect: 'the screen does not offer it',
          help: 'write "Low", "Medium" or "High"',
        }
      } else if (triggers.length === 0) {
        yield {
          at: priority.at,
          message: `"${name.value}" has no trigger, and a priority`,
          effect: 'the override is for trigger campaigns: the screen does not offer it here',
          help: 'remove the priority',
        }
      }
    },
  },
}
