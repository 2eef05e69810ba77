/** The page's main landmark, where menus are put so that everything on the page lies in a landmark. */
export function mainElement(): HTMLElement | null {
  return document.querySelector('main')
}
