import { HtmlValidate } from 'html-validate'
import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenCast, givenCategory, givenContent, givenDuty, givenPublished, must, type Cast } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { placeholdersOf } from '../../../kernel/translate.ts'
import { grantPost } from '../../accounts/index.ts'
import { registerMatter } from '../../catalogue/index.ts'
import { startCorrection } from '../start-correction.ts'
import { createDocument } from '../create-document.ts'
import { moveDocument } from '../move-document.ts'
import { routes } from '../routes.tsx'
import { saveDraft } from '../save-draft.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

const body =
  '一、收费标准：每次使用前一小时免费。\n\n联系人：张某，手机 13912345678，身份证号 11010519491231002X。\n\n三、自公布之日起施行。'

describeWithDatabase('every page of publishing at the desk', () => {
  let desk: Desk
  let cast: Cast
  let everybody: Visitor
  const paths: string[] = []

  beforeAll(async () => {
    const site = await freshSite()
    const unit = await givenUnit(site, { code: 'bikes', nameZh: '明川市城市管理局', nameEn: 'Mingchuan Urban Management Bureau' })
    cast = await givenCast(site, unit)
    for (const [who, role] of [
      ['writer', 'information-officer'],
      ['head', 'reviewer'],
      ['secrecy', 'secrecy-reviewer'],
      ['signer', 'signer'],
    ] as const) {
      must(await grantPost(site, 'system', cast[who].personId, { role, unit: unit.code, sinceOn: '2026-06-01', untilOn: '', reason: '' }))
    }
    const roles = ['information-officer', 'reviewer', 'secrecy-reviewer', 'signer', 'office'] as const
    everybody = givenVisitor(
      cast.office.personId,
      ...roles.map((role) => [role, unit] as const).map(([role, one]) => [role, one] as [typeof role, typeof one]),
    )
    const duty = await givenDuty(site, await givenCategory(site, 'fees', '收费', 'Fees'), [unit], {
      code: 'fees-1',
      titleZh: '收费标准',
      titleEn: 'Fees',
    })
    const task = must(
      await registerMatter(site, 'system', {
        dutyId: duty.id,
        unitId: unit.id,
        matter: '公共自行车收费标准调整',
        formedOn: givenContent().formedOn,
      }),
    )
    const begin = async (title: string, text: string, taskId?: number) => {
      const { id } = must(
        await createDocument(site, cast.writer, { unitId: unit.id, taskId, content: givenContent({ title, body: text }) }),
      )
      return id
    }
    const draft = await begin('公共自行车收费标准调整', body, task.id)
    const passages = [{ passage: '每次使用前一小时免费', words: '请写明起算时间' }]
    const waiting = await begin('关于公布公共自行车租赁点名单的通知', '各租赁点名单见附件。', task.id)
    const review = { conclusion: 'may-not', basis: '工作秘密', opinion: '', consulted: '', redactions: '' } as const
    const go = (who: 'writer' | 'head' | 'secrecy', move: 'submit' | 'approve' | 'send-back', version: number) =>
      moveDocument(site, cast[who], waiting, { move, version, remark: '请核对', passages: move === 'send-back' ? passages : [], review })
    for (const [who, move] of [
      ['writer', 'submit'],
      ['head', 'approve'],
      ['secrecy', 'send-back'],
    ] as const)
      must(await go(who, move, 1))
    must(
      await saveDraft(
        site,
        cast.writer,
        waiting,
        1,
        givenContent({ title: '关于公布公共自行车租赁点名单的通知', body: '各租赁点名单见附件，共三十处。' }),
      ),
    )
    must(await go('writer', 'submit', 2))
    must(await go('head', 'approve', 2))
    const published = await givenPublished(site, cast, unit, { title: '关于城市供水价格的公告', body: '居民用水每立方米三元。' })
    const corrected = await givenPublished(site, cast, unit, { title: '公厕开放时间', body: '公厕全天开放。' })
    must(await startCorrection(site, cast.signer, corrected.id, '时间有误'))
    must(await saveDraft(site, cast.writer, corrected.id, 1, givenContent({ title: '公厕开放时间', body: '公厕六时至二十二时开放。' })))
    desk = await openDesk(site, routes)
    paths.push(
      '/desk/documents',
      '/desk/documents?q=nothing',
      '/desk/documents?state=published',
      '/desk/reviews',
      '/desk/documents/new',
      `/desk/documents/new?task=${task.id}`,
    )
    for (const id of [draft, waiting, published.id, corrected.id]) paths.push(`/desk/documents/${id}?done=saved`)
    paths.push(`/desk/documents/${draft}/edit?preview=1`, `/desk/documents/${waiting}/edit`, `/desk/documents/${waiting}?compare=1`)
    paths.push(`/desk/documents/${waiting}/move/clear`, `/desk/documents/${waiting}/move/send-back`, `/desk/documents/${draft}/move/drop`)
    for (const kind of ['correct', 'cancel', 'withdraw', 'replace', 'remove']) paths.push(`/desk/documents/${published.id}/change/${kind}`)
  })

  test.each(['zh', 'en'] as const)(
    'in %s is valid HTML, shows no key and no bare placeholder, and carries no script or style of its own',
    async (lang) => {
      for (const path of paths) {
        const page = await desk.get(everybody, `/${lang}${path}`)
        expect([path, page.status]).toEqual([path, 200])
        const report = await validator.validateString(page.text)
        expect([
          path,
          report.results.flatMap((result) => result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`)),
        ]).toEqual([path, []])
        const text = page.text.replace(/<[^>]+>/g, ' ')
        expect([path, text.match(/\b(publishing|checks|catalogue|accounts|ui)\.[a-z][\w.-]*/g)]).toEqual([path, null])
        expect([path, placeholdersOf(text)]).toEqual([path, []])
        expect([path, page.text.match(/<script(?! src="\/assets\/)|\son[a-z]+=|style="|javascript:/)]).toEqual([path, null])
        if (process.env['DUMP'])
          (await import('node:fs')).writeFileSync(`${process.env['DUMP']}/${lang}${path.replace(/[/?=]/g, '_')}.html`, page.text)
      }
    },
  )

  test.each(['zh', 'en'] as const)(
    'in %s a form refused in every way is valid HTML too, each reason linked to a field that is there',
    async (lang) => {
      const forms: [string, Record<string, string>][] = [
        [
          '/desk/documents/new',
          { title: '长'.repeat(301), formedOn: 'x', validUntil: 'y', summary: '长'.repeat(501), related: 'none', unit: '' },
        ],
        ...paths.filter((path) => path.includes('/change/')).map((path): [string, Record<string, string>] => [path, { reason: '' }]),
        ...paths
          .filter((path) => path.includes('/move/'))
          .map((path): [string, Record<string, string>] => [
            path.replace(/\/move\/.*/, '/move'),
            { move: path.split('/').at(-1) ?? '', version: '9' },
          ]),
      ]
      for (const [path, form] of forms) {
        const page = await desk.post(everybody, `/${lang}${path}`, form)
        expect([path, page.status]).toEqual([path, 422])
        const report = await validator.validateString(page.text)
        expect([
          path,
          report.results.flatMap((result) => result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`)),
        ]).toEqual([path, []])
        const targets = [...page.text.matchAll(/<li>\s*<a href="#([\w-]+)"/g)].map((match) => match[1])
        expect([path, targets.length > 0]).toEqual([path, true])
        for (const target of targets) expect([path, target, page.text.includes(`id="${target}"`)]).toEqual([path, target, true])
      }
    },
  )
})
