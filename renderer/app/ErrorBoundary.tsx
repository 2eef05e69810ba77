import { Button } from '@navikt/ds-react/Button'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { Component, type ReactNode } from 'react'
import { leaveFirstScreen } from '../components/firstScreen.ts'
import { t } from '../text/t.ts'

/** A view that fails is replaced by a sentence and a way to load it again; the rest of the page stands. React asks for a class here. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch() {
    leaveFirstScreen()
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <LocalAlert status="error" size="small" role="alert">
        <LocalAlert.Header><LocalAlert.Title as="h2">{t.common.crashed.title}</LocalAlert.Title></LocalAlert.Header>
        <LocalAlert.Content>
          <p className="plain">{t.common.crashed.body}</p>
          <Button size="small" onClick={() => this.setState({ failed: false })}>{t.common.crashed.reload}</Button>
        </LocalAlert.Content>
      </LocalAlert>
    )
  }
}
