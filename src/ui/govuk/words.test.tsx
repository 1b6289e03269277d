import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import * as govuk from './index.ts'

const plural = { other: '还可输入 %{count} 字' }

/** Every component that has English words of its own, with all of them given in Chinese. */
const inChinese: [string, VNode][] = [
  [
    'an accordion',
    <govuk.Accordion
      id="1"
      items={[{ heading: { text: '职责' }, content: { text: '内容' } }]}
      hideAllSectionsText="全部收起"
      hideSectionText="收起"
      hideSectionAriaLabelText="收起本节"
      showAllSectionsText="全部展开"
      showSectionText="展开"
      showSectionAriaLabelText="展开本节"
    />,
  ],
  ['a back link', <govuk.BackLink>返回</govuk.BackLink>],
  ['breadcrumbs', <govuk.Breadcrumbs labelText="当前位置" items={[{ text: '首页', href: '/' }, { text: '目录' }]} />],
  [
    'a character count',
    <govuk.CharacterCount
      name="1"
      maxlength={500}
      label={{ text: '内容' }}
      textareaDescriptionText="最多 %{count} 字"
      charactersUnderLimitText={plural}
      charactersAtLimitText="已到上限"
      charactersOverLimitText={plural}
    />,
  ],
  [
    'a date input',
    <govuk.DateInput
      id="1"
      items={[
        { name: 'year', label: '年' },
        { name: 'month', label: '月' },
        { name: 'day', label: '日' },
      ]}
    />,
  ],
  ['an error message', <govuk.ErrorMessage visuallyHiddenText="错误">请填写标题</govuk.ErrorMessage>],
  [
    'a file upload',
    <govuk.FileUpload
      name="1"
      javascript
      label={{ text: '附件' }}
      chooseFilesButtonText="选择文件"
      dropInstructionText="或拖放到此处"
      multipleFilesChosenText={plural}
      noFileChosenText="未选择文件"
      enteredDropZoneText="已进入拖放区"
      leftDropZoneText="已离开拖放区"
    />,
  ],
  ['a language navigation', <govuk.LanguageNavigation ariaLabel="语言" items={[{ text: '中文' }]} />],
  ['a notification banner', <govuk.NotificationBanner titleText="重要提示" text="已保存" />],
  ['a success banner', <govuk.NotificationBanner type="success" titleText="成功" text="已保存" />],
  [
    'a pagination',
    <govuk.Pagination
      landmarkLabel="分页"
      previous={{ href: '/1', text: '上一页' }}
      next={{ href: '/3', text: '下一页' }}
      items={[{ number: 2, href: '/2', visuallyHiddenText: '第 2 页', current: true }]}
    />,
  ],
  [
    'a password input',
    <govuk.PasswordInput
      name="1"
      label={{ text: '密码' }}
      showPasswordText="显示"
      hidePasswordText="隐藏"
      showPasswordAriaLabelText="显示密码"
      hidePasswordAriaLabelText="隐藏密码"
      passwordShownAnnouncementText="密码已显示"
      passwordHiddenAnnouncementText="密码已隐藏"
    />,
  ],
  [
    'a service navigation',
    <govuk.ServiceNavigation
      serviceName="公开"
      ariaLabel="服务信息"
      menuButtonText="菜单"
      menuButtonLabel="打开菜单"
      navigation={[
        { text: '目录', href: '/1', current: true },
        { text: '指南', href: '/2' },
      ]}
    />,
  ],
  ['tabs', <govuk.Tabs title="目录" idPrefix="1" items={[{ label: '概况', panel: { text: '内容' } }]} />],
  ['a warning', <govuk.WarningText iconFallbackText="警告">逾期不予受理</govuk.WarningText>],
]

describe('words', () => {
  it.each(inChinese)('leave no English in %s when all are given in Chinese', (_, component) => {
    expect(spoken(render(component)).filter((words) => /[a-z]{2}/i.test(words.replaceAll('%{count}', '')))).toEqual([])
  })

  it.each(inChinese)('are found in %s', (_, component) => {
    expect(spoken(render(component)).some((words) => /\p{Script=Han}/u.test(words))).toBe(true)
  })
})

/** Everything that a reader, a screen reader or a component's script would say. */
function spoken(html: string): string[] {
  const texts = html.split(/<[^>]*>/)
  const attributes = [...html.matchAll(/ (?:aria-label|title|alt|data-i18n[^=]*)="([^"]*)"/g)].map((match) => match[1]!)
  return [...texts, ...attributes].filter((words) => words.trim() !== '')
}
