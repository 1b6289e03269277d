import type { Site } from '../../../platform/site.ts'

export interface CookieNames {
  session: string
  device: string
  /** The first half of a sign-in with a second factor. */
  half: string
}

/** The names of our cookies. On https the prefix makes browsers refuse one that a neighbour or a sub-domain set. */
export function cookieNames(site: Pick<Site, 'config'>): CookieNames {
  const session = site.config.baseUrl.startsWith('https:') ? '__Host-gongkai' : 'gongkai'
  return { session, device: `${session}-device`, half: `${session}-half` }
}
