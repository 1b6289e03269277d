/** A colour as `#rrggbb`. Nothing else is accepted, because the text ends up in a stylesheet. */
export type Colour = `#${string}`

/** Is this text a colour that a stylesheet may carry? */
export function isColour(text: string): text is Colour {
  return /^#[0-9a-f]{6}$/i.test(text)
}

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio). Throws a RangeError for what is no colour. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Everything that stands against an action colour: it must be told from each ground it is written on. */
export type ColourRefusal = 'not-a-colour' | 'too-pale'

/** Text must stand this far apart from its ground (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5

const grounds = ['#ffffff', '#f7f5f0']

/** Why a city may not have this action colour; empty when it may. */
export function colourRefusals(action: string): ColourRefusal[] {
  if (!isColour(action)) return ['not-a-colour']
  return grounds.every((ground) => contrast(action, ground) >= leastContrast) ? [] : ['too-pale']
}

/**
 * The lines that give the stylesheet a city's own action colour, to be put after it. The stronger shade for hovering is made from
 * the colour itself. Throws a RangeError for a colour that `colourRefusals` refuses.
 */
export function cityColours(action: string): string {
  if (colourRefusals(action).length > 0) throw new RangeError(`not an action colour: ${JSON.stringify(action)}`)
  return `:root{--gk-action:${action};--gk-action-strong:${darkened(action)}}`
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function darkened(colour: string): Colour {
  return `#${channels(colour)
    .map((value) =>
      Math.round(value * 0.75)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function channels(colour: string): number[] {
  if (!isColour(colour)) throw new RangeError(`not a colour: ${JSON.stringify(colour)}`)
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
}
