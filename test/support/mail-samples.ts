import { refuseMail } from '../../src/features/applications/mailroom/refuse-mail.ts'
import { setMailbox } from '../../src/features/applications/mailroom/set-mailbox.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, type Cast } from './given.ts'
import { givenLetter } from './letters.ts'
import type { Sample } from './sample.ts'

/** Letters by mail and mailboxes, in every state that looks different. */
export async function mailSamples(site: Site, { unit, ...cast }: Cast & { unit: Unit }) {
  const attachments = [
    { filename: '名单.txt', content: '柳溪村' },
    { filename: '网页.html', content: '<p>柳溪村</p>' },
  ]
  const id = await givenLetter(site, unit.id, { attachments })
  await givenLetter(site, unit.id, { subject: '自动回复', headers: { 'Auto-Submitted': 'auto-replied' } })
  const gone = await givenLetter(site, unit.id, { subject: '促销' })
  must(await refuseMail(site, cast.writer, gone, 'spam'))
  must(await setMailbox(site, cast.office, { unit: unit.code, address: 'imaps://open:secret@mail.example.org/INBOX' }))
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  const at = '/desk/applications/mail'
  const pages: Record<string, Sample[]> = {
    [at]: by('linxiao', at, `${at}?said=refused`),
    [`${at}/:id`]: by('linxiao', `${at}/${id}`, `${at}/${id}?look=1`, `${at}/${gone}`),
    '/desk/applications/mailboxes': by('suwen', '/desk/applications/mailboxes'),
  }
  const plain: Record<string, Sample> = { [`${at}/:id/files/:file`]: { path: `${at}/${id}/files/0`, as: 'linxiao' } }
  return { pages, plain }
}
