import { join, resolve } from 'node:path'
import { z } from 'zod'
import { asDay, isDay, type Day } from './kernel/day.ts'

/** A setting that cannot be used; the message names it and says what to write. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

/** Every setting once: its name, what it means, its form, its default, whether it is a secret. */
export const settings = [
  { name: 'PORT', means: 'TCP port to listen on', form: 'a number from 0 to 65535', default: '3000', secret: false },
  { name: 'HOST', means: 'address to listen on', form: 'an IP address or a host name', default: '127.0.0.1', secret: false },
  {
    name: 'DATABASE_URL',
    means: 'PostgreSQL server; unset: the embedded one',
    form: 'postgres://user:password@host:port/database',
    default: '',
    secret: true,
  },
  { name: 'DATA_DIR', means: 'folder for the embedded database and for files', form: 'a path', default: './var', secret: false },
  {
    name: 'FILES_URL',
    means: 'bucket for the files of documents; unset: a folder in DATA_DIR',
    form: 's3://key:secret@host:port/bucket?region=…, with &tls=no inside a closed network',
    default: '',
    secret: true,
  },
  {
    name: 'SEAL_KEYS',
    means: 'file of the keys that seal personal fields; keep a copy of it apart from the backups',
    form: 'a path',
    default: '<DATA_DIR>/keys/seal.json',
    secret: false,
  },
  { name: 'BASE_URL', means: 'address under which readers reach the site', form: 'http(s)://host', default: '', secret: false },
  {
    name: 'SMTP_URL',
    means: 'mail server; unset: mails are kept and shown at the desk',
    form: 'smtp://user:password@host:port',
    default: '',
    secret: true,
  },
  { name: 'MAIL_FROM', means: 'sender of the mails', form: 'a mail address', default: 'openness@localhost', secret: false },
  {
    name: 'INBOX_LISTEN',
    means: 'where the mail server of the house passes letters on to by SMTP; unset: nobody listens',
    form: 'host:port, such as 127.0.0.1:2525',
    default: '',
    secret: false,
  },
  {
    name: 'TRUSTED_PROXY',
    means: 'reverse proxy whose X-Forwarded-For is believed',
    form: 'an IP address or a range such as 10.0.0.0/8, or unset',
    default: '',
    secret: false,
  },
  { name: 'TODAY', means: 'the day to pretend it is; outside production only', form: 'YYYY-MM-DD', default: '', secret: false },
  {
    name: 'INDEX_PATTERN',
    means: 'form of the index number',
    form: 'text with {organisation}, {year} and {serial:N}',
    default: '{organisation}/{year}-{serial:5}',
    secret: false,
  },
  {
    name: 'REGION',
    means: 'name of a regional calendar overlay in packs/cn/regions',
    form: 'a name, or unset',
    default: '',
    secret: false,
  },
  { name: 'ALLOW_DEMO', means: 'let a demo database start in production', form: 'yes, or unset', default: '', secret: false },
  { name: 'NODE_ENV', means: 'production switches the demonstrations off', form: 'production, or unset', default: '', secret: false },
] as const

export interface Config {
  port: number
  host: string
  databaseUrl?: string
  dataDir: string
  filesUrl?: string
  /** Path of the key file. */
  sealKeys: string
  baseUrl: string
  smtpUrl?: string
  mailFrom: string
  inboxListen?: { host: string; port: number }
  trustedProxy?: string
  today?: Day
  indexPattern: string
  region?: string
  allowsDemo: boolean
  isProduction: boolean
}

const form = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().min(1).default('./var'),
  FILES_URL: z
    .string()
    .regex(/^s3:\/\/[^:@/]+:[^@/]+@[^@/?]+\/[a-z0-9][a-z0-9.-]+(\?[\w=&.-]*)?$/)
    .optional(),
  SEAL_KEYS: z.string().min(1).optional(),
  BASE_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+$/)
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().includes('@').default('openness@localhost'),
  INBOX_LISTEN: z
    .string()
    .regex(/^(\[[0-9a-fA-F:.]+\]|[\w.-]+):\d{1,5}$/)
    .transform((place) => ({ host: place.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''), port: Number(/\d+$/.exec(place)?.[0]) }))
    .refine(({ port }) => port <= 65535)
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?$/)
    .optional(),
  TODAY: z.string().refine(isDay).optional(),
  INDEX_PATTERN: z
    .string()
    .regex(/\{serial:\d\}/)
    .default('{organisation}/{year}-{serial:5}'),
  REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  ALLOW_DEMO: z.string().optional(),
  NODE_ENV: z.string().optional(),
})

/**
 * Reads the settings from the environment. An empty variable counts as unset.
 * Throws WrongSetting with one line per setting that is wrong.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = form.safeParse(given)
  if (!read.success) throw new WrongSetting(read.error.issues.map((issue) => complaint(String(issue.path[0]))).join('\n'))
  const value = read.data
  const isProduction = value.NODE_ENV === 'production'
  if (isProduction && value.TODAY) throw new WrongSetting('TODAY is for demonstrations and tests: unset it when NODE_ENV is production.')
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataDir: resolve(value.DATA_DIR),
    filesUrl: value.FILES_URL,
    sealKeys: resolve(value.SEAL_KEYS ?? join(value.DATA_DIR, 'keys', 'seal.json')),
    baseUrl: value.BASE_URL ?? `http://${value.HOST}:${value.PORT}`,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    inboxListen: value.INBOX_LISTEN,
    trustedProxy: value.TRUSTED_PROXY,
    today: value.TODAY ? asDay(value.TODAY) : undefined,
    indexPattern: value.INDEX_PATTERN,
    region: value.REGION,
    allowsDemo: value.ALLOW_DEMO === 'yes',
    isProduction,
  }
}

function complaint(name: string): string {
  const setting = settings.find((one) => one.name === name)
  return `The setting ${name} cannot be used: write ${setting?.form ?? 'something else'} (${setting?.means ?? ''}).`
}
