/** The bars with Chart.js, only the parts in use, as its documentation recommends for small bundles. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

const dataOf = (bars, label) => ({
  labels: bars.map(({ name }) => name),
  datasets: [{ label, data: bars.map(({ value }) => value), backgroundColor: '#3b6ea5' }],
})

export function drawBars(canvas, bars, label) {
  return new Chart(canvas, {
    type: 'bar',
    data: dataOf(bars, label),
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      scales: { x: { min: 0, max: 100, title: { display: true, text: `${label}, %` } } },
    },
  })
}

export function updateBars(chart, bars, label) {
  chart.data = dataOf(bars, label)
  chart.options.scales.x.title.text = `${label}, %`
  chart.update()
}
