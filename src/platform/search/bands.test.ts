import { describe, expect, it } from 'vitest'
import { bandsOf } from './bands.ts'

const text =
  '关于开展汛期安全检查的通知。各单位应当在六月三十日前完成自查，重点检查排水设施、应急物资、值班制度和人员转移方案，发现问题立即整改，并将整改情况书面报告市防汛办公室。'
const shared = (a: string, b: string) => bandsOf(a).filter((band) => bandsOf(b).includes(band)).length

describe('bands', () => {
  it('are the same for the same text, twenty numbers that a column of integers takes', () => {
    expect(bandsOf(text)).toEqual(bandsOf(text))
    expect(bandsOf(text)).toHaveLength(20)
    expect(bandsOf(text).every((band) => Number.isInteger(band) && band >= -(2 ** 31) && band < 2 ** 31)).toBe(true)
  })

  it('are shared by texts that differ in a few words', () => {
    expect(shared(text, text.replace('六月三十日', '七月十五日'))).toBeGreaterThan(0)
    expect(shared(text, `${text}联系电话见附件。`)).toBeGreaterThan(0)
  })

  it('are not shared by texts about something else', () => {
    const other =
      '第三小学秋季招生简章。凡年满六周岁、户籍在本学区的儿童，由监护人携带户口簿和预防接种证到校报名，招生名额二百四十人，报满为止。'
    expect(shared(text, other)).toBe(0)
  })

  it('are none for a text too short to compare', () => {
    expect(bandsOf('通知')).toEqual([])
  })
})
