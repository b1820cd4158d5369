// Keeping pieces of answers: a click on a button marked `data-keep` is handed to Python. `data.kept` names what is kept,
// which its buttons then say. The buttons are in sight while this is here.

let stopBefore = null // new data call the function anew, and clean up after the last call alone

export default function ({ data, setTriggerValue }) {
  stopBefore?.()
  const stop = new AbortController()
  const kept = new Set(data.kept)
  const root = document.documentElement

  const show = () => {
    for (const button of document.querySelectorAll("button[data-keep]")) {
      const pressed = String(kept.has(button.dataset.keep))
      if (button.getAttribute("aria-pressed") === pressed) continue
      button.setAttribute("aria-pressed", pressed)
    }
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-keep]")
    if (button) setTriggerValue("keep", button.dataset.keep)
  }, { signal: stop.signal })
  const watch = new MutationObserver(show)
  watch.observe(document.body, { childList: true, subtree: true })
  root.dataset.keeping = ""
  show()

  stopBefore = () => {
    stop.abort()
    watch.disconnect()
    delete root.dataset.keeping
  }
  return stopBefore
}
