import { attachFile, type Officer } from '../../src/features/publishing/index.ts'
import { readFile } from '../../src/features/publishing/files/read-file.ts'
import { listReadings } from '../../src/features/publishing/files/queries-reading.ts'
import { listFiles } from '../../src/features/publishing/queries-files.ts'
import type { Outcome } from '../../src/kernel/outcome.ts'
import type { Site } from '../../src/platform/site.ts'
import { workHere } from './file-work.ts'

/** Attaches a file and looks into it at once, as the background work does a moment later. */
export async function attachAndRead(
  site: Site,
  officer: Officer,
  id: number,
  file: { name: string; bytes: Buffer },
): Promise<Outcome<void, string>> {
  const outcome = await attachFile(site, officer, id, file)
  if (outcome.ok) await readWaiting(site, id)
  return outcome
}

/** Looks into every file of a document that is still waiting for it. */
export async function readWaiting(site: Site, id: number): Promise<void> {
  const readings = await listReadings(site.database.read, id)
  for (const file of await listFiles(site.database.read, id)) if (!readings.has(file.id)) await readFile(site, file.id, workHere)
}
