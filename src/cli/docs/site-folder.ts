/** The folder of a site, as paths begin with it: nothing that was typed becomes the root of the disk. */
export function siteFolder(typed: string): string {
  const folder = typed.replaceAll('\\', '/').replace(/\/+$/, '')
  return folder === '' ? '.' : folder
}
