import { h } from 'hastscript'
import { copyBlocks } from './copy-blocks.ts'
import { factLists } from './facts.ts'
import { htmlDocument } from './html-document.ts'
import { rewriteLinks } from './links.ts'
import { markdownTree } from './markdown-tree.ts'
import { numberHeadings } from './number-headings.ts'
import { scrollTables } from './scroll-tables.ts'

export interface ContractPageInput {
  /** The id of the program. */
  readonly program: string
  readonly title: string
  /** What `contract.md` says. */
  readonly markdown: string
  readonly css: string
  readonly script: string
}

/** The contract of a program as a page of its own, to which its runbooks lead. */
export function renderContractPage(input: ContractPageInput): string {
  const { program, title, markdown, css, script } = input
  const blocks = scrollTables(factLists(markdownTree(markdown)), title)
  const body = rewriteLinks(numberHeadings(copyBlocks(blocks, [])), () => undefined)
  return htmlDocument({
    title: `${title}: the contract`,
    data: { dataProgram: program },
    css,
    script,
    body: [
      h('a.skip-link', { href: '#main' }, 'Skip to the content'),
      h('main#main.contract', [...body]),
    ],
  })
}
