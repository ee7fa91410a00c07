import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { SequenceDiagram } from '../render/diagrams/diagram.ts'
import { mermaidSequence } from '../render/diagrams/mermaid.ts'
import { sequenceDiagram } from '../render/diagrams/sequence-diagram.ts'
import { isDiagram } from './copy-blocks.ts'
import { drawMermaid } from './diagrams/draw-mermaid.ts'
import { drawSequence } from './diagrams/draw-sequence.ts'
import type { PageModel } from './page-model.ts'
import { mapElements, textOf } from './tree.ts'

/** Each block of Mermaid's source as a picture. One that cannot be drawn stays to be read as it is. */
export function drawDiagrams(
  nodes: readonly ElementContent[],
  { runbook }: PageModel,
): readonly ElementContent[] {
  const sequence = sequenceDiagram(runbook.context.compiled)
  let count = 0
  return mapElements(nodes, (element) => {
    if (element.tagName !== 'pre' || !isDiagram(element)) return [element]
    count += 1
    const svg = drawing(textOf(element), sequence, `diagram-${count}`)
    return [svg === undefined ? element : h('figure.diagram', [svg])]
  })
}

function drawing(source: string, sequence: SequenceDiagram, id: string): Element | undefined {
  return source === mermaidSequence(sequence) ? drawSequence(sequence, id) : drawMermaid(source, id)
}
