import { describe, expect, it } from 'vitest'
import { KeptPages } from './kept-pages.ts'
import { makeReady } from './render.ts'

const page = (text: string) => makeReady(text, 'text/plain')

describe('the shelf of ready-made pages', () => {
  it('gives back what was kept until anything changes', () => {
    const kept = new KeptPages()
    kept.keep('zh /', page('one'), kept.state)
    expect(kept.find('zh /')?.plain.toString()).toBe('one')
    kept.changed()
    expect(kept.find('zh /')).toBeUndefined()
  })

  it('does not keep a page that was drawn from older rows', () => {
    const kept = new KeptPages()
    const before = kept.state
    kept.changed()
    kept.keep('zh /', page('old'), before)
    expect(kept.find('zh /')).toBeUndefined()
  })

  it('never grows beyond its limit, and forgets first what nobody has read for longest', () => {
    const kept = new KeptPages(16_000)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) kept.keep(name, page(name.repeat(900)), kept.state)
    expect(kept.find('a')).toBeDefined()
    kept.keep('i', page('i'.repeat(900)), kept.state)
    kept.keep('j', page('j'.repeat(900)), kept.state)
    expect(kept.find('a')).toBeDefined()
    expect(kept.find('b')).toBeUndefined()
    expect(kept.find('j')).toBeDefined()
  })
})
