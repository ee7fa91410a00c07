import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Movement, RuleSetting } from '../../steps/step.ts'

export type AddedRule = Extract<Movement, { readonly kind: 'add' }>

/** Triggers, filters and flow steps as the cards of a canvas, in their order; each says what it is. */
export function ruleList(rules: readonly AddedRule[]): Element {
  return h('ol.rules', rules.map(ruleCard))
}

function ruleCard({ what, name, settings }: AddedRule): Element {
  return h('li.rule', { dataWhat: what }, [
    h('p', [h('span.what', what), ' ', h('b', name)]),
    ...(settings.length === 0 ? [] : [h('ul', settings.map(settingLine))]),
  ])
}

/** `Attribute is Lead Score`, as it reads on the card. */
function settingLine({ label, operator, value }: RuleSetting): Element {
  const parts: readonly (Element | undefined)[] = [
    label === '' ? undefined : h('span.label', label),
    operator === undefined ? undefined : h('span.select', operator),
    value === undefined ? undefined : h('span.text', value),
  ]
  return h('li', spaced(parts.flatMap((part) => part ?? [])))
}

function spaced(parts: readonly Element[]): ElementContent[] {
  return parts.flatMap((part, index): readonly ElementContent[] =>
    index === 0 ? [part] : [{ type: 'text', value: ' ' }, part],
  )
}
