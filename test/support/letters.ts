import { createTransport, type SendMailOptions } from 'nodemailer'
import { keepMail } from '../../src/features/applications/mailroom/keep-mail.ts'
import { listCandidates } from '../../src/features/applications/mailroom/queries.ts'
import type { Site } from '../../src/platform/site.ts'

/** A letter as a mail program sends it: somebody asks for something, with what a test says besides. */
export async function rawLetter(more: SendMailOptions = {}): Promise<Buffer> {
  const program = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await program.sendMail({
    ...{ from: { name: '王芳', address: 'wang@example.org' }, to: 'open@example.gov.cn', subject: '申请公开' },
    text: '请公开2025年度全市山洪灾害危险区清单。',
    ...more,
  })
  return message as Buffer
}

/** Keeps a letter that has just come to a unit; its number. */
export async function givenLetter(site: Site, unitId: number, more: SendMailOptions = {}): Promise<number> {
  const raw = await rawLetter(more)
  await keepMail(site, unitId, { raw, sizeBytes: raw.length, arrivedAt: site.now() })
  return (await listCandidates(site.database.read, 0, 10_000)).at(-1)?.id ?? 0
}
