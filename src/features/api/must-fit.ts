import { createHash } from 'node:crypto'
import { Problem } from '../../platform/http/api/problem.ts'

/** `Content-Digest: sha-256=:<base64>:` (RFC 9530). Throws the problem when it is missing or is that of other bytes. */
export function mustFit(header: string, bytes: Buffer): void {
  const given = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header)?.[1]
  if (given === undefined || given !== createHash('sha256').update(bytes).digest('base64')) throw new Problem('digest-wrong')
}
