const UPRIGHT = ['', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const
const LYING = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'] as const
const EIGHTHS = 8

/** Values as columns of blocks, as wide and as high as said; the lines from top to bottom. */
export function blockColumns(
  values: readonly number[],
  { width, height, max }: { readonly width: number; readonly height: number; readonly max: number },
): readonly string[] {
  const levels = resample(values, width).map((value) =>
    max === 0 ? 0 : Math.ceil((value / max) * height * EIGHTHS - 0.01),
  )
  return Array.from({ length: height }, (_none, row) => {
    const below = (height - 1 - row) * EIGHTHS
    return levels.map((level) => UPRIGHT[clamp(level - below)] || ' ').join('')
  })
}

/** A part of a whole as a bar; nothing is so small that it is not seen. */
export function blockBar(part: number, width: number): string {
  const eighths = Math.max(part > 0 ? 1 : 0, Math.round(part * width * EIGHTHS))
  return '█'.repeat(Math.floor(eighths / EIGHTHS)) + (LYING[eighths % EIGHTHS] ?? '')
}

function clamp(eighths: number): number {
  return Math.max(0, Math.min(EIGHTHS, eighths))
}

/** The mean of the values that fall into each column, or the value that a column falls into. */
function resample(values: readonly number[], width: number): readonly number[] {
  return Array.from({ length: width }, (_none, column) => {
    const from = Math.floor((column * values.length) / width)
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / width))
    const part = values.slice(from, to)
    return part.reduce((sum, value) => sum + value, 0) / Math.max(1, part.length)
  })
}
