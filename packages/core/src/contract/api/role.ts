/**
 * What somebody may do, from the least to the most; each may do what the ones before may.
 * `public` reads with places coarsened · `viewer` reads · `coder` brings reports in and reviews claims · `reviewer` judges
 * incidents and may ask for names · `admin` keeps people, collections and settings.
 */
export const ROLES = ['public', 'viewer', 'coder', 'reviewer', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Whether a role includes another. */
export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** The lesser of two roles. */
export const lesserRole = (a: Role, b: Role): Role => (atLeast(a, b) ? b : a)

/** What an API token may be used for. `write` includes `read`; `admin` both. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]
