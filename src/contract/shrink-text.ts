/** What a failure needs least: letters that are nothing but letters. */
const PLAIN = 'a'

/** What stands for a character where only others of its kind fail: none is kept of the text that was found. */
function plainestLike(character: string): string {
  if (/\p{Nd}/u.test(character)) return '0'
  return /\p{Lu}/u.test(character) ? 'A' : PLAIN
}

/** Whoever has asked so often about one text takes what is there: it fails, and it is small enough. */
const MOST_QUESTIONS = 500

/**
 * The shortest text that still fails, as far as one can come by leaving characters out and by putting
 * a plain letter in their place. The same text for the same law, and a few dozen questions: a text that
 * fails by its length alone is found by halving it, whatever its length.
 */
export function shrinkText(text: string, fails: (text: string) => boolean): string {
  const known = new Map<string, boolean>([[text, true]])
  const isFailing = (candidate: string): boolean => {
    const answer = known.get(candidate)
    if (answer !== undefined || known.size > MOST_QUESTIONS) return answer ?? false
    known.set(candidate, fails(candidate))
    return known.get(candidate) ?? false
  }
  const single = [...new Set([PLAIN, ...Array.from(text, plainestLike), ...text])].find(isFailing)
  if (single !== undefined) return single
  let current = text
  for (;;) {
    const smaller = shrinkOnce([...current], isFailing)
    if (smaller === current) return current
    current = smaller
  }
}

type IsFailing = (text: string) => boolean

function shrinkOnce(characters: readonly string[], isFailing: IsFailing): string {
  const [first = PLAIN] = characters
  for (const letter of [PLAIN, plainestLike(first), first]) {
    if (!isFailing(letter.repeat(characters.length))) continue
    return letter.repeat(
      leastFailing(characters.length, (length) => isFailing(letter.repeat(length))),
    )
  }
  return madePlain(withoutRuns(characters, isFailing), isFailing).join('')
}

/** The least number above zero that fails, where all above it do; `most` itself is known to. */
export function leastFailing(most: number, fails: (number: number) => boolean): number {
  let passing = 0
  let failing = most
  while (failing - passing > 1) {
    const middle = Math.floor((passing + failing) / 2)
    if (fails(middle)) failing = middle
    else passing = middle
  }
  return failing
}

/** Leaves out halves, quarters and so on down to single characters, each as often as the text still fails. */
function withoutRuns(characters: readonly string[], isFailing: IsFailing): readonly string[] {
  let kept = characters
  for (let run = Math.ceil(kept.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let start = 0; start < kept.length;) {
      const rest = [...kept.slice(0, start), ...kept.slice(start + run)]
      if (rest.length > 0 && isFailing(rest.join(''))) kept = rest
      else start += run
    }
  }
  return kept
}

function madePlain(characters: readonly string[], isFailing: IsFailing): readonly string[] {
  let current = characters
  for (const position of characters.keys()) {
    const kind = plainestLike(current[position] ?? PLAIN)
    const plainer = [PLAIN, kind].map((letter) => current.with(position, letter))
    current = plainer.find((candidate) => isFailing(candidate.join(''))) ?? current
  }
  return current
}
