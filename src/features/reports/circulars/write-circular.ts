import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { penRefusals, type Circular, type PenRefusal } from './circular.ts'
import { circularPack } from './load-circular-pack.ts'
import { lockCircular, saveCircular } from './queries-circulars.ts'
import { circularContent, circularSubject } from './subject.ts'

/** Saves what people wrote in a circular, and by which figure it ranks. */
export async function writeCircular(
  site: Site,
  personId: number,
  id: number,
  form: { version: number } & Pick<Circular, 'method' | 'texts'>,
): Promise<Outcome<Circular, PenRefusal>> {
  return site.database.transaction(async (db) => {
    const circular = await lockCircular(db, id)
    if (circular === undefined) throw new NotFound(circularSubject(id))
    const refusals = penRefusals(circular, form, circularPack.methods)
    if (refusals.length > 0) return refused(...refusals)
    const saved = await saveCircular(db, { ...circular, method: form.method, texts: { ...circular.texts, ...form.texts } })
    await record(db, {
      ...{ at: site.now(), actor: `person:${personId}`, act: 'reports.write-circular', subject: circularSubject(id) },
      ...{ unitId: circular.unitId, content: circularContent(saved) },
    })
    return done(saved)
  })
}
