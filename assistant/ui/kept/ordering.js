// Pieces of a collection moved by dragging their grips: how far which was moved is handed to Python.

const CARD = "[class*=st-key-piece-]:has([data-grip])"

export default function ({ setTriggerValue }) {
  const stop = new AbortController()
  const on = (type, act) => document.addEventListener(type, act, { signal: stop.signal })
  const cards = () => [...document.querySelectorAll(CARD)]
  let dragged = null
  let over = null

  const show = (card, side) => {
    if (over && over !== card) delete over.dataset.drop
    over = card
    if (card) card.dataset.drop = side
  }
  on("dragstart", (event) => {
    if (!event.target.matches?.("[data-grip]")) return
    dragged = event.target.closest(CARD)
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", event.target.dataset.grip)
    event.dataTransfer.setDragImage(dragged, 20, 20)
  })
  on("dragover", (event) => {
    const card = dragged && event.target.closest?.(CARD)
    if (!card) return
    event.preventDefault()
    const { top, height } = card.getBoundingClientRect()
    show(card, event.clientY < top + height / 2 ? "before" : "after")
  })
  on("drop", (event) => {
    if (!dragged || !over) return
    event.preventDefault()
    const all = cards()
    const from = all.indexOf(dragged)
    const at = all.indexOf(over) + (over.dataset.drop === "after" ? 1 : 0)
    const by = (at > from ? at - 1 : at) - from
    if (by) setTriggerValue("move", { piece: dragged.querySelector("[data-grip]").dataset.grip, by })
  })
  on("dragend", () => {
    show(null)
    dragged = null
  })
  return () => stop.abort()
}
