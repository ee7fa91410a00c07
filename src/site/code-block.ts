import type { Element } from 'hast'
import { h } from 'hastscript'
import { isElement } from './tree.ts'

/** A block of code that holds exactly this text. The plainest language needs no name. */
export function codeBlock(value: string, language: string): Element {
  const className = language === '' || language === 'text' ? [] : [`language-${language}`]
  return h('pre', [h('code', className.length === 0 ? {} : { className }, value)])
}

/** `json` for a block of JSON; empty where none is named. */
export function languageOf(pre: Element): string {
  const [code] = pre.children
  const names = isElement(code) ? code.properties['className'] : undefined
  const [name] = Array.isArray(names) ? names.map(String) : []
  return name?.replace(/^language-/, '') ?? ''
}
