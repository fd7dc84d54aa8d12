/** Horizontal bars on a canvas, 0 to 100 %. */
const ROW = 36
const LEFT = 220

function paint(canvas, bars, label) {
  const width = canvas.parentElement.clientWidth
  canvas.width = width
  canvas.height = bars.length * ROW + 30
  const context = canvas.getContext('2d')
  context.font = '13px system-ui'
  bars.forEach(({ name, value }, index) => {
    const length = ((width - LEFT - 60) * value) / 100
    context.fillStyle = '#16181d'
    context.fillText(name, 0, index * ROW + 22, LEFT - 10)
    context.fillText(`${value} %`, LEFT + length + 6, index * ROW + 22)
    context.fillStyle = '#3b6ea5'
    context.fillRect(LEFT, index * ROW + 6, length, ROW - 12)
  })
  context.fillStyle = '#16181d'
  context.fillText(`${label}, %`, LEFT, bars.length * ROW + 20)
}

export function drawBars(canvas, bars, label) {
  paint(canvas, bars, label)
  return canvas
}

export const updateBars = paint
