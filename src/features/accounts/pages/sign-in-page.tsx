import type { VNode } from 'preact'
import type { Role } from '../../../kernel/policy.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button, Details } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { SecretField } from './secret-field.tsx'

/** Somebody of the demonstration, for a newcomer who wants to look around. */
export interface DemoSignIn {
  login: string
  nameZh: string
  nameEn: string
  posts: { role: Role; unitNameZh: string; unitNameEn: string }[]
}

export interface SignInPageProps {
  reader: Reader
  login: string
  /** Where to go afterwards; a path of this site without its language. */
  next: string
  errors: FieldError[]
  demo?: { people: DemoSignIn[]; password: string }
}

/** Login and password. */
export function SignInPage({ reader, login, next, errors, demo }: SignInPageProps): VNode {
  const title = reader.t('accounts.sign-in.title')
  return (
    <DeskPage reader={reader} title={title} hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('accounts.sign-in.lead')}</Lead>
      <Form reader={reader} action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <TextField
          reader={reader}
          name="login"
          label={reader.t('accounts.login')}
          value={login}
          autocomplete="username"
          width={20}
          errors={errors}
        />
        <SecretField reader={reader} name="password" label={reader.t('accounts.password')} kind="current-password" errors={errors} />
        <Actions>
          <Button text={reader.t('accounts.sign-in.button')} />
        </Actions>
      </Form>
      <p class="gk-quiet">{reader.t('accounts.sign-in.forgotten')}</p>
      {demo === undefined ? null : <DemoTable reader={reader} {...demo} />}
    </DeskPage>
  )
}

function DemoTable({ reader, people, password }: { reader: Reader; people: DemoSignIn[]; password: string }) {
  return (
    <section>
      <Heading level={2}>{reader.t('accounts.demo.title')}</Heading>
      <p>
        {reader.t('accounts.demo.password')} <code>{password}</code>
      </p>
      <DemoList reader={reader} people={people.slice(0, shownAtOnce)} />
      {people.length > shownAtOnce ? (
        <Details summaryText={reader.t('accounts.demo.more', { n: people.length - shownAtOnce })}>
          <DemoList reader={reader} people={people.slice(shownAtOnce)} />
        </Details>
      ) : null}
    </section>
  )
}

// The named cast comes first; whoever wants somebody else opens the rest.
const shownAtOnce = 10

function DemoList({ reader, people }: { reader: Reader; people: DemoSignIn[] }) {
  return (
    <DataList
      caption={reader.t('accounts.demo.title')}
      columns={[{ label: reader.t('accounts.login') }, { label: reader.t('accounts.name') }, { label: reader.t('accounts.posts') }]}
      rows={people.map((person) => ({ cells: [person.login, nameIn(reader, person), postsInWords(reader, person.posts)] }))}
    />
  )
}

/** Posts as one line: the unit and the role of each. */
export function postsInWords(reader: Reader, posts: readonly DemoSignIn['posts'][number][]): string {
  return posts
    .map((post) => `${nameIn(reader, { nameZh: post.unitNameZh, nameEn: post.unitNameEn })} · ${reader.t(`accounts.role.${post.role}`)}`)
    .join(reader.lang === 'zh' ? '；' : '; ')
}
