import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { baseMapPlugin } from './base-map-plugin.ts'
import { compressPlugin } from './compress-plugin.ts'
import { routesPlugin } from './routes-plugin.ts'

/** The address of a running `sijil serve`, for `vite dev`. */
const API = process.env.SIJIL_API ?? 'http://127.0.0.1:4880'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [baseMapPlugin(), routesPlugin(), react(), tailwindcss(), compressPlugin()],
  // The server puts the nonce of each reply in this one's place.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  worker: { format: 'es' },
  server: { proxy: { '/api': API } },
})
