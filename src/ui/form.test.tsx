import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { CheckboxesField, RadiosField } from './choice.tsx'
import { DateField, FileField, SelectField, TextareaField, TextField } from './field.tsx'
import { ErrorBox, fieldId, Form } from './form.tsx'
import { specimenReader } from './specimen.ts'

const reader = specimenReader('en')
const signedIn = specimenReader('en', { person: { id: 1, name: 'Lin', initials: 'L', posts: [], token: 'mine' } })

describe('a form', () => {
  it('posts to the reader’s language with the token of the person', () => {
    const html = renderToString(<Form reader={signedIn} action="/desk/documents" children="" />)
    expect(html).toContain('action="/en/desk/documents"')
    expect(html).toContain('<input type="hidden" name="_token" value="mine"/>')
  })

  it('leaves an address alone that already has its language', () => {
    expect(renderToString(<Form reader={reader} action="/en/apply" children="" />)).toContain('action="/en/apply"')
  })

  it('puts no token into an address', () => {
    expect(renderToString(<Form reader={signedIn} action="/search" method="get" children="" />)).not.toContain('mine')
  })

  it('lets a public form hand in its own token, and a key against double sending', () => {
    const html = renderToString(<Form reader={reader} action="/apply" token="public" once="k-1" children="" />)
    expect(html).toContain('name="_token" value="public"')
    expect(html).toContain('name="_once" value="k-1"')
  })
})

describe('the errors of a form', () => {
  const errors = [
    { field: 'contact[mail]', message: 'Write an address with an @' },
    { field: 'audience', message: 'Choose who may read it' },
  ]

  it('are listed on top, each linked to its field, and repeated beside it', () => {
    const html = renderToString(
      <>
        <ErrorBox reader={reader} errors={errors} />
        <TextField reader={reader} name="contact[mail]" label="Mail" value="a.b" errors={errors} />
        <RadiosField reader={reader} name="audience" label="Readers" errors={errors} choices={[{ value: 'all', label: 'All' }]} />
      </>,
    )
    for (const error of errors) {
      expect(html).toContain(`href="#${fieldId(error.field)}"`)
      expect(html).toContain(`id="${fieldId(error.field)}"`)
      expect(html).toContain(`id="${fieldId(error.field)}-error"`)
      expect(html.split(error.message)).toHaveLength(3)
    }
  })

  it('draw nothing where there are none', () => {
    expect(renderToString(<ErrorBox reader={reader} errors={[]} />)).toBe('')
  })
})

describe('a field', () => {
  it('keeps what was typed, however hostile', () => {
    const evil = '"><img src=x onerror=alert(1)>'
    const html = renderToString(
      <>
        <TextField reader={reader} name="title" label="Title" value={evil} />
        <TextareaField reader={reader} name="text" label="Text" value={'</textarea><b>'} />
      </>,
    )
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<b>')
    expect(html).toContain('&lt;/textarea>')
  })

  it('shows by example how a day is written', () => {
    const html = renderToString(<DateField reader={specimenReader('zh')} name="formedOn" label="成文日期" value="" />)
    expect(html).toContain('例如 2025-10-17')
    expect(html).toContain('aria-describedby="formedOn-hint"')
  })

  it('says that it may be left empty', () => {
    expect(renderToString(<FileField reader={reader} name="file" label="File" optional />)).toContain('File (optional)')
  })

  it('selects and checks what was chosen', () => {
    const html = renderToString(
      <>
        <SelectField
          reader={reader}
          name="genre"
          label="Genre"
          value="b"
          options={[
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ]}
        />
        <CheckboxesField
          reader={reader}
          name="channel"
          label="Channels"
          values={['y']}
          choices={[
            { value: 'x', label: 'X' },
            { value: 'y', label: 'Y' },
          ]}
        />
      </>,
    )
    expect(html).toMatch(/<option[^>]*value="b"[^>]*selected/)
    expect(html).not.toMatch(/<option[^>]*value="a"[^>]*selected/)
    expect(html).toMatch(/<input[^>]*value="y"[^>]*checked/)
    expect(html).not.toMatch(/<input[^>]*value="x"[^>]*checked/)
  })

  it('draws what belongs to a choice under it', () => {
    const choices = [{ value: 'group', label: 'A group', children: <p>Which group?</p> }]
    const html = renderToString(<RadiosField reader={reader} name="audience" label="Readers" value="group" choices={choices} />)
    expect(html).toContain('<p>Which group?</p>')
  })
})
