import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { loadOutcomes, outcomes } from '../load-outcomes.ts'
import { applicantKinds, asApplicantKind, identityKinds, identityKindsOf } from './kind.ts'
import { formOn, leafByCode, leavesOn, leafNeeds, type OutcomeForm, pointerKinds, rowIn } from './leaf.ts'

const form = (id: string): OutcomeForm => {
  const found = outcomes.forms.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no form ${id}`)
  return found
}
const codesOn = (day: string) => leavesOn(outcomes, asDay(day)).map(({ code }) => code)
const rowOf = (id: string, code: string) => {
  const leaf = leafByCode(outcomes, code)
  return leaf === undefined ? undefined : rowIn(outcomes, form(id), leaf)?.row
}

describe('the leaves of a day', () => {
  test('since 2019-05-15 are the twenty-one of the regulations, in the order of the form', () => {
    const all = 'G1 G2 D1 D2 D3 D4 D5 D6 D7 D8 U1 U2 U3 P1 P2 P3 P4 P5 O1 O2 O3'.split(' ')
    expect(codesOn('2019-05-15')).toEqual(all)
    expect(codesOn('2026-06-15')).toEqual(all)
  })

  test('before are those of the first edition, and there are none before it was in force', () => {
    const all = 'A1 A2 A3 W1 W2 W3 W4 W5 W6 N1 N2 N3 N4'.split(' ')
    expect(codesOn('2019-05-14')).toEqual(all)
    expect(codesOn('2008-05-01')).toEqual(all)
    expect(codesOn('2008-04-30')).toEqual([])
  })

  test('are found by their code in every edition', () => {
    expect(leafByCode(outcomes, 'D5')?.force).toBe('may')
    expect(leafByCode(outcomes, 'W1')?.force).toBe('must')
    expect(leafByCode(outcomes, 'X9')).toBeUndefined()
  })
})

describe('the forms', () => {
  test('have 20 rows of results in the trial edition and 22 in the revised one, each with its total', () => {
    expect(form('2019').rows.length).toBe(20)
    expect(form('2021').rows.length).toBe(22)
    const statutory = outcomes.forms.filter(({ decides }) => decides === undefined)
    for (const one of statutory) expect(one.rows.filter(({ isTotal }) => isTotal).length).toBe(1)
  })

  test('follow each other without a gap', () => {
    const days = ['2008-05-01', '2019-05-14', '2019-05-15', '2020-12-31', '2021-01-01', '2026-06-15']
    expect(days.map((day) => formOn(outcomes, asDay(day))?.id)).toEqual(['2014', '2014', '2019', '2019', '2021', '2021'])
  })

  test('have for every row but the total a leaf that is counted there', () => {
    for (const one of outcomes.forms) {
      const reached = new Set(outcomes.leaves.map((leaf) => leaf.rows[one.id]))
      expect(one.rows.filter(({ row, isTotal }) => isTotal !== true && !reached.has(row))).toEqual([])
    }
  })

  test('count what is abandoned or unpaid in one row of 2019 and in rows of its own from 2021', () => {
    expect(['O1', 'O2', 'O3'].map((code) => rowOf('2019', code))).toEqual(['3.6', '3.6', '3.6'])
    expect(['O1', 'O2', 'O3'].map((code) => rowOf('2021', code))).toEqual(['3.6.1', '3.6.2', '3.6.3'])
  })

  test('count a reply of the earlier edition in the row of the leaf that took its place, and none the other way round', () => {
    expect(['A1', 'A3', 'W3', 'N2'].map((code) => rowOf('2019', code))).toEqual(['3.1', '3.2', '3.3.4', '3.4.1'])
    for (const leaf of outcomes.leaves)
      expect(rowIn(outcomes, form('2021'), leaf) !== undefined, leaf.code).toBe(leaf.group !== 'correction')
    expect(rowOf('2014', 'G1')).toBeUndefined()
  })
})

describe('what a leaf says', () => {
  test('is complete: every ground of withholding has its force or points elsewhere, every need and pointer is used', () => {
    const withheld = outcomes.leaves.filter(({ group }) => group === 'withheld')
    expect(withheld.filter(({ force, pointer }) => force === undefined && pointer === undefined)).toEqual([])
    expect(leafNeeds.filter((need) => !outcomes.leaves.some(({ needs }) => needs.includes(need)))).toEqual([])
    expect(pointerKinds.filter((kind) => !outcomes.leaves.some(({ pointer }) => pointer?.kind === kind))).toEqual([])
  })

  test('lets a public interest outweigh the rights of a third party, and nothing else', () => {
    expect(outcomes.leaves.filter((leaf) => leaf.mayBeOverridden).map(({ code }) => code)).toEqual(['D4', 'W2', 'W3'])
  })

  test('cites in both languages the article that is meant', () => {
    expect(leafByCode(outcomes, 'D6')?.basisZh).toContain('第十六条第二款')
    expect(leafByCode(outcomes, 'D6')?.basisEn).toContain('art. 16 para. 2')
    expect(leafByCode(outcomes, 'P2')?.basisZh).toContain('第三十六条第六项')
  })
})

describe('who asks', () => {
  test('is one of six kinds, all named in the pack', () => {
    expect(outcomes.applicantKinds.map(({ kind }) => kind)).toEqual([...applicantKinds])
    expect(outcomes.identityKinds.map(({ kind }) => kind)).toEqual([...identityKinds])
    expect(asApplicantKind('charity')).toBe('charity')
    expect(asApplicantKind('ministry')).toBeUndefined()
  })

  test('proves themselves as a person with a card, as an organisation with its code', () => {
    expect(identityKindsOf('person')).not.toContain('credit-code')
    expect(identityKindsOf('company')).toEqual(['credit-code', 'other'])
  })
})

test('a folder without the file, or with another one, is refused by name', () => {
  expect(() => loadOutcomes('/nowhere')).toThrow('outcomes.json')
})
