import { describe, expect, test } from 'vitest'
import { bulletinForm, loadBulletinForm } from './load-bulletin-form.ts'
import { mapRefusals, sectionOf, sectionsWith, type Section } from './section.ts'

const section = (code: string, codes: string[], isRest?: true): Section => ({ code, nameZh: code, nameEn: code, codes, isRest })
const sections = [section('money', ['accounts', 'purse']), section('works', ['bridge']), section('other', [], true)]

describe('the sections of the bulletin', () => {
  test('are the nine of the pack, of which one takes the rest and one hides people', () => {
    expect(bulletinForm.sections.map(({ code }) => code)).toEqual([
      ...['functions', 'plans', 'money', 'purchases', 'families', 'land', 'relief', 'dynamics', 'other'],
    ])
    expect(bulletinForm.sections.filter(({ masked }) => masked !== undefined).map(({ code }) => code)).toEqual(['relief'])
    expect(bulletinForm.sections.filter(({ historic }) => historic !== undefined).map(({ code }) => code)).toEqual(['families'])
    expect(() => loadBulletinForm('/nowhere')).toThrow('/nowhere/bulletin.json')
  })

  test('take a document by the nearest code that is named: its line, its category, then those above', () => {
    expect(sectionOf(sections, ['bridge', 'roads', 'purse'])?.code).toBe('works')
    expect(sectionOf(sections, ['loan', 'debts', 'purse'])?.code).toBe('money')
    expect(sectionOf(sections, ['choir', 'culture'])?.code).toBe('other')
    expect(sectionOf(sections, [])?.code).toBe('other')
  })

  test('are filled as the office laid down, and as the pack says where it laid nothing down', () => {
    const after = sectionsWith(sections, new Map([['works', ['road']]]))
    expect(after.map(({ codes }) => codes)).toEqual([['accounts', 'purse'], ['road'], []])
  })

  test('refuse codes that the catalogue does not have, codes that stand twice, and more than one line of their own', () => {
    const known = new Set(['accounts', 'bridge', 'bulletin'])
    const wanted = (money: string[], works: string[], line: string[]) =>
      mapRefusals(new Map(Object.entries({ money, works, line })), known, new Set(['bulletin']))
    expect(wanted(['accounts'], ['bridge'], ['bulletin'])).toEqual([])
    expect(wanted(['accounts', 'nothing'], ['accounts'], [])).toEqual([
      { section: 'money', refusal: 'code-unknown', codes: ['nothing'] },
      { section: 'money', refusal: 'code-twice', codes: ['accounts'] },
      { section: 'works', refusal: 'code-twice', codes: ['accounts'] },
      { section: 'line', refusal: 'line-missing', codes: [] },
    ])
    expect(wanted([], [], ['bulletin', 'accounts'])).toMatchObject([{ refusal: 'line-missing' }])
    expect(wanted([], [], ['accounts'])).toMatchObject([{ refusal: 'line-missing' }])
  })
})
