import { ownSetting } from '../setting-text.ts'
import type { StepAct } from '../step-context.ts'

export const addToList: StepAct = {
  name: 'Add to List',
  act: (input) => {
    const list = ownSetting(input, 'list')
    if (list === undefined) return { acts: [{ kind: 'did-nothing', step: 'Add to List' }] }
    const { person } = input.state
    const isNew = !person.lists.includes(list)
    return {
      acts: [{ kind: 'listed', list, isNew }],
      person: isNew ? { ...person, lists: [...person.lists, list].toSorted() } : person,
      occurrences: isNew ? [{ kind: 'listed', list }] : [],
    }
  },
}

export const removeFromList: StepAct = {
  name: 'Remove from List',
  act: (input) => {
    const list = ownSetting(input, 'list')
    if (list === undefined) return { acts: [{ kind: 'did-nothing', step: 'Remove from List' }] }
    const { person } = input.state
    const wasMember = person.lists.includes(list)
    return {
      acts: [{ kind: 'unlisted', list, wasMember }],
      person: { ...person, lists: person.lists.filter((name) => name !== list) },
    }
  },
}
