/** The pull request that a workflow runs for, and whether its token may write. */
export function pullRequestOf(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly number: number; readonly mayWrite: boolean } | undefined
