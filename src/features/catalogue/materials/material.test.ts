import { describe, expect, it } from 'vitest'
import { materialMoves, movedMaterial, stateOfMaterial, type Material, type MaterialMove, type MaterialRequest } from './material.ts'

const at = new Date('2026-12-18T02:00:00.000Z')
const ask = (move: MaterialMove, more: Partial<MaterialRequest> = {}): MaterialRequest => ({
  ...{ move, personId: 1, at, version: 1, words: '', isOpen: true },
  ...more,
})
const written: Material = { id: 1, taskId: 1, words: '本季度公开 12 件', version: 1 }
const byHead: Material = { ...written, headId: 2, headAt: at }
const byBoth: Material = { ...byHead, leaderId: 3, leaderAt: at }
const handedIn: Material = { ...byBoth, handedAt: at }

describe('the material of a quarter', () => {
  it('goes from nothing through two hands to the office', () => {
    expect([undefined, written, byHead, byBoth, handedIn].map(stateOfMaterial)).toEqual([
      ...['missing', 'written', 'head-signed', 'signed', 'handed-in'],
    ])
  })

  it('is handed in only with both signatures', () => {
    for (const material of [written, byHead])
      expect(movedMaterial(material, ask('hand-in'))).toEqual({ ok: false, refusals: ['not-signed'] })
    expect(movedMaterial(byBoth, ask('hand-in'))).toMatchObject({ ok: true, value: { handedAt: at } })
  })

  it('is signed by the head first, and by somebody else second', () => {
    expect(movedMaterial(written, ask('sign-leader', { personId: 3 }))).toEqual({ ok: false, refusals: ['head-first'] })
    expect(movedMaterial(byHead, ask('sign-leader', { personId: 2 }))).toEqual({ ok: false, refusals: ['same-person'] })
    expect(movedMaterial(byHead, ask('sign-leader', { personId: 3 }))).toMatchObject({ ok: true, value: { headId: 2, leaderId: 3 } })
  })

  it('loses its signatures when its words change or it is sent back', () => {
    expect(movedMaterial(byBoth, ask('write', { words: '更正' }))).toEqual({ ok: true, value: { words: '更正', version: 2 } })
    const back = movedMaterial(byBoth, ask('send-back', { words: '数字不对' }))
    expect(back).toEqual({ ok: true, value: { words: written.words, version: 2 } })
    expect(movedMaterial(byBoth, ask('send-back'))).toEqual({ ok: false, refusals: ['reason-missing'] })
  })

  it('does not change after it was handed in', () => {
    for (const move of materialMoves)
      expect(movedMaterial(handedIn, ask(move, { words: 'x' }))).toEqual({ ok: false, refusals: ['handed-in-already'] })
  })

  it('what was changed meanwhile, or is not open yet, is refused with both reasons', () => {
    const request = ask('sign-head', { version: 7, isOpen: false })
    expect(movedMaterial(written, request)).toEqual({ ok: false, refusals: ['not-open', 'edited-meanwhile'] })
  })
})
