// What the answers and the source beside them do in the browser: a marker shows its quote and opens its source; the
// source is brought into view, made wider, zoomed, closed; words and links are copied, a chart is saved.

const SIZES = [100, 150, 200, 300] // of a page, in per cent of the width there is
const BESIDE = "(min-width: 1100px)" // where the source stands beside the page, not over it
const WAIT = 200 // milliseconds in which the pointer may pass from a marker to its quote
const WIDTH = "ka-source-width" // under which the browser remembers it
const HELD = "a[href], button:not(:disabled), input, summary, [tabindex='0']"

// What is open lives longer than the component, which is drawn anew with each source.
const open = { shown: "", at: "", from: null, left: false, landed: false }
const panel = () => document.querySelector(".st-key-source-panel")
const isOver = () => !matchMedia(BESIDE).matches
const width = (pixels) => document.documentElement.style.setProperty("--source-width", `${pixels}px`)

export default function ({ data, setTriggerValue }) {
  const stop = new AbortController()
  const on = (type, act, target = document) => target.addEventListener(type, act, { signal: stop.signal, capture: target === window })
  const found = (event, selector) => event.target.closest?.(selector)
  const tip = tips()

  on("click", (event) => {
    const link = found(event, "[data-answer] a[data-open]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    tip.hide()
    open.from = link
    setTriggerValue("open", { key: link.closest("[data-answer]").dataset.answer, n: Number(link.dataset.open) })
  })
  on("click", (event) => {
    const act = { zoom, copy, png }
    const button = found(event, "button[data-zoom], button[data-copy], button[data-link], button[data-png]")
    if (button) act["zoom" in button.dataset ? "zoom" : "png" in button.dataset ? "png" : "copy"](button)
  })
  on("pointerover", (event) => event.pointerType !== "touch" && tip.point(found(event, ".ka-ref"), event.target))
  on("focusin", (event) => {
    const marker = found(event, ".ka-ref")
    if (marker?.matches(":focus-visible")) tip.show(marker)
    else tip.hide()
  })
  on("keydown", (event) => {
    if (event.key === "Escape" && !tip.hide() && !document.querySelector("[data-testid=stDialog], [data-testid=stPopoverBody]")) close()
    if (event.key === "Tab" && panel() && isOver()) keepWithin(event)
    const grip = found(event, ".ka-grip")
    const step = { ArrowLeft: 40, ArrowRight: -40 }[event.key]
    if (grip && step) resize(panel().offsetWidth + step)
  })
  on("pointerdown", (event) => {
    const grip = found(event, ".ka-grip")
    if (!grip) return
    grip.setPointerCapture(event.pointerId)
    grip.onpointermove = (moved) => resize(innerWidth - moved.clientX)
    grip.onpointerup = () => { grip.onpointermove = null }
  })
  // Back closes what lies over the page, before Streamlit takes it for another page.
  on("popstate", (event) => {
    if (!panel() || !open.left) return
    event.stopImmediatePropagation()
    open.left = false
    close()
  }, window)

  follow(data, stop.signal)
  if (!open.landed && location.pathname.endsWith("/kilde")) { // a shared link opens at its quote
    open.landed = true
    whenThere("[data-at]", (place) => bringUp(place, "nearest"), stop.signal) // no further than it must from what it is
  }
  return () => {
    tip.hide()
    stop.abort()
  }
}

const close = () => document.querySelector(".st-key-source-close button")?.click()

/** The source that Python has drawn: to it, from one to the next, or back from it. */
function follow({ shown, at }, signal) {
  if (shown === open.shown && at === open.at) return
  if (!shown) {
    Object.assign(open, { shown, at })
    leave()
    return
  }
  whenThere(`.st-key-source-panel [data-at="${CSS.escape(at)}"]`, (place) => {
    const isNew = !open.shown
    Object.assign(open, { shown, at })
    if (isNew) enter()
    bringUp(place)
  }, signal)
}

function enter() {
  const kept = Number(localStorage.getItem(WIDTH))
  if (kept) width(kept)
  const over = isOver()
  const element = panel()
  element.setAttribute("role", over ? "dialog" : "region")
  element.setAttribute("aria-labelledby", "source-title")
  if (over) element.setAttribute("aria-modal", "true")
  if (over) history.pushState(history.state, "")
  open.left = over
  document.getElementById("source-title").focus({ preventScroll: true })
}

function leave() {
  if (open.left) {
    open.left = false
    history.back()
  }
  const { from } = open
  setTimeout(() => {
    const again = from?.isConnected ? from : document.querySelector(`[data-answer] a[data-open="${from?.dataset.open}"]`)
    again?.focus({ preventScroll: true })
  }, 50)
}

function whenThere(selector, act, signal, tries = 100) {
  const element = document.querySelector(selector)
  if (element) act(element)
  else if (tries && !signal.aborted) setTimeout(() => whenThere(selector, act, signal, tries - 1), 30)
}

function bringUp(place, block = "center") {
  const mark = place.querySelector(".ka-mark, .ka-hit, mark")
  const picture = place.querySelector("img")
  if (!mark) return
  if (picture && !picture.complete) picture.addEventListener("load", () => bring(mark, block), { once: true })
  else requestAnimationFrame(() => bring(mark, block))
}

const bring = (mark, block = "center") => mark.scrollIntoView({ block, inline: "nearest" })

function keepWithin(event) {
  const held = [...panel().querySelectorAll(HELD)].filter((one) => one.offsetParent)
  const end = event.shiftKey ? held[0] : held.at(-1)
  const isOut = !panel().contains(document.activeElement)
  if (document.activeElement !== end && !isOut) return
  event.preventDefault()
  ;(event.shiftKey ? held.at(-1) : held[0]).focus()
}

function resize(pixels) {
  const fitting = Math.round(Math.min(Math.max(pixels, 380), innerWidth - 420))
  width(fitting)
  document.querySelector(".ka-grip").setAttribute("aria-valuenow", Math.round((100 * fitting) / innerWidth))
  localStorage.setItem(WIDTH, fitting)
}

function tips() {
  let shown = null
  let waiting = 0
  const hide = () => {
    clearTimeout(waiting)
    const was = shown
    if (shown) shown.hidden = true
    shown = null
    return was
  }
  const show = (marker) => {
    clearTimeout(waiting)
    const tip = document.getElementById(marker.getAttribute("aria-describedby"))
    if (!tip || tip === shown) return
    hide()
    shown = tip
    tip.hidden = false
    place(tip, marker)
  }
  const point = (marker, at) => {
    if (marker) show(marker)
    else if (shown?.contains(at)) clearTimeout(waiting)
    else if (shown) {
      clearTimeout(waiting)
      waiting = setTimeout(hide, WAIT)
    }
  }
  return { show, hide, point }
}

function place(tip, marker) {
  const frame = tip.offsetParent.getBoundingClientRect()
  const at = marker.getBoundingClientRect()
  const left = Math.min(at.left - frame.left, frame.width - tip.offsetWidth)
  tip.style.left = `${Math.max(0, left)}px`
  const above = at.bottom + tip.offsetHeight + 90 > innerHeight && at.top > tip.offsetHeight + 60
  tip.style.top = above ? `${at.top - frame.top - tip.offsetHeight - 4}px` : `${at.bottom - frame.top + 4}px`
}

function zoom(button) {
  const sheet = document.querySelector(".ka-sheet")
  const now = SIZES.indexOf(Number(sheet.dataset.size || 100))
  sheet.dataset.size = SIZES[Math.min(Math.max(now + Number(button.dataset.zoom), 0), SIZES.length - 1)]
  sheet.style.width = `${sheet.dataset.size}%`
  const mark = sheet.querySelector(".ka-mark")
  if (mark) bring(mark)
}

async function copy(button) {
  const words = button.dataset.copy ?? new URL(button.dataset.link, location.href).href
  const said = button.parentElement.querySelector("[role=status]")
  try {
    await navigator.clipboard.writeText(words)
    said.textContent = button.dataset.done
  } catch {
    said.textContent = `${button.dataset.instead} ${words}`
  }
}

/** A chart as a picture: what is drawn, on the page's ground. */
function png(button) {
  const chart = button.closest("[class*=st-key-series-]").querySelector("canvas")
  const picture = Object.assign(document.createElement("canvas"), { width: chart.width, height: chart.height })
  const pen = picture.getContext("2d")
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface")
  pen.fillRect(0, 0, picture.width, picture.height)
  pen.drawImage(chart, 0, 0)
  Object.assign(document.createElement("a"), { href: picture.toDataURL(), download: button.dataset.png }).click()
}
