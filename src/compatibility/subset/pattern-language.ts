import {
  CharSet,
  combineTransformers,
  DFA,
  getIntersectionWords,
  isDisjointWith,
  JS,
  NFA,
  transform,
  Transformers,
} from 'refa'
import type { Concatenation, Element, Expression, NoParent } from 'refa'

/** Larger automata than this are not built: nothing is known then. */
const MOST_NODES = 20_000

/** What a shortest text outside of a pattern was looked for among. */
const MOST_WORDS = 200

/** Whether every text that matches all of the patterns matches the other one; undefined where that is not known. */
export function isPatternWithin(patterns: readonly string[], outer: string): boolean | undefined {
  const outside = complementOf(outer)
  if (outside === undefined) return undefined
  const inside = patterns.map(languageOf).filter((language) => language !== undefined)
  return inside.some((language) => isDisjointWith(language, outside)) ? true : undefined
}

/** Some short texts that match the first pattern and not the second. */
export function textsBetween(inner: string, outer: string): readonly string[] {
  const inside = languageOf(inner)
  const outside = complementOf(outer)
  if (inside === undefined || outside === undefined) return []
  const texts: string[] = []
  for (const word of getIntersectionWords(inside, outside)) {
    texts.push(String.fromCodePoint(...word))
    if (texts.length >= MOST_WORDS) break
  }
  return texts
}

function complementOf(pattern: string): DFA | undefined {
  const language = languageOf(pattern)?.copy()
  language?.complement()
  return language
}

const KNOWN = new Map<string, DFA | undefined>()

/** All texts in which a pattern is found; undefined for what is no regular language, or too large a one. */
function languageOf(pattern: string): DFA | undefined {
  if (!KNOWN.has(pattern)) KNOWN.set(pattern, makeLanguage(pattern))
  return KNOWN.get(pattern)
}

function makeLanguage(pattern: string): DFA | undefined {
  // The library throws for look-arounds, back references and patterns that are none.
  try {
    const parser = JS.Parser.fromLiteral({ source: pattern, flags: 'u' })
    const { expression, maxCharacter } = parser.parse({
      backreferences: 'throw',
      assertions: 'parse',
      maxNodes: MOST_NODES,
    })
    const whole = transform(SIMPLER, wholeText(expression, maxCharacter))
    const limits = new NFA.LimitedNodeFactory(MOST_NODES)
    const nfa = NFA.fromRegex(whole, { maxCharacter }, { assertions: 'throw' }, limits)
    const language = DFA.fromFA(nfa, new DFA.LimitedNodeFactory(MOST_NODES))
    language.minimize()
    return language
  } catch {
    return undefined
  }
}

const SIMPLER = combineTransformers([
  Transformers.applyAssertions(),
  Transformers.removeUnnecessaryAssertions(),
  Transformers.removeDeadBranches(),
  Transformers.simplify({ ignoreAmbiguity: true, ignoreOrder: true }),
])

/** A pattern may be found anywhere in a text, unless `^` or `$` says where. */
function wholeText(
  { alternatives }: NoParent<Expression>,
  maxCharacter: number,
): NoParent<Expression> {
  const all = CharSet.all(maxCharacter)
  return {
    type: 'Expression',
    alternatives: alternatives.map(({ elements }): NoParent<Concatenation> => {
      const isStart = isEdge(elements[0], 'behind')
      const rest = elements.slice(isStart ? 1 : 0)
      const isEnd = isEdge(rest.at(-1), 'ahead')
      return {
        type: 'Concatenation',
        elements: [
          ...(isStart ? [] : [anything(all)]),
          ...(isEnd ? rest.slice(0, -1) : rest),
          ...(isEnd ? [] : [anything(all)]),
        ],
      }
    }),
  }
}

function anything(characters: CharSet): NoParent<Element> {
  return {
    type: 'Quantifier',
    min: 0,
    max: Infinity,
    lazy: false,
    alternatives: [{ type: 'Concatenation', elements: [{ type: 'CharacterClass', characters }] }],
  }
}

/** `^` is read as "no character behind", `$` as "no character ahead". */
function isEdge(element: NoParent<Element> | undefined, kind: 'ahead' | 'behind'): boolean {
  if (element?.type !== 'Assertion' || element.kind !== kind || !element.negate) return false
  const [only, ...others] = element.alternatives
  const [character, ...more] = only?.elements ?? []
  return (
    others.length === 0 &&
    more.length === 0 &&
    character?.type === 'CharacterClass' &&
    character.characters.isAll
  )
}
