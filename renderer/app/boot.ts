/**
 * The first thing that runs. Where the shell has drawn the lock, that is on the screen before the program is fetched; what is pressed
 * meanwhile waits for it.
 */
const drawn = document.getElementById('first')
const begin = () => {
  // Named so that the bundler leaves it a file of its own.
  const program = './main.js'
  void import(program)
}
if (drawn) {
  drawn.addEventListener('submit', event => event.preventDefault())
  // Enter in the field presses the form's button.
  drawn.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('button')?.textContent : null
    if (pressed) drawn.dataset['pressed'] = pressed
  })
  // The second frame begins when the first has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(begin)))
} else begin()
