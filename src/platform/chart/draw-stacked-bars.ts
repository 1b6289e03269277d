/** One part of every bar. */
export interface BarPart {
  name: string
  /** `#rrggbb`; the parts differ by pattern too, so that nobody needs to see colours. */
  colour: string
  pattern: 'full' | 'striped' | 'hollow'
  /** One per bar, in the order of the labels. */
  values: readonly number[]
}

export interface StackedBars {
  labels: readonly string[]
  parts: readonly BarPart[]
  width: number
  height: number
}

const ink = '#14213d'
const slate = '#5b6472'
const line = '#d8d4ca'
// Names in single quotes: the library writes them into an attribute as they are.
const face = "'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"

/**
 * Draws stacked bars as an SVG document of its own, to be shown through an address: inline, its styles would not pass the content policy.
 * It carries no words but labels and names; whoever shows it gives it a text alternative and the table with the same numbers.
 */
export async function drawStackedBars({ labels, parts, width, height }: StackedBars): Promise<string> {
  const echarts = await loadCharts()
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: face, color: ink, fontSize: 14 },
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 36, right: 8, top: 16, bottom: 64 },
    legend: { bottom: 4, itemGap: width < 600 ? 12 : 24, selectedMode: false, textStyle: { color: ink, fontSize: 14 } },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
      axisLabel: { color: slate, fontSize: width < 600 ? 11 : 13, interval: 0, lineHeight: 16 },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: line } }, axisLabel: { color: slate, fontSize: 13 } },
    series: parts.map((part) => ({
      type: 'bar',
      stack: 'all',
      name: part.name,
      data: part.values.map((value) => (value === 0 ? '-' : value)),
      barMaxWidth: 40,
      ...looks(part),
    })),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** The library is large and few readers look at charts: it is loaded by the first that is drawn. */
async function loadCharts() {
  const [echarts, { BarChart }, { AriaComponent, GridComponent, LegendComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  echarts.use([BarChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer])
  return echarts
}

function looks({ colour, pattern }: BarPart) {
  const none = { symbol: 'none' }
  if (pattern === 'hollow') return { itemStyle: { color: '#ffffff', borderColor: colour, borderWidth: 1.5, decal: none } }
  const stripes = { symbol: 'rect', color: 'rgba(255,255,255,0.55)', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 }
  return { itemStyle: { color: colour, decal: pattern === 'striped' ? stripes : none } }
}
