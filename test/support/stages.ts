import { cleanAttachment } from '../../src/features/publishing/files/clean-attachment.ts'
import { docx, para, rows, xlsx } from '../leaks/make-office.ts'
import { attachAndRead } from './attach.ts'
import { workHere } from './file-work.ts'
import { addPerson, grantPost } from '../../src/features/accounts/index.ts'
import {
  changeDocument,
  createDocument,
  listFiles,
  moveDocument,
  readPublic,
  type Content,
  type StoredDocument,
} from '../../src/features/publishing/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import { givenContent, givenPublished, must, release, type Cast } from './given.ts'

/** A document for every look that one can have at the desk and in public. */
export type Stages = Record<'draft' | 'withHead' | 'withSecrecy' | 'withSigner' | 'released' | 'withdrawn' | 'removed', StoredDocument>

/** One document at each step of its way, written so that the checks find something in it. */
export async function givenStages(site: Site, cast: Cast & { unit: Unit }): Promise<Stages> {
  const request = (content: Partial<Content>) => ({
    unitId: cast.unit.id,
    content: givenContent({ formedOn: asDay('2026-11-02'), ...content }),
  })
  const begun = async (title: string, body: string) => must(await createDocument(site, cast.writer, request({ title, body })))
  const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const
  const steps = [
    [cast.writer, { move: 'submit' }],
    [cast.head, { move: 'approve' }],
    [cast.secrecy, { move: 'clear', review }],
  ] as const
  const upTo = async (count: number, title: string) => {
    const document = await begun(title, `${title}，请各单位遵照执行。`)
    for (const [officer, move] of steps.slice(0, count))
      must(await moveDocument(site, officer, document.id, { ...move, version: 1, remark: '' }))
    return document
  }
  const published = (title: string) =>
    givenPublished(site, cast, cast.unit, { title, body: `${title}，现予公布。`, formedOn: asDay('2026-11-02') })
  const draft = await begun('关于×××的通知', '一、联系人王某，电话13800138000，身份证号11010519491231002X。\n\n三、于2026年2月30日前上报。')
  await givenCopy(site, cast, draft)
  const [withdrawn, removed] = [await published('误发的名单'), await published('误发的底稿')]
  must(await changeDocument(site, cast.signer, withdrawn.id, { change: 'withdraw', reason: '内容有误。' }))
  must(await changeDocument(site, cast.signer, removed.id, { change: 'remove', reason: '不应公开。' }))
  return {
    ...{ draft, withdrawn, removed },
    withHead: await upTo(1, '关于值班安排的通知'),
    withSecrecy: await upTo(2, '关于除雪物资的通知'),
    withSigner: await upTo(3, '关于演练脚本的通知'),
    released: await givenWithFile(site, cast, must(await createDocument(site, cast.writer, request({ title: '危险路段清单' })))),
  }
}

/** A draft with a file in which something was found, and with a clean copy of another. */
async function givenCopy(site: Site, cast: Cast, { id }: StoredDocument): Promise<void> {
  const word = docx(para('物资目录'), { about: '张三' })
  must(await attachAndRead(site, cast.writer, id, { name: '物资目录.docx', bytes: word }))
  const original = (await listFiles(site.database.read, id))[0]?.id ?? 0
  must(await cleanAttachment(site, cast.writer, id, original, workHere))
  const sheets = [
    { name: '目录', xml: rows(['', '编织袋', '15 万条']) },
    { name: '名单', xml: rows(['', '赵某', '11010519491231002X']), state: 'hidden' as const },
  ]
  must(await attachAndRead(site, cast.writer, id, { name: '储备库存.xlsx', bytes: xlsx(sheets) }))
}

/** The clean copy that the draft carries. */
export async function cleanCopyOf(site: Site, { id }: StoredDocument): Promise<number | undefined> {
  return (await listFiles(site.database.read, id)).find((file) => file.cleanedFrom !== undefined)?.id
}

async function givenWithFile(site: Site, cast: Cast, document: StoredDocument): Promise<StoredDocument> {
  must(await attachAndRead(site, cast.writer, document.id, { name: 'list.txt', bytes: Buffer.from('一号路') }))
  return release(site, cast, document)
}

/** The files that readers are offered with a document. */
export async function publicFiles(site: Site, document: { indexNumber: string }) {
  const face = await readPublic(site.database.read, document.indexNumber)
  return typeof face === 'string' ? [] : face.files
}

/** Somebody with a post, for the pages about people. */
export async function givenPerson(site: Site): Promise<{ id: number; postId: number }> {
  const added = must(await addPerson(site, 'system', { login: 'yangli', nameZh: '样例', nameEn: 'Yang Li', email: '', isDemo: true }))
  const post = { unit: 'emergency', role: 'information-officer', sinceOn: site.today(), untilOn: '', reason: '' }
  return { id: added.person.id, postId: must(await grantPost(site, 'system', added.person.id, post)).id }
}
