import { expect, test } from 'vitest';
import type { QueuedSlip, QueueProblem } from '../../lib/browser/api';
import { err, ok, type Result } from '../../lib/shared/result';
import { queueWithEnrolment } from './queue-with-enrolment';

const SLIP: QueuedSlip = { id: 'a', trackingCode: 'K7M2-0042-X', check: '123456' };

function visit(enrols: boolean) {
  let known = false;
  let enrolments = 0;
  return {
    enrolments: () => enrolments,
    draft: {
      queue: async (): Promise<Result<QueuedSlip, QueueProblem>> =>
        known ? ok(SLIP) : err({ type: 'not-enrolled' }),
    },
    enrol: async () => {
      enrolments++;
      known = enrols;
      return enrols ? ok(undefined) : err({ type: 'no-line' as const });
    },
  };
}

test('a citizen who began without a line is enrolled on the way', async () => {
  const { draft, enrol } = visit(true);
  expect(await queueWithEnrolment(draft, 'nobody', 'phone', enrol)).toEqual(ok(SLIP));
});

test('without a line the draft stays and the reason is said', async () => {
  const { draft, enrol } = visit(false);
  expect(await queueWithEnrolment(draft, 'citizen', 'phone', enrol)).toEqual(err({ type: 'not-enrolled' }));
});

test('an operator never enrols a machine by handing in', async () => {
  const { draft, enrol, enrolments } = visit(true);
  expect(await queueWithEnrolment(draft, 'operator', 'phone', enrol)).toEqual(err({ type: 'not-enrolled' }));
  expect(enrolments()).toBe(0);
});
