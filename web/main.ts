/** Two doors: a citizen, with a paper or card in hand or asking what may be enforced, gets a small page, everybody else the workbench. */
const page = /^\/(verify|card|catalogue|discretion|plan-summary)(\/|$)/.test(window.location.pathname) ? import('./public/main.tsx') : import('./workbench/main.tsx')

void page.then(({ mount }) => mount(document.getElementById('root') as HTMLElement))

// A tab older than the server's pages asks for files that are gone: it starts afresh, once a minute at most. Drafts are kept.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('faheng:reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('faheng:reloaded', String(Date.now()))
  window.location.reload()
})
