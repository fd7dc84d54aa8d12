/** Asks the browser for the whole screen. Where it is not allowed the window is simply as large as it is. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
  } catch {
    // A tablet or a rule of the house may bar it.
  }
}

export async function leaveFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
  } catch {
    // It was left already.
  }
}
