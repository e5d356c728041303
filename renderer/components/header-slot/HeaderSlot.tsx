// Places in the app's header that the open view fills: facts behind the crumb, tools before the palette.
import { useSyncExternalStore, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export type HeaderPlace = 'facts' | 'tools';

const slotId = (place: HeaderPlace) => `header-${place}`;

/** The empty place itself; drawn by the header. */
export function HeaderOutlet({
  place,
  className,
}: {
  readonly place: HeaderPlace;
  readonly className?: string | undefined;
}) {
  return <div id={slotId(place)} className={className} />;
}

/** The header is drawn before any view and never replaced: there is nothing to listen to. */
const neverChanges = () => () => undefined;

/** Draws its children in the header while the view is mounted. */
export function HeaderSlot({
  place,
  children,
}: {
  readonly place: HeaderPlace;
  readonly children: ReactNode;
}) {
  const target = useSyncExternalStore(neverChanges, () => document.getElementById(slotId(place)));
  return target === null ? null : createPortal(children, target);
}
