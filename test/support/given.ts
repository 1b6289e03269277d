import { addPerson } from '../../src/features/accounts/index.ts'
import { addCategory, layDownDuty, type Category, type StoredDuty, type TimeRule } from '../../src/features/catalogue/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import {
  answerFinding,
  createDocument,
  examine,
  findDocument,
  moveDocument,
  readVersion,
  type Content,
  type Officer,
  type StoredDocument,
} from '../../src/features/publishing/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Outcome } from '../../src/kernel/outcome.ts'
import type { Role } from '../../src/kernel/policy.ts'
import type { Site } from '../../src/platform/site.ts'

/** The people through whose hands a document passes. */
export interface Cast {
  writer: Officer
  head: Officer
  secrecy: Officer
  signer: Officer
  office: Officer
}

/** The value of an outcome that a test counts on; a refusal fails the test with its reasons. */
export function must<T, R>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`)
  return outcome.value
}

/** The named people, each with one post in `unit` that reaches everything below it. */
export async function givenCast(site: Site, unit: Unit): Promise<Cast> {
  const person = async (login: string, nameZh: string, nameEn: string, role: Role): Promise<Officer> => {
    const { person: added } = must(await addPerson(site, 'system', { login, nameZh, nameEn, email: '', isDemo: true }))
    return { personId: added.id, posts: [{ role, unitPath: unit.path }] }
  }
  return {
    writer: await person('linxiao', '林晓', 'Lin Xiao', 'information-officer'),
    head: await person('zhouming', '周明', 'Zhou Ming', 'reviewer'),
    secrecy: await person('hanxue', '韩雪', 'Han Xue', 'secrecy-reviewer'),
    signer: await person('gaoyuan', '高远', 'Gao Yuan', 'signer'),
    office: await person('suwen', '苏文', 'Su Wen', 'office'),
  }
}

export async function givenCategory(site: Site, code: string, nameZh: string, nameEn: string, parentCode?: string): Promise<Category> {
  return must(await addCategory(site, 'system', { code, parentCode, position: 0, nameZh, nameEn }))
}

/** A line of the catalogue; unless told: for everybody, within 20 working days of formation. */
export async function givenDuty(
  site: Site,
  category: Category,
  units: readonly Unit[],
  duty: {
    code: string
    titleZh: string
    titleEn: string
    audience?: 'society' | 'staff'
    rule?: TimeRule
    channels?: StoredDuty['channels']
  },
): Promise<StoredDuty> {
  const rest = { elementsZh: '', elementsEn: '', guidanceZh: '', guidanceEn: '', genre: 'notice', subject: '2', isRequired: true }
  return must(
    await layDownDuty(site, 'system', {
      categoryId: category.id,
      unitIds: units.map((unit) => unit.id),
      duty: {
        ...rest,
        basisZh: '《中华人民共和国政府信息公开条例》第二十条',
        basisEn: 'Regulations on Open Government Information, art. 20',
        rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' },
        channels: ['portal'],
        audience: 'society',
        mode: 'proactive',
        levels: ['city'],
        sinceOn: asDay('2020-01-01'),
        ...duty,
      },
    }),
  )
}

/** What a document says, with every default. */
export function givenContent(content: Partial<Content> = {}): Content {
  return {
    attribute: 'proactive',
    ground: '',
    groundReason: '',
    audience: 'society',
    language: 'zh',
    title: '关于公布公共自行车收费标准的通知',
    summary: '公布公共自行车的收费标准。',
    body: '公共自行车每次使用前一小时免费，之后每小时收费一元。\n\n请各租赁点张贴本通知。',
    documentNumber: '',
    subject: '2',
    genre: 'notice',
    served: 'citizens',
    keywords: [],
    formedOn: asDay('2026-06-01'),
    ...content,
  }
}

/** Takes a document through every hand until it is released; what a check wants answered is answered. */
export async function release(site: Site, cast: Cast, document: StoredDocument): Promise<StoredDocument> {
  const version = document.currentVersion
  const text = await readVersion(site.database.read, document.id, version)
  for (const { check, passageHash, weight } of text === undefined ? [] : await examine(site, site.database.read, document, text)) {
    if (weight === 'answer') must(await answerFinding(site, cast.writer, document.id, { check, passageHash, words: 'as intended' }))
  }
  const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const
  must(await moveDocument(site, cast.writer, document.id, { move: 'submit', version, remark: '' }))
  must(await moveDocument(site, cast.head, document.id, { move: 'approve', version, remark: '' }))
  must(await moveDocument(site, cast.secrecy, document.id, { move: 'clear', version, remark: '', review }))
  return must(await moveDocument(site, cast.signer, document.id, { move: 'sign', version, remark: '' }))
}

/** A document that everybody can read, released through the real acts. */
export async function givenPublished(
  site: Site,
  cast: Cast,
  unit: Unit,
  content: Partial<Content> = {},
  duty?: { id: number },
): Promise<StoredDocument> {
  const request = { unitId: unit.id, dutyId: duty?.id, content: givenContent(content) }
  const created = must(await createDocument(site, cast.writer, request))
  await release(site, cast, created)
  return (await findDocument(site.database.read, created.id)) ?? created
}
