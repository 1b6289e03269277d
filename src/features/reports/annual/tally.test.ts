import { describe, expect, it } from 'vitest'
import { annualForms } from '../load-annual-forms.ts'
import { cellsOf } from './form.ts'
import { brokenSums } from './sum.ts'
import { tallyOf } from './tally.ts'

describe('numbers from the records behind them', () => {
  it.each(['2019', '2021'])('add up in the form of %s, each as long as its list', (edition) => {
    const form = annualForms.find(({ id }) => id === edition)!
    const tables = cellsOf(form).filter(({ table }) => table.code !== 't1')
    const behind = new Map(
      tables.filter(({ isTotal }) => !isTotal).map(({ address }, at) => [address, Array.from({ length: at % 7 }, () => at)]),
    )
    const tally = tallyOf(form, behind)
    for (const [address, ids] of behind) expect(tally.get(address), address).toBe(ids.length)
    expect(tables.filter(({ address }) => !tally.has(address)).map(({ address }) => address)).toEqual([])
    const sums = brokenSums(form, { cells: Object.fromEntries(tally) } as Parameters<typeof brokenSums>[1])
    // What goes into a year need not come out of it: these lists are made up.
    expect(sums.filter(({ id }) => id !== 'I2')).toEqual([])
  })
})
