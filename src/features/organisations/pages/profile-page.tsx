import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { FieldGroup, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { Meanwhile } from '../../../ui/meanwhile.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { profileKeys, type Profile, type ProfileField, type Unit } from '../unit.ts'
import { UnitTrail } from './desk-unit-page.tsx'

export interface ProfilePageProps {
  reader: Reader
  /** As it stands now; its version goes into the form. */
  unit: Unit
  /** What the form holds: the unit's own at first, afterwards what was typed. */
  profile: Profile
  errors?: FieldError[]
  /** Another editor was quicker: show the differences between the unit and the form. */
  isMeanwhile?: boolean
}

const pairs = ['functions', 'address', 'hours', 'responsible', 'contact'] as const
const singles = [
  { field: 'telephone', type: 'tel' },
  { field: 'fax', type: 'tel' },
  { field: 'email', type: 'email' },
  { field: 'web', type: 'url' },
] as const

/** The form of a unit's profile, both languages side by side. Empty fields may be saved; they show as gaps. */
export function ProfilePage({ reader, unit, profile, errors = [], isMeanwhile }: ProfilePageProps): VNode {
  const title = reader.t('organisations.profile.edit')
  return (
    <DeskPage reader={reader} title={title} section="units" hasErrors={errors.length > 0}>
      <UnitTrail reader={reader} unit={unit} page={title} />
      <ErrorBox reader={reader} errors={errors} />
      {isMeanwhile ? <Meanwhile reader={reader} rows={differences(reader, unit, profile)} /> : null}
      <Heading kicker={nameIn(reader, unit)}>{title}</Heading>
      <Lead>{reader.t('organisations.profile.lead')}</Lead>
      <Form reader={reader} action={`/desk/units/${unit.code}/profile`} keep>
        <input type="hidden" name="version" value={unit.version} />
        {pairs.map((field) => (
          <Pair reader={reader} field={field} profile={profile} errors={errors} />
        ))}
        <FieldGroup legend={reader.t('organisations.profile.reach')}>
          {singles.map(({ field, type }) => (
            <TextField
              reader={reader}
              name={field}
              type={type}
              label={reader.t(`organisations.field.${field}`)}
              hint={reader.t(`organisations.hint.${field}`)}
              value={profile[field]}
              errors={errors}
            />
          ))}
        </FieldGroup>
        <Actions>
          <Button text={reader.t(isMeanwhile ? 'organisations.profile.save-over' : 'organisations.profile.save')} />
          <a href={href(reader, `/desk/units/${unit.code}`)}>{reader.t('organisations.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

type Pairs = (typeof pairs)[number]

function Pair({ reader, field, profile, errors }: { reader: Reader; field: Pairs; profile: Profile; errors: FieldError[] }) {
  const word = reader.t(`organisations.field.${field}`)
  const options = (tongue: 'Zh' | 'En') => ({
    reader,
    errors,
    name: `${field}${tongue}`,
    label: reader.t(tongue === 'Zh' ? 'organisations.in-chinese' : 'organisations.in-english', { field: word }),
    value: profile[`${field}${tongue}`],
  })
  const isLong = field === 'functions'
  return (
    <FieldGroup legend={word}>
      {isLong ? <TextareaField {...options('Zh')} /> : <TextField {...options('Zh')} />}
      {isLong ? <TextareaField {...options('En')} /> : <TextField {...options('En')} />}
    </FieldGroup>
  )
}

function differences(reader: Reader, unit: Unit, profile: Profile): { label: string; theirs: string; mine: string }[] {
  return profileKeys
    .filter((key) => unit[key] !== profile[key])
    .map((key) => ({ label: labelOf(reader, key), theirs: unit[key], mine: profile[key] }))
}

function labelOf(reader: Reader, key: keyof Profile): string {
  const field = reader.t(`organisations.field.${key.replace(/(Zh|En)$/, '') as ProfileField}`)
  if (key.endsWith('Zh')) return reader.t('organisations.in-chinese', { field })
  return key.endsWith('En') ? reader.t('organisations.in-english', { field }) : field
}
