/** The thing asked for does not exist, or the asker may not know that it does. Becomes a 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The asker is known but has no right to do this. Becomes a 403. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}
