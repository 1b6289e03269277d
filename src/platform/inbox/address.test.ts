import { expect, it } from 'vitest'
import { readInboxAddress } from './index.ts'

it('The address of a mailbox names the host, the folder, and how to sign in', () => {
  expect(readInboxAddress('imaps://unit:pass@mail.example.gov.cn:1993/INBOX?move=Done')).toEqual({
    ok: true,
    value: { host: 'mail.example.gov.cn', port: 1993, isTls: true, user: 'unit', password: 'pass', folder: 'INBOX', moveTo: 'Done' },
  })
  expect(readInboxAddress(' imap://unit:pass@127.0.0.1 ')).toEqual({
    ok: true,
    value: { host: '127.0.0.1', port: 143, isTls: false, user: 'unit', password: 'pass', folder: 'INBOX' },
  })
})

it('The address of a mailbox may hold any sign, percent-encoded, and an @ in the user name as it is', () => {
  expect(
    readInboxAddress('IMAPS://box@example.gov.cn:p%2F%3F%23%25:%20%E5%AF%86@[::1]:993/%E4%BE%9D%E7%94%B3%E8%AF%B7?move=a%26b'),
  ).toMatchObject({
    value: { host: '::1', user: 'box@example.gov.cn', password: 'p/?#%: 密', folder: '依申请', moveTo: 'a&b' },
  })
})

it.each<[string, string[]]>([
  ['', ['form']],
  ['unit:pass@mail.example.gov.cn', ['form']],
  ['imaps://unit:pa ss@host', ['form']],
  ['https://unit:pass@host', ['scheme']],
  ['imaps://host/INBOX', ['user', 'password']],
  ['imaps://unit@host', ['password']],
  ['imaps://unit:%0d%0aA1%20LOGOUT@host', ['password']],
  ['imaps://unit:%E5@host', ['password']],
  ['imaps://unit:pass@', ['host']],
  ['imaps://unit:pass@-host-:993', ['host']],
  ['imaps://unit:pass@host:0', ['port']],
  ['imaps://unit:pass@host:70000', ['port']],
  ['imaps://unit:pass@host:imap', ['port']],
  ['imaps://unit:pass@host/a%0ab', ['folder']],
  ['imaps://unit:pass@host?move=', ['move']],
  ['imaps://unit:pass@host/INBOX?move=INBOX', ['move']],
  ['imaps://unit:pass@host?tls=no', ['option']],
  ['pop://@:x/%00?move=&y', ['scheme', 'user', 'password', 'host', 'port', 'folder', 'move', 'option']],
])('%s is no address of a mailbox: %j', (text, refusals) => {
  expect(readInboxAddress(text)).toEqual({ ok: false, refusals })
})
