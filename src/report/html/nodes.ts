import type { Element } from 'hast'
import { h } from 'hastscript'
import { visibleText } from '../../base/visible-text.ts'

/** A text of others: what a reader could not see is spelled, what is left cannot be anything but text. */
export function shown(value: string): string {
  return visibleText(value)
}

/** Lines of others keep their line breaks and nothing else. */
export function shownLines(value: string): string {
  return value.split('\n').map(visibleText).join('\n')
}

/** Lines to be copied; the script adds the button, so that without scripts there is none that does nothing. */
export function copyable(label: string, value: string): Element {
  return h('figure.copyable', [
    h('figcaption', label),
    h('pre', { tabIndex: 0, ariaLabel: label }, h('code', shownLines(value))),
  ])
}

/** A wide table in a frame that can be scrolled by keyboard. */
export function scrollable(label: string, table: Element): Element {
  return h('div.scroll', { role: 'region', ariaLabel: label, tabIndex: 0 }, table)
}

/** `12,345`. */
export function count(number: number): string {
  return number.toLocaleString('en-US')
}
