import { nearest } from '../../base/nearest.ts'
import { API_PERMISSIONS } from '../../marketo/api-permissions.ts'
import type { Rule } from '../rule.ts'

/** A permission is ticked in a list, by its name. */
export const apiPermissionKnown: Rule = {
  id: 'api-permission-known',
  severity: 'error',
  category: 'security',
  summary: 'the role of an API-only user has permissions of the group Access API',
  why: `Only permissions of the group Access API apply to an API-only user; those of Access Admin give no access to the API.
One with a slip is not in the list, and whoever sets up the role ticks more than is needed.
Names that resemble none are let through, because the list changes.
Source: Experience League, "Custom Services" (REST API).`,
  visit: {
    *program({ launchpoint }) {
      for (const { value, at } of launchpoint?.role.permissions ?? []) {
        const wanted = value.trim().toLowerCase()
        if (API_PERMISSIONS.some((name) => name.toLowerCase() === wanted)) continue
        const isAdmin = wanted.startsWith('access ')
        const meant = isAdmin ? undefined : nearest(value, API_PERMISSIONS)
        if (meant === undefined && !isAdmin) continue
        yield {
          at,
          message: isAdmin
            ? `"${value}" is no permission of the group Access API`
            : `there is no permission "${value}"`,
          effect: isAdmin
            ? 'it gives an API-only user nothing'
            : 'it is not in the list, and whoever sets up the role has to guess',
          help: meant === undefined ? 'remove it' : `did you mean "${meant}"?`,
        }
      }
    },
  },
}
