'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import type { Door } from '@/lib/browser/door';

// Only a centre's device has a lock.
const LockPage = lazy(() => import('@/components/lock/lock-page'));
const ChoosePinPage = lazy(() => import('@/components/lock/choose-pin-page'));

/** The page that signs in, which is the way on for who has no PIN here. */
const WAY_IN = '/sign-in';

/** The page, or what stands in its place: while the device is locked nothing of a page is drawn. */
export function DoorGate(props: {
  readonly door: Door;
  readonly pathname: string;
  readonly children: ReactNode;
}) {
  const { door, pathname, children } = props;
  const isShut = isLocked(door) && !(door === 'locked' && pathname === WAY_IN);
  if (!isShut) return children;
  return <Suspense>{door === 'choose' ? <ChoosePinPage /> : <LockPage />}</Suspense>;
}

/** Whether nothing else can be done here than to open the door. */
export const isLocked = (door: Door): boolean => door === 'locked' || door === 'choose';
