import { createContext, useContext, type ReactNode } from 'react'
import { ROLES, type Role } from '../../shared/domain.ts'
import { t } from '../text/t.ts'

const RolesContext = createContext<readonly Role[]>(ROLES)
export const RolesProvider = RolesContext.Provider

/** What the caseworker at work may do. The core decides; the window only spares the caseworker what would be refused. */
export function useRoles(): readonly Role[] {
  return useContext(RolesContext)
}

/** What only a role allows. Whoever lacks it reads so in its place, where `what` names it; else there is nothing. */
export function Allowed({ role, what, children }: { role: Role; what?: string; children: ReactNode }) {
  const roles = useRoles()
  if (roles.includes(role)) return <>{children}</>
  return what === undefined ? null : <span className="subtle small">{t.common.needsFor(what, role)}</span>
}
