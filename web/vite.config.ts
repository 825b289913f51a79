import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compress } from './compress.ts'

/** `npx vite build web` writes web/dist, which the server serves; `npx vite web` develops against a server on FAHENG_URL. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public-files',
  plugins: [react(), compress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Officials' PCs fetch each file once; the few large ones are antd's, split below by the pages that use them.
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { '^/(api|health)/': { target: process.env['FAHENG_URL'] ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
})
