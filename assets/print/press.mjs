// The press: a process of its own that sets pages with Typst. It is started for the first sheet and ended when it has been idle, so that
// neither its memory nor a fault in it ever belongs to the server. What it is told arrives as data and is never read as markup.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const folder = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const fonts = [
  require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
]
const mark = readFileSync(join(folder, '..', 'img', 'mark.svg'), 'utf8')

setPriority(5) // readers of pages come before paper
// The workspace is this folder alone: a template can read nothing else of the machine.
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fonts.map((path) => dirname(path)) }] })

process.on('message', ({ id, template, content, seconds }) => {
  try {
    const inputs = { content: JSON.stringify({ ...content, mark }) }
    const pdf = compiler.pdf({ mainFilePath: join(folder, `${template}.typ`), inputs }, { pdfStandard: 'ua-1', creationTimestamp: seconds })
    process.send({ id, pdf })
    compiler.evictCache(4)
  } catch (fault) {
    process.send({ id, fault: String(fault) })
  }
})
process.on('disconnect', () => process.exit())
