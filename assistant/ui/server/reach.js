// Behind a proxy that lets no websocket through Streamlit tries for ever, before an empty page: after some tries, say so.
(() => {
  const TRIES = 3;
  const Native = window.WebSocket;
  let failed = 0;

  function tell(isShown) {
    const box = document.getElementById("told");
    if (!box || box.hidden === !isShown) return;
    box.querySelector("p").textContent = isShown ? box.dataset.unreached : "";
    box.querySelector("button").onclick = () => { box.hidden = true; };
    box.hidden = !isShown;
  }

  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      let wasOpen = false;
      this.addEventListener("open", () => {
        wasOpen = true;
        if (failed >= TRIES) tell(false);
        failed = 0;
      });
      this.addEventListener("close", () => {
        if (!wasOpen && (failed += 1) >= TRIES) tell(true);
      });
    }
  };
})();
