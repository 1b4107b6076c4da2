// What Streamlit leaves out for the keyboard: after a dialog is closed, focus is where it was before; a table is one
// stop of the Tab key (arrow keys move within it).
(() => {
  if (window.selarasPapanKetik) return;
  window.selarasPapanKetik = true;
  const DIALOG = '[data-testid="stDialog"], [role="dialog"][aria-modal="true"]';
  const TABLE = '[data-testid="stDataFrame"]';
  const TOOLBAR = '[data-testid="stElementToolbar"], button';
  const ORIGIN = "selaras_asal";
  const PATIENCE = 20000;
  let before = null;

  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(`${DIALOG}, [role="listbox"]`)) before = event.target;
    // The frame that scrolls a table is no stop of its own: its keys are those of the table.
    if (event.target.matches(".dvn-scroller")) {
      event.target.closest(TABLE)?.querySelector("canvas[tabindex]")?.focus({ preventScroll: true });
    }
  });
  // A link of our own that opens a source loads the page anew: it is found again by its address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href*="sumber="], a[href*="temuan="]');
    if (link) sessionStorage.setItem(ORIGIN, link.getAttribute("href"));
    watch();
  }, true);
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape") watch();
    const table = event.key === "Tab" && event.target.closest?.(TABLE);
    if (!table || event.target.closest(TOOLBAR)) return;
    event.stopImmediatePropagation();
    // The browser looks for the next stop outside the table: for that moment it has none.
    for (const stop of table.querySelectorAll("canvas[tabindex], .dvn-scroller")) {
      const held = stop.getAttribute("tabindex");
      stop.tabIndex = -1;
      setTimeout(() => (held === null ? stop.removeAttribute("tabindex") : stop.setAttribute("tabindex", held)));
    }
  }, true);

  function watch() {
    if (!document.querySelector(DIALOG)) return;
    const until = performance.now() + PATIENCE;
    const look = () => {
      if (!document.querySelector(DIALOG)) return setTimeout(back, 50);
      if (performance.now() < until) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  function back() {
    if (document.activeElement !== document.body) return;
    const origin = sessionStorage.getItem(ORIGIN);
    const link = [...document.querySelectorAll("a[href]")].find((one) => one.getAttribute("href") === origin);
    (before?.isConnected ? before : link)?.focus();
  }
})();
