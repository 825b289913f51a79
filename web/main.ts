/** Two doors: a citizen with a paper in hand gets the small page, everybody else the workbench. */
const page = window.location.pathname.startsWith('/verify') ? import('./public/main.tsx') : import('./workbench/main.tsx')

page.then(({ mount }) => mount(document.getElementById('root') as HTMLElement))
