import { randomUUID } from 'node:crypto'
import { handFile, listErrands, readCase, registerApplication, writeReply } from '../../src/features/applications/index.ts'
import { extendDeadline } from '../../src/features/applications/handling/extend-deadline.ts'
import { askSection } from '../../src/features/applications/errands/ask-section.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { must, type Cast } from './given.ts'
import type { TestSite } from './site.ts'

const proof = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** A case of the unit with one of everything that an address can name: an item with two files, a proof under seal, a reply. */
export async function givenCaseThings(site: TestSite, cast: Cast, unit: Unit): Promise<Record<string, string>> {
  const opened = must(
    await registerApplication(site, cast.writer, {
      ...{ unit: unit.code, formKey: randomUUID(), files: [{ name: 'card.png', bytes: proof }] },
      wish: { kind: 'information', wanted: '全市防汛应急预案', documentHint: '', reason: '', form: 'paper', way: 'collect', items: [] },
      applicant: {
        ...{ kind: 'person', name: '王小明', identityKind: 'passport', identityNumber: 'E12345678', phone: '13900001111', email: '' },
        ...{ address: '', contactName: '', agentName: '', agentIdentityNumber: '' },
      },
      arrival: { channel: 'counter', arrivedOn: site.today() },
    }),
  )
  const at = { ref: opened.ref }
  const item = (await readCase(site, site.database.read, opened.ref)).items[0]
  const hand = (name: string) => {
    const file = { name, bytes: Buffer.from(name) }
    return handFile(site, cast.writer, at, { itemId: item?.id ?? 0, role: 'hand-over', file })
  }
  must(await hand('plan.txt'))
  must(await hand('list.txt'))
  const errand = { unitId: unit.id, asked: '请提供预案', dueOn: site.today() }
  must(await askSection(site, cast.writer, { ...at, once: randomUUID() }, errand))
  must(await writeReply(site, cast.writer, at, { number: '', title: '告知书', body: '答复如下。', bodyEn: '' }))
  must(await extendDeadline(site, cast.head, at, { reason: '档案较多', decidedOn: site.today(), toldOn: site.today() }))
  const { files, events } = await readCase(site, site.database.read, opened.ref)
  const [kept, removed] = files.filter((file) => !file.isSealed)
  return {
    '/desk/applications/:ref': opened.ref,
    '/desk/applications/:ref/items/:item': String(item?.id),
    '/desk/applications/:ref/guide/:item': String(item?.id),
    '/desk/errands/:id': String((await listErrands(site.database.read, opened.id))[0]?.id),
    '/desk/applications/:ref/items/:item/files/:file': String(removed?.id),
    '/desk/applications/:ref/files/:file': String(kept?.id),
    '/desk/applications/:ref/letters/:letter': '1',
    '/desk/applications/:ref/notices/:event': String(events.find((event) => event.kind === 'extended')?.id),
    '/desk/applications/:ref/proofs/:file': String(files.find((file) => file.isSealed)?.id),
  }
}
