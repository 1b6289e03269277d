import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

let known: Promise<(character: string) => boolean> | undefined

/** Which characters the type that travels with the program has. Read once, when it is first asked. */
export async function readFont(): Promise<(character: string) => boolean> {
  const path = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
  known ??= readFile(createRequire(import.meta.url).resolve(path)).then(charactersOf)
  return known
}

/** The spans of characters that a font maps to glyphs: its `cmap` table in format 12 (OpenType). Throws when it has none. */
function charactersOf(font: Buffer): (character: string) => boolean {
  const map = tableOf(font, 'cmap')
  const count = font.readUInt16BE(map + 2)
  const places = Array.from({ length: count }, (_, n) => map + font.readUInt32BE(map + 4 + n * 8 + 4))
  const place = places.find((at) => font.readUInt16BE(at) === 12)
  if (place === undefined) throw new Error('the font has no map of all characters')
  const spans = Array.from({ length: font.readUInt32BE(place + 12) }, (_, n) => {
    const at = place + 16 + n * 12
    return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) }
  })
  return (character) => {
    const point = character.codePointAt(0) ?? 0
    return spans.some(({ first, last }) => point >= first && point <= last)
  }
}

function tableOf(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  throw new Error(`the font has no ${name}`)
}
