// What people are used to on the web, and Streamlit leaves out: Ctrl/⌘-K searches, Escape goes back from there, `/` goes to
// the field, a draft is there again, and a text that is too long is cut instead of lost.

const FIELD = "[data-testid=stChatInputTextArea]"
const SEARCH = ".st-key-reports-search input"
const SLASH = "no-slash" // in the browser's store: whether `/` is a letter like any other (WCAG 2.1.4)
const DRAFT = "draft"

let stopBefore = null // new data call the function anew, and clean up after the last call alone
let search = false // whether the search was asked for on a page that has none
let left = null // where one was when the search was asked for on another page
let focused = "" // the page on which the field has had the focus already
let seen = null // the field that a draft was put back into

export default function ({ data, setTriggerValue }) {
  stopBefore?.()
  const stop = new AbortController()
  const on = (target, type, act, capture = false) => target.addEventListener(type, act, { signal: stop.signal, capture })

  on(document, "keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault()
      search = true
      if (goToSearch()) return
      left = whereOneIs()
      setTriggerValue("search", `${Date.now()}`)
    } else if (event.key === "/" && !isWriting(event.target) && !event.ctrlKey && !event.metaKey && !localStorage[SLASH]) {
      const field = document.querySelector(`${FIELD}, ${SEARCH}`)
      if (field) event.preventDefault()
      field?.focus()
    } else if (event.key === "Enter" && !event.shiftKey && event.target.matches?.(FIELD)) forget()
    else if (event.key === "Escape") {
      tell("")
      if (left && event.target.matches?.(SEARCH)) goBack()
    }
  }, true)
  on(document, "click", (event) => {
    if (event.target.closest?.("[data-testid=stChatInputSubmitButton]")) forget()
    const toggle = event.target.closest?.("[data-slash]")
    if (toggle) {
      if (localStorage[SLASH]) delete localStorage[SLASH]
      else localStorage[SLASH] = "off"
      show()
    }
    if (event.target.closest?.("#told button")) tell("")
  }, true)
  on(document, "input", (event) => {
    if (!event.target.matches?.(FIELD)) return
    if (event.isTrusted) tell("")
    shorten(event.target, data)
    sessionStorage[DRAFT] = event.target.value
  }, true)

  const show = () => {
    const toggle = document.querySelector("[data-slash]")
    const pressed = String(!localStorage[SLASH])
    if (toggle && toggle.getAttribute("aria-pressed") !== pressed) toggle.setAttribute("aria-pressed", pressed)
    if (search) goToSearch()
    const field = document.querySelector(FIELD)
    if (!field || field.disabled) return
    if (field !== seen) {
      seen = field
      if (!field.value && sessionStorage[DRAFT]) write(field, sessionStorage[DRAFT])
    }
    if (data.focus && focused !== data.focus && matchMedia("(hover: hover)").matches) {
      focused = data.focus
      if (document.activeElement === document.body) field.focus({ preventScroll: true })
    }
  }
  // How wide the page is beside the menu and the source: what an overview may take of it.
  const wide = new ResizeObserver(([main]) => document.documentElement.style.setProperty("--main", `${main.contentRect.width}px`))
  wide.observe(document.querySelector("[data-testid=stMain]"))
  on(document, "drawn", show)
  show()

  stopBefore = () => {
    stop.abort()
    wide.disconnect()
  }
  return stopBefore
}

const isWriting = (element) => element.closest?.("input, textarea, select, [contenteditable]")

const forget = () => { delete sessionStorage[DRAFT] }

function goToSearch() {
  const field = document.querySelector(SEARCH)
  if (!field) return false
  search = false
  field.focus()
  field.select()
  return true
}

const scrolled = () => document.querySelector("[data-testid=stMain]")

/** Which page and how far down, and where the focus is: by what holds it, since the page will be drawn anew. */
function whereOneIs() {
  const at = document.activeElement
  const held = at?.closest("[class*=st-key-]")
  const key = held && [...held.classList].find((name) => name.startsWith("st-key-"))
  return { steps: history.length, path: location.pathname, top: scrolled()?.scrollTop, key, nth: held ? pressable(held).indexOf(at) : -1 }
}

const pressable = (element) => [...element.querySelectorAll("a[href], button, input, textarea, summary, [tabindex]")]

function goBack() {
  const to = left
  left = null
  history.go(-Math.max(1, history.length - to.steps))
  let tries = 100
  const again = setInterval(() => {
    const isThere = location.pathname === to.path && document.querySelector("[data-test-script-state=notRunning]")
    const held = isThere && to.key && document.querySelector(`.${CSS.escape(to.key)}`)
    if ((tries -= 1) && !(isThere && (held || !to.key))) return
    clearInterval(again)
    scrolled()?.scrollTo(0, to.top)
    const element = (held && pressable(held)[to.nth]) || document.querySelector(FIELD)
    element?.focus({ preventScroll: true })
  }, 100)
}

const put = (field, words) => Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, words)

/** Put words into the field as if they were typed. */
function write(field, words) {
  put(field, words)
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

/** Streamlit refuses a text that is too long as a whole, however it came: keep what there is room for, and say so. */
function shorten(field, { max, words }) {
  const length = field.value.length
  if (length <= max) return
  const after = field.value.slice(field.selectionEnd)
  let kept = field.value.slice(0, Math.max(0, max - after.length))
  if (length > max + 1) kept = kept.replace(/(?<=\s)\S{1,40}$/, "") // no half word; one letter too many leaves its word
  put(field, (kept + after).slice(0, max))
  field.setSelectionRange(kept.length, kept.length)
  tell(words.replace("{kept}", field.value.length).replace("{lost}", length - field.value.length))
}

/** A word over the page, outside of what Streamlit draws; none takes it away. */
function tell(words) {
  const told = document.getElementById("told")
  if (told.hidden && !words) return
  told.hidden = !words
  told.querySelector("p").textContent = words
}
