/**
 * The first line of a comment, which no reader sees: by it the comment is found again and edited.
 * Only letters, digits, dots and single hyphens are in it, so that it always is one HTML comment.
 */
export function markerOf(project: string): string {
  const id = project
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID)
  return id === '' ? '<!-- hookbook -->' : `<!-- hookbook: ${id} -->`
}

const LONGEST_ID = 60
