import './styles.css'
import { createRoot } from 'react-dom/client'
import { followWriting } from '../components/unsaved.ts'
import { App } from './App.tsx'
import { stayWhenLoadedAnew } from './stay.ts'
import { followTheme } from './theme.ts'

followTheme()
followWriting()
stayWhenLoadedAnew()
const page = document.getElementById('page')
if (page) createRoot(page).render(<App />)

// A file dropped beside the drop area must not replace the page.
for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, event => event.preventDefault())
