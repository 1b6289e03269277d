import type { Site } from '../../../platform/site.ts'
import { endSession } from './end-session.ts'

/** Ends the session in which it is asked. Signing out twice is no fault. */
export async function signOut(site: Site, personId: number, sessionId: number): Promise<void> {
  await endSession(site, personId, sessionId)
}
