/**
 * Table: permissions of the group Access API, which are all that an API-only user can have.
 * Sources: Experience League, "Custom Services", "Descriptions of Role Permissions", endpoint reference
 * (as of autumn 2026; the screen may say Person for Lead).
 */
export const API_PERMISSIONS: readonly string[] = [
  'Approve Assets',
  'Execute Campaign',
  'Activate Campaign',
  'Deactivate Campaign',
  'Access User Management Api',
  // From the group Access Admin, and needed beside the one before.
  'Access Users',
  ...[
    'Activity',
    'Activity Metadata',
    'Assets',
    'Campaign',
    'Company',
    'Custom Object',
    'Custom Object Type',
    'Lead',
    'Person',
    'Named Account',
    'Named Account List',
    'Opportunity',
    'Sales Person',
    'Schema Custom Field',
    'Schema Standard Field',
  ].flatMap((object) => [`Read-Only ${object}`, `Read-Write ${object}`]),
]
