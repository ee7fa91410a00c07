/** What `docs check` can find, with the good state of each; `explain` prints these. */
export const PAGE_CHECKS: Readonly<Record<string, string>> = {
  'links-lead-somewhere':
    'every link of a page or note leads to a file and a heading that there are',
  'review-in-time': 'every runbook was read through by its owner within the time that is stated',
  'site-up-to-date': 'the built pages are what the definition says',
}
