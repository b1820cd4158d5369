// What the answers and the viewer of sources do in the browser: a marker shows its quote and opens its source, a page
// scrolls to its quote, is zoomed, and its link is copied. `data.key` names the element that this instance serves.

const SIZES = [100, 150, 200, 300] // of a page, in per cent of the width there is
const NARROW = 640 // pixels of a screen on which a whole page is too small to read
const WAIT = 200 // milliseconds in which the pointer may pass from a marker to its quote

export default function ({ data, setTriggerValue }) {
  const stop = new AbortController()
  const on = (type, act) => document.addEventListener(type, act, { signal: stop.signal })
  const mine = (event, selector) => {
    const found = event.target.closest?.(selector)
    return found?.closest("[data-answer]")?.dataset.answer === data.key ? found : null
  }

  on("click", (event) => {
    const link = mine(event, "a[data-open]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    hide()
    giveFocusBack(link)
    setTriggerValue("open", Number(link.dataset.open))
  })

  let shown = null
  let waiting = 0
  const show = (marker) => {
    clearTimeout(waiting)
    const tip = document.getElementById(marker.getAttribute("aria-describedby"))
    if (!tip || tip === shown) return
    hide()
    shown = tip
    tip.hidden = false
    place(tip, marker)
  }
  const hide = () => {
    clearTimeout(waiting)
    if (shown) shown.hidden = true
    shown = null
  }
  const hideSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(hide, WAIT)
  }
  on("pointerover", (event) => {
    if (event.pointerType === "touch") return
    const marker = mine(event, ".ka-ref")
    if (marker) show(marker)
    else if (shown && shown.contains(event.target)) clearTimeout(waiting)
    else if (shown) hideSoon()
  })
  on("focusin", (event) => {
    const marker = mine(event, ".ka-ref")
    if (marker && marker.matches(":focus-visible")) show(marker)
    else if (shown) hide()
  })
  on("keydown", (event) => {
    if (event.key === "Escape") hide()
  })

  on("click", (event) => {
    const button = mine(event, "button[data-zoom]")
    if (button) zoom(data.key, Number(button.dataset.zoom))
    const copying = mine(event, "button[data-copy]")
    if (copying) copy(copying)
  })
  if (data.scroll) scrollToQuote(data.key, stop.signal)

  return () => {
    hide()
    stop.abort()
  }
}

function place(tip, marker) {
  const frame = tip.offsetParent.getBoundingClientRect()
  const at = marker.getBoundingClientRect()
  const left = Math.min(at.left - frame.left, frame.width - tip.offsetWidth)
  tip.style.left = `${Math.max(0, left)}px`
  const above = at.bottom + tip.offsetHeight + 90 > window.innerHeight && at.top > tip.offsetHeight + 60
  tip.style.top = above ? `${at.top - frame.top - tip.offsetHeight - 4}px` : `${at.bottom - frame.top + 4}px`
}

// The viewer closes without saying so: watch until its dialog has come and gone.
function giveFocusBack(link) {
  let seen = false
  const watch = new MutationObserver(() => {
    const open = document.querySelector('[role="dialog"] .ka-page, [role="dialog"] .ka-section')
    if (open) seen = true
    else if (seen && !document.querySelector('[role="dialog"]')) {
      watch.disconnect()
      setTimeout(() => link.isConnected && link.focus({ preventScroll: true }), 50)
    }
  })
  watch.observe(document.body, { childList: true, subtree: true })
}

function zoom(key, step) {
  const sheet = document.querySelector(`[data-answer="${CSS.escape(key)}"] .ka-sheet`)
  const now = SIZES.indexOf(Number(sheet.dataset.size || 100))
  const next = SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)]
  sheet.dataset.size = next
  sheet.style.width = `${next}%`
  const mark = sheet.querySelector(".ka-mark")
  if (mark) bring(mark)
}

async function copy(button) {
  const address = new URL(button.dataset.copy, location.href).href
  const said = button.parentElement.querySelector("[role=status]")
  try {
    await navigator.clipboard.writeText(address)
    said.textContent = button.dataset.done
  } catch {
    said.textContent = `${button.dataset.instead} ${address}`
  }
}

function scrollToQuote(key, signal) {
  const viewer = `[data-answer="${CSS.escape(key)}"]`
  if (window.innerWidth < NARROW && document.querySelector(`${viewer} .ka-sheet`)) zoom(key, 1)
  const mark = document.querySelector(`${viewer} :is(.ka-mark, mark)`)
  if (!mark) return
  const picture = document.querySelector(`${viewer} .ka-sheet img`)
  if (picture && !picture.complete) picture.addEventListener("load", () => bring(mark), { once: true, signal })
  else requestAnimationFrame(() => bring(mark))
}

function bring(mark) {
  mark.scrollIntoView({ block: "center", inline: "start" }) // on a phone the beginning of the lines
}
