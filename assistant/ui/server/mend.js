// What cannot be done from Python: the page's language when it is switched, announcements, where the page and the focus
// are after an answer, and Streamlit's own words. `window.assistantTexts` holds those words, {nb, nn, en} each: `en` is what Streamlit
// writes, with {x} where anything may stand.
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title"];
  // Where the words are ours or a report's, and stay as they are.
  const OURS = "[data-testid=stMarkdownContainer], [data-testid=stHtml], textarea, script, style";
  const THEIRS = "[data-testid=stFileUploader]"; // but here the words of the buttons are Streamlit's
  const root = document.documentElement;
  const table = window.assistantTexts.flatMap((entry) => Object.values(entry).map((words) => [pattern(words), entry]));
  const seen = { announce: "", asked: "" };

  function pattern(words) {
    const literal = words.split("{x}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literal.join("(.+)")}$`);
  }

  /** What Streamlit's words `words` are in the page's language; undefined where they are none of Streamlit's. */
  function translated(words) {
    for (const [matches, entry] of words ? table : []) {
      const found = matches.exec(words);
      if (found) return entry[root.lang].replace("{x}", found[1]);
    }
  }

  function mendAttributes(element) {
    for (const name of ATTRIBUTES) {
      const words = translated(element.getAttribute(name));
      if (words && words !== element.getAttribute(name)) element.setAttribute(name, words);
    }
  }

  function mendText(node) {
    if (node.parentElement?.closest(OURS) && !node.parentElement.closest(THEIRS)) return;
    const words = translated(node.nodeValue.trim());
    if (words && words !== node.nodeValue.trim()) node.nodeValue = words;
  }

  const within = (node, wanted) => [...(node.matches(wanted) ? [node] : []), ...node.querySelectorAll(wanted)];

  function mend(node) {
    if (node.nodeType === Node.TEXT_NODE) return mendText(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest("svg")) return;
    mendAttributes(node);
    // What scrolls can be scrolled by keyboard; what has a name has a role.
    within(node, "[data-testid=stCode] pre").forEach((box) => { box.tabIndex = 0; });
    within(node, "[data-testid=stFileUploaderDropzone]").forEach((box) => box.removeAttribute("role"));
    node.querySelectorAll("[aria-label], [placeholder], [title]").forEach(mendAttributes);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) mendText(texts.currentNode);
  }

  function followLanguage() {
    const marker = document.querySelector("[data-language]");
    if (!marker || marker.dataset.language === root.lang) return;
    root.lang = marker.dataset.language;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `language=${root.lang}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`; // found again: languages.py
    root.style.setProperty("--title", JSON.stringify(marker.dataset.title));
    root.style.setProperty("--menu", JSON.stringify(marker.dataset.menu));
    mend(document.body);
  }

  /** The element marked `data-<name>`, the first time that it comes up with its value. */
  function news(name) {
    const found = document.querySelector(`[data-${name}]`);
    if (!found || found.dataset[name] === seen[name]) return null;
    seen[name] = found.dataset[name];
    return found;
  }

  const turnOf = (element) => element?.closest("[class*=st-key-turn-]");

  function tell() {
    turnOf(news("asked"))?.scrollIntoView({ block: "start" });
    const answer = news("announce");
    if (!answer) return;
    document.getElementById("announcements").textContent = answer.textContent;
    turnOf(answer)?.scrollIntoView({ block: "start" });
    // The button that asked may be gone, and the focus with it: go on from the question.
    if (document.activeElement === document.body) turnOf(answer)?.querySelector("h2")?.focus({ preventScroll: true });
  }

  // Where it lies over the page, the menu is closed at first, and again when something in it is chosen.
  const narrow = matchMedia("(max-width: 48rem)");
  if (narrow.matches) localStorage.removeItem("stSidebarCollapsed-");
  const chosen = "[data-testid=stSidebarNavLink], :is(.st-key-new-conversation, [class*=st-key-open-], .st-key-collections) button";
  document.addEventListener("click", (event) => {
    if (!narrow.matches || !event.target.closest?.(chosen)) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click());
  });

  const stopButton = () => document.querySelector("[data-testid=stChatInputStopButton]");
  // Whether a run can be stopped; the question that stood there when it began; whether it is to be stopped.
  const run = { stoppable: false, before: "", stop: false };

  /** Whether the question of this run stands on the page, with what is shown when it is stopped. */
  function isAsked() {
    const asked = document.querySelector("[data-asked]");
    return asked && asked.dataset.asked !== run.before && turnOf(asked)?.querySelector(".st-key-when-stopped button");
  }

  function followRun() {
    const button = stopButton();
    if (!button) Object.assign(run, { stoppable: false, stop: false });
    else if (!run.stoppable) {
      Object.assign(run, { stoppable: true, before: document.querySelector("[data-asked]")?.dataset.asked ?? "" });
    }
    if (button && run.stop && isAsked()) button.click();
  }

  // Stopped before its question is drawn, a run leaves half a page: the press waits until then. When it takes effect,
  // the button turns into the send button, which nobody can press yet: go on where the next question is written.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-testid=stChatInputStopButton]")) return;
    run.stop = true;
    if (!isAsked()) {
      event.stopImmediatePropagation();
      event.preventDefault();
      return;
    }
    run.stop = false;
    const again = setInterval(() => {
      const field = document.querySelector("[data-testid=stChatInputTextArea]:enabled");
      field?.focus();
      if (field) clearInterval(again);
    }, 100);
  }, true);

  function start() {
    mend(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "attributes") mendAttributes(change.target);
        else if (change.type === "characterData") mendText(change.target);
        else change.addedNodes.forEach(mend);
      }
      followLanguage();
      tell();
      followRun();
      document.dispatchEvent(new Event("drawn")); // habits.js and keeping.js see to what is new as well
    }).observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
    });
  }

  // Streamlit reruns the page on "r" and offers to clear its cache on "c", wherever the focus is. Keys that do
  // something by themselves are in the way of those who speak to their machine (WCAG 2.1.4).
  window.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[rc]$/i.test(event.key)) {
      event.stopImmediatePropagation();
    }
  }, true);

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
