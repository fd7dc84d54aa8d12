/**
 * Does a piece of work once the page has shown what it now holds, so that what a person waits for comes first.
 * A hidden tab paints nothing: a timer goes on without it.
 *
 * @returns what calls it off
 */
export function afterPaint(work: () => void): () => void {
  let frame = 0
  const done = () => {
    stop()
    work()
  }
  let timer = setTimeout(done, 200)
  function stop() {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
  frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(done)
  })
  return stop
}
