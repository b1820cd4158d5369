// Keeping pieces of answers: a click on a button marked `data-keep` is handed to Python. `data.kept` names what is kept,
// which its buttons then say. The buttons are in sight while this is here.

let stopBefore = null // new data call the function anew, and clean up after the last call alone

export default function ({ data, setTriggerValue }) {
  stopBefore?.()
  const stop = new AbortController()
  const kept = new Set(data.kept)

  const show = () => {
    for (const button of document.querySelectorAll("button[data-keep]")) {
      button.setAttribute("aria-pressed", kept.has(button.dataset.keep))
    }
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-keep]")
    if (button) setTriggerValue("keep", button.dataset.keep)
  }, { signal: stop.signal })
  document.addEventListener("drawn", show, { signal: stop.signal })
  document.documentElement.dataset.keeping = ""
  show()

  stopBefore = () => {
    stop.abort()
    delete document.documentElement.dataset.keeping
  }
  return stopBefore
}
