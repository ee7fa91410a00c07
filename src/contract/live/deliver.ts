/**
 * Does work for every number below `count`, at most `width` at a time. What comes back is in the order
 * of the numbers, whoever was done first; undefined where it was stopped before.
 */
export async function deliver<T>(
  count: number,
  width: number,
  { work, isOver }: { readonly work: (nth: number) => Promise<T>; readonly isOver: () => boolean },
): Promise<readonly (T | undefined)[]> {
  const results: (T | undefined)[] = Array.from({ length: count }, () => undefined)
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count && !isOver()) {
      const nth = next
      next += 1
      results[nth] = await work(nth)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, count) }, worker))
  return results
}
