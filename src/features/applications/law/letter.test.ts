import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { placeholdersOf } from '../../../kernel/translate.ts'
import { letters } from '../load-letters.ts'
import { outcomes } from '../load-outcomes.ts'
import { remedyLaw } from '../load-remedies.ts'
import type { ItemDecision } from './decision.ts'
import { formOn, leafByCode } from './leaf.ts'
import { composeLetter, type LetterCase, letterKinds, type LetterOutcome } from './letter.ts'
import { composeReply, type ReplyItem } from './reply.ts'

const languages = ['zh', 'en'] as const
const everything = [...new Set(Object.values(letters.kinds).flatMap((kind) => kind.paragraphs.flatMap(({ zh }) => placeholdersOf(zh))))]
const of: LetterCase = {
  unit: '云溪区住房和城乡建设局',
  receivedOn: asDay('2026-05-06'),
  signedOn: asDay('2026-06-01'),
  reviewBodies: ['云溪区人民政府'],
  court: '云溪区人民法院',
  facts: { number: '云住建-2026-0012', applicant: '张三', asked: '某小区竣工验收备案材料。', thirdParty: '某公司', agency: '某局' },
}
const full: LetterCase = { ...of, facts: { ...Object.fromEntries(everything.map((name) => [name, `〔${name}〕`])), ...of.facts } }
const refusals = (outcome: LetterOutcome) => (outcome.ok ? [] : outcome.refusals)
const whole = (outcome: LetterOutcome) => {
  if (!outcome.ok) throw new Error(outcome.refusals.join(', '))
  return outcome.value
}
const letter = (kind: (typeof letterKinds)[number], at: LetterCase, lang: 'zh' | 'en' = 'zh') =>
  composeLetter(letters, remedyLaw, kind, at, lang)

function reply(items: ReplyItem[], at: LetterCase = of, lang: 'zh' | 'en' = 'zh'): LetterOutcome {
  const kind = items.some(({ decision }) => leafByCode(outcomes, decision.leaf)?.group === 'correction') ? 'correction' : 'information'
  const form = formOn(outcomes, at.receivedOn, kind)
  if (form === undefined) throw new Error('no form')
  return composeReply({ letters, remedies: remedyLaw, outcomes, form }, items, at, lang)
}
function item(leaf: string, more: Partial<ItemDecision> = {}): ReplyItem {
  const words = { groundWords: '甲理由。', facts: '乙事实。', harm: '丙', discretion: '丁', search: '戊', pointer: '己' }
  const withheldLeaves = leaf === 'A3' ? ['W2'] : ['D4']
  return { asked: '验收材料', decision: { leaf, ...words, withheldLeaves, files: [], ...more }, files: ['备案表.pdf', '图纸.pdf'] }
}

describe('each kind of letter', () => {
  test.each(letterKinds)('%s is written in both languages, with no placeholder left', (kind) => {
    for (const lang of languages) {
      const { title, addressee, paragraphs, signature } = whole(letter(kind, full, lang))
      expect([title, addressee, ...paragraphs].filter((words) => /[{}]|undefined/.test(words))).toEqual([])
      expect(signature).toEqual([of.unit, lang === 'zh' ? '2026年6月1日' : '1 June 2026'])
    }
  })

  test('names every fact that is missing, and is not written without it', () => {
    expect(refusals(letter('clarification', of))).toEqual(['unclear', 'answerBy', 'returnTo'])
    const { facts } = of
    expect(refusals(letter('extension', { ...of, facts: { ...facts, applicant: ' ', dueOn: '2026-07-02' } }))).toEqual([
      'applicant',
      'baseDueOn',
      'reason',
    ])
    expect(refusals(letter('abandoned-supplement', { ...full, court: '', reviewBodies: [], unit: '' }))).toEqual([
      'court',
      'reconsiderationBody',
      'unit',
    ])
  })

  test('says days as the language does, and does not end twice', () => {
    const at = { ...of, facts: { ...of.facts, reason: '需要检索历年案卷。', baseDueOn: '2026-06-03', dueOn: '2026-07-02' } }
    const zh = whole(letter('extension', at)).paragraphs
    expect(zh[0]).toBe(
      '您于2026年5月6日向本机关提出的政府信息公开申请（登记号：云住建-2026-0012）收悉，申请内容为：某小区竣工验收备案材料。',
    )
    expect(zh[1]).toContain('因需要检索历年案卷，不能在2026年6月3日前答复')
    expect(whole(letter('extension', at, 'en')).paragraphs[1]).toContain('extended to 2 July 2026')
  })

  test('cites the edition that governs the day of receipt, and is refused where it knows no such letter', () => {
    const before = { ...full, receivedOn: asDay('2019-05-14'), signedOn: asDay('2019-05-20') }
    expect(whole(letter('clarification', before)).paragraphs.join('')).toContain('第492号）第二十一条第四项')
    expect(whole(letter('clarification', full)).paragraphs.join('')).toContain('条例》第三十条')
    expect(refusals(letter('reasons', before))).toEqual(['basis'])
    for (const kind of letterKinds) expect(whole(letter(kind, full)).paragraphs.join(''), kind).toContain('条例》第')
    expect(refusals(letter('fee', { ...full, receivedOn: asDay('2020-12-31') }))).toEqual(['basis'])
  })

  test('tells the limit of an answer and what silence means only where the law gives them', () => {
    const { answerDays: _, ...facts } = full.facts
    const without = whole(letter('third-party', { ...full, facts })).paragraphs.join('')
    expect(without).not.toContain('工作日')
    expect(whole(letter('co-agency', full)).paragraphs.join('')).toContain('视为同意公开')
  })

  test('that ends the matter ends with the remedies', () => {
    for (const kind of ['abandoned-supplement', 'abandoned-payment', 'override'] as const) {
      expect(whole(letter(kind, full)).paragraphs.at(-1), kind).toContain(`直接向${of.court}提起行政诉讼`)
    }
  })

  test('writes no term of days into its text: dates come from the clock', () => {
    const texts = JSON.stringify(letters)
    expect(texts.match(/[\d一二三四五六七八九十]+个?工作日|\d+ (?:working )?days|[\d一二三四五六七八九十]+日内/g)).toBeNull()
  })
})

describe('a reply', () => {
  test.each(outcomes.leaves.map(({ code }) => code))('under %s is written in both languages, with its ground and the remedies', (code) => {
    const leaf = leafByCode(outcomes, code)
    const at = leaf?.rows['2014'] === undefined ? of : { ...of, receivedOn: asDay('2015-03-02'), signedOn: asDay('2015-03-20') }
    for (const lang of languages) {
      const { title, paragraphs } = whole(reply([item(code)], at, lang))
      expect([title, ...paragraphs].filter((words) => /[{}]|undefined/.test(words))).toEqual([])
      expect(paragraphs.join('')).toContain(lang === 'zh' ? leaf?.basisZh : leaf?.basisEn)
      expect(paragraphs.at(-1)).toContain(of.court)
      if (leaf?.needs.includes('ground')) expect(paragraphs.join('')).toContain('甲理由')
      for (const [need, words] of Object.entries({ harm: '丙', discretion: '丁', search: '戊' })) {
        if (leaf?.needs.some((one) => one === need)) expect(paragraphs.join(''), need).toContain(words)
      }
      if (leaf?.pointer !== undefined) expect(paragraphs.join('')).toContain('己')
    }
  })

  test('lacking a ground names it, for every leaf that needs one', () => {
    for (const leaf of outcomes.leaves.filter(({ needs, rows }) => needs.includes('ground') && rows['2021'] !== undefined)) {
      expect(refusals(reply([item(leaf.code, { groundWords: ' 。' })])), leaf.code).toEqual(['ground'])
    }
    expect(refusals(reply([item('P2', { pointer: '' })]))).toEqual(['pointer'])
    expect(refusals(reply([]))).toEqual(['leaf'])
    expect(refusals(reply([item('W1')]))).toEqual(['leaf'])
  })

  test('that withholds says from 2024 that reconsideration comes first, and before it did not', () => {
    const last = (signedOn: string) => whole(reply([item('D6')], { ...of, signedOn: asDay(signedOn) })).paragraphs.at(-1)
    expect(last('2024-01-02')).toContain('如对本告知书不服，应当先申请行政复议：可以自收到本告知书之日起60日内向云溪区人民政府')
    expect(last('2024-01-02')).toContain('收到行政复议决定书之日起15日内向云溪区人民法院')
    expect(last('2023-12-29')).toContain('也可以自收到本告知书之日起6个月内直接向云溪区人民法院提起行政诉讼')
    expect(last('2023-12-29')).not.toContain('应当先')
  })

  test('with several items numbers them, takes the title of the whole, and parts the remedies', () => {
    const { title, paragraphs } = whole(reply([item('G1'), item('D5')]))
    expect(title).toBe('政府信息部分公开告知书')
    expect(paragraphs.filter((words) => words.startsWith('（'))).toEqual(['（1）关于“验收材料”：', '（2）关于“验收材料”：'])
    const [withheld = '', rest = ''] = paragraphs.slice(-2)
    expect(withheld).toMatch(/^如对本告知书中不予公开的部分不服，应当先申请行政复议/)
    expect(rest).toMatch(/^如对本告知书的其他部分不服，可以/)
  })

  test('in part says under which leaves the rest is withheld', () => {
    const text = whole(reply([item('G2', { withheldLeaves: ['D4', 'D5'] })])).paragraphs.join('')
    expect(text).toContain('其余内容不予公开（不予公开：保护第三方合法权益；不予公开：内部事务信息）')
    expect(text).toContain('第十六条第一款')
    expect(refusals(reply([item('G2', { withheldLeaves: [] })]))).toEqual(['withheld', 'withheldBasis'])
  })

  test('names two bodies where the applicant may choose', () => {
    const at = { ...of, signedOn: asDay('2023-06-01'), reviewBodies: ['云溪区人民政府', '市住房和城乡建设局'] }
    expect(whole(reply([item('U1')], at)).paragraphs.at(-1)).toContain('向云溪区人民政府或者市住房和城乡建设局申请行政复议')
  })

  test('takes whatever a clerk writes as words, never as placeholders', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        const said = `甲${words}{court}乙`
        expect(whole(reply([item('D1', { groundWords: said })])).paragraphs.join('')).toContain(said)
      }),
    )
  })
})
