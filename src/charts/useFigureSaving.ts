import { ref, toValue, type MaybeRefOrGetter } from 'vue'
import { exportScene } from './exportScene'
import { useFigureWords } from './figureWords'
import type { PictureReading } from './pictureModel'
import { saveFile, saveText, svgToPng } from './saveFile'
import type { Scene } from './scene'
import { sceneToSvg } from './sceneToSvg'

/** The width of an exported picture, whatever the screen. */
const EXPORT_WIDTH = 860

interface SavedFigure {
  readonly title: string
  readonly reading: PictureReading
  readonly notes: readonly string[]
  readonly credit: string | undefined
  /** Without ending. */
  readonly fileName: string
  readonly layout: ((width: number) => Scene) | undefined
}

/**
 * Saves a figure as a file, drawn from the layout of the screen at a width of its own.
 *
 * @returns the two ways to save, and why the last one failed
 */
export function useFigureSaving(figure: MaybeRefOrGetter<SavedFigure>) {
  const words = useFigureWords()
  const failure = ref<string>()

  function exported() {
    const { layout, title, reading, notes, credit } = toValue(figure)
    if (!layout) return undefined
    const picture = exportScene(layout(EXPORT_WIDTH), { title, reading, notes, credit })
    return { picture, svg: sceneToSvg(picture, { title, description: reading }) }
  }

  function saveSvg() {
    const made = exported()
    if (made) saveText(`${toValue(figure).fileName}.svg`, made.svg, 'image/svg+xml')
  }

  async function savePng() {
    const made = exported()
    if (!made) return
    const blob = await svgToPng(made.svg, made.picture.width, made.picture.height)
    failure.value = blob ? undefined : words.value.noPng
    if (blob) saveFile(`${toValue(figure).fileName}.png`, blob)
  }

  return { saveSvg, savePng, failure }
}
