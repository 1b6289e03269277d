import { describe, expect, it } from 'vitest'
import { readConfig, settings, WrongSetting } from './config.ts'

describe('the settings', () => {
  it('have a default each, so that an empty environment is a good one', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'http://127.0.0.1:3000', isProduction: false })
    expect(config.databaseUrl).toBeUndefined()
    expect(config.indexPattern).toBe('{organisation}/{year}-{serial:5}')
  })

  it('keep the keys of sealed fields in the data folder, unless a path is named', () => {
    expect(readConfig({ DATA_DIR: '/srv/gongkai' }).sealKeys).toBe('/srv/gongkai/keys/seal.json')
    expect(readConfig({ DATA_DIR: '/srv/gongkai', SEAL_KEYS: '/etc/gongkai/seal.json' }).sealKeys).toBe('/etc/gongkai/seal.json')
  })

  it('count as unset when they are empty', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 3000 })
  })

  it('name every wrong one at once, with what to write', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      TODAY: '2026-02-30',
      INDEX_PATTERN: '{year}',
      FILES_URL: 's3://bucket-without-a-key',
      INBOX_LISTEN: 'localhost:99999',
    }
    expect(() => readConfig(wrong)).toThrow(WrongSetting)
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(new RegExp(`The setting ${name} cannot be used`))
  })

  it('read where to listen for mail, an IPv6 address in brackets too', () => {
    expect(readConfig({}).inboxListen).toBeUndefined()
    expect(readConfig({ INBOX_LISTEN: '127.0.0.1:2525' }).inboxListen).toEqual({ host: '127.0.0.1', port: 2525 })
    expect(readConfig({ INBOX_LISTEN: '[::1]:25' }).inboxListen).toEqual({ host: '::1', port: 25 })
    for (const wrong of ['2525', 'localhost', 'localhost:', '::1:25', 'a b:25']) {
      expect(() => readConfig({ INBOX_LISTEN: wrong }), wrong).toThrow(/INBOX_LISTEN/)
    }
  })

  it('refuse a pretended day in production', () => {
    expect(readConfig({ TODAY: '2026-11-20' }).today).toBe('2026-11-20')
    expect(() => readConfig({ TODAY: '2026-11-20', NODE_ENV: 'production' })).toThrow(/TODAY/)
  })

  it('are each described once', () => {
    expect(new Set(settings.map((one) => one.name)).size).toBe(settings.length)
  })
})
