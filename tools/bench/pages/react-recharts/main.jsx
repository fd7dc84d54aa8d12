/** React with plain elements, and Recharts for the bars. */
import { createRoot } from 'react-dom/client'
import { App } from './App.jsx'
import '../../shared/page.css'

createRoot(document.getElementById('root')).render(<App />)
