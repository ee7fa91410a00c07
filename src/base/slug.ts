/**
 * `crm-sync-failed` for `CRM Sync Failed`: the piece of an id that stands for a name. Two names that
 * differ by more than capitals never have the same.
 */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)
    .replaceAll(' ', '-')
}
